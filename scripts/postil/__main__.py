"""Lets `python -m postil` stand for the `postil` command."""

from .cli import main

raise SystemExit(main())
