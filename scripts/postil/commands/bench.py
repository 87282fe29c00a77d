"""bench: measure builds, larger companions, and the weight of a page; prints the tables as Markdown.

Takes some minutes. Close other programs first: times are those of the clock.
"""

from __future__ import annotations

import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--write", action="store_true", help="also write the tables to docs/about/benchmark.md")
    parser.add_argument("--quick", action="store_true", help="measure once, and only the smallest made-up companion")


def run(options: argparse.Namespace) -> int:
    from ..bench.page import FILE, measured
    from ..bench.process import NotMeasured

    try:
        page = measured(options.root, options.quick)
    except NotMeasured as reason:
        raise OSError(str(reason)) from reason
    print(page, end="")
    if options.write:
        (options.root / FILE).write_text(page, encoding="utf-8", newline="\n")
    return 0
