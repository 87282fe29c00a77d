"""bundle the site for offline reading: builds it and writes dist/<name>-<version>.zip; beside it, where the companion
has a classroom, dist/packet.html and dist/teacher-sheets.zip, which the site and the zip hold too.

A bundle with your copy of the essay in it (--article COPY) is made only with --private, as
dist/private/<name>-private-copy-<version>.zip. Any other is looked through first, where a copy of the essay is at
hand; a leak stops it with status 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from ..checks.wording import check_packed
from ..export.bundle import beside, bundle, pass_all
from ..load import load
from ..pipeline import Refused, Timings, show, stage
from . import build

UNSAID = "this zip would hold the text of the essay, for you alone: say --private too if you want it"
UNUSED = "--private is for a zip with your copy in it: name the copy with --article"


def arguments(parser: argparse.ArgumentParser) -> None:
    build.article(parser)
    parser.add_argument("--private", action="store_true", help="with --article: I shall not pass this zip on")


def run(options: argparse.Namespace) -> int:
    if bool(options.article) != options.private:
        print(f"postil: {UNSAID if options.article else UNUSED}", file=sys.stderr)
        return 2
    if options.private:
        return build.private_edition(options.root, options.article) or _bundled(options.root, private=True)
    return build.public_edition(options.root) or _bundled(options.root, inspect=partial(_refuse_leaks, options.root))


def _bundled(root: Path, *, private: bool = False, inspect: Callable[[str, bytes], None] = pass_all) -> int:
    timings: Timings = {}
    try:
        with stage("bundle", timings):
            path = bundle(root, private=private, inspect=inspect)
    except Refused as refused:
        show(refused.findings)
        print(f"not bundled: {len(refused.findings)} errors; dist/ is as it was")
        return 1
    for made in (path, *([] if private else beside(root))):
        print(f"{made.relative_to(root).as_posix()}  {made.stat().st_size / 1000:.0f} kB")
    return 0


def _refuse_leaks(root: Path, name: str, data: bytes) -> None:
    if found := check_packed(load(root)[0], root, name, data):
        raise Refused(found)
