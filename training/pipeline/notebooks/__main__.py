"""`python -m pipeline.notebooks`."""

from .run import main

main()
