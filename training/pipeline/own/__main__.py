"""`python -m pipeline.own`."""

from .command import main

main()
