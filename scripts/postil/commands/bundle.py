"""bundle the site for offline reading: builds it and writes dist/<name>-<version>.zip.

A bundle with your copy of the essay in it (--article COPY) is made only with --private, as
dist/private/<name>-private-copy-<version>.zip.
"""

from __future__ import annotations

import argparse
import sys

from ..export.bundle import bundle
from ..pipeline import Timings, stage
from . import build

UNSAID = "this zip would hold the text of the essay, for you alone: say --private too if you want it"
UNUSED = "--private is for a zip with your copy in it: name the copy with --article"


def arguments(parser: argparse.ArgumentParser) -> None:
    build.arguments(parser)
    parser.add_argument("--private", action="store_true", help="with --article: I shall not pass this zip on")


def run(options: argparse.Namespace) -> int:
    if bool(options.article) != options.private:
        print(f"postil: {UNSAID if options.article else UNUSED}", file=sys.stderr)
        return 2
    if status := build.run(options):
        return status
    timings: Timings = {}
    with stage("bundle", timings):
        path = bundle(options.root, options.private)
    print(f"{path.relative_to(options.root).as_posix()}  {path.stat().st_size / 1000:.0f} kB")
    return 0
