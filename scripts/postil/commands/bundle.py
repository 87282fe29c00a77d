"""bundle the site for offline reading: builds it and writes dist/<name>-<version>.zip."""

from __future__ import annotations

import argparse

from ..export.bundle import bundle
from ..pipeline import Timings, stage
from . import build


def arguments(parser: argparse.ArgumentParser) -> None:
    """No options beyond --root."""


def run(options: argparse.Namespace) -> int:
    if status := build.run(options):
        return status
    timings: Timings = {}
    with stage("bundle", timings):
        path = bundle(options.root)
    print(f"{path.relative_to(options.root).as_posix()}  {path.stat().st_size / 1000:.0f} kB")
    return 0
