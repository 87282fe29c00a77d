"""bench: measure builds and page weight."""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """No options beyond --root."""


def run(options: argparse.Namespace) -> int:
    raise OSError("not written yet")
