"""Training on a user's own labelled extract. Read `command.py` first."""
