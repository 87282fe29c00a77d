"""bundle the site for offline reading: builds it and writes dist/<name>-<version>.zip.

Where a copy of the essay is at hand, what is in the zip is laid beside it first; a leak stops it with status 1.
"""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from ..checks.wording import check_packed
from ..export.bundle import bundle
from ..load import load
from ..pipeline import Refused, Timings, show, stage
from . import build


def arguments(parser: argparse.ArgumentParser) -> None:
    """No options beyond --root."""


def run(options: argparse.Namespace) -> int:
    if status := build.made(options.root):
        return status
    timings: Timings = {}
    try:
        with stage("bundle", timings):
            path = bundle(options.root, partial(_refuse_leaks, options.root))
    except Refused as refused:
        show(refused.findings)
        print(f"not bundled: {len(refused.findings)} errors; dist/ is as it was")
        return 1
    print(f"{path.relative_to(options.root).as_posix()}  {path.stat().st_size / 1000:.0f} kB")
    return 0


def _refuse_leaks(root: Path, name: str, data: bytes) -> None:
    if found := check_packed(load(root)[0], root, name, data):
        raise Refused(found)
