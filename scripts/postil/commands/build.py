"""build the site: load, check, generate, render, inspect, and put it in place as site/.

Findings of severity error stop the build with status 1 and leave the last good site as it was.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..pipeline import Refused, Timings, build, show


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--record",
        action="store_true",
        help="first write what only a copy of the essay can tell to docs/essay/measured.json",
    )


def run(options: argparse.Namespace) -> int:
    return made(options.root, record=options.record)


def made(root: Path, *, record: bool = False) -> int:
    """Builds the site below `root`, twice with `record`, because a page tells what is recorded; the exit status."""
    timings: Timings = {}
    try:
        if record:
            build(root, {}, record=True)
        show(build(root, timings))
    except Refused as refused:
        show(refused.findings)
        print(f"not built: {sum(finding.is_error for finding in refused.findings)} errors; site/ is as it was")
        return 1
    print(f"{'built':<9}{sum(timings.values()):7.2f} s  site/")
    return 0
