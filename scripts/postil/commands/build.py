"""build the site: load, check, generate, render, inspect, and put it in place as site/.

Findings of severity error stop the build with status 1 and leave the last good site as it was.
"""

from __future__ import annotations

import argparse

from ..pipeline import Refused, Timings, build, show


def arguments(parser: argparse.ArgumentParser) -> None:
    """No options beyond --root."""


def run(options: argparse.Namespace) -> int:
    timings: Timings = {}
    try:
        show(build(options.root, timings))
    except Refused as refused:
        show(refused.findings)
        print(f"not built: {sum(finding.is_error for finding in refused.findings)} errors; site/ is as it was")
        return 1
    print(f"{'built':<9}{sum(timings.values()):7.2f} s  site/")
    return 0
