"""What the notebooks in training/notebooks share: worlds, judging, plots, and the command that runs them."""
