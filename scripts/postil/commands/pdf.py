"""pdf: build the site and print the one-page companion and each lesson into dist/pdf/, with Chromium.

Tagged, with an outline and numbered pages. Status 2 when Playwright or Chromium is missing.
"""

from __future__ import annotations

import argparse

from ..export.pdf import LACKING, lacking, pdf
from ..pipeline import Timings, source_date, stage
from .build import public_edition


def arguments(parser: argparse.ArgumentParser) -> None:
    """No options beyond --root."""


def run(options: argparse.Namespace) -> int:
    if what := lacking():
        raise OSError(LACKING[what])
    if status := public_edition(options.root):
        return status
    timings: Timings = {}
    with stage("pdf", timings):
        paths = pdf(options.root, int(source_date(options.root)))
    for path in paths:
        print(f"{path.relative_to(options.root).as_posix()}  {path.stat().st_size / 1000:.0f} kB")
    return 0
