"""The whole benchmark, and the page about it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from . import aligning, in_browser, machine, opening, own_build, paint, scale, sizes, weight
from .copies import copy, essay_of
from .process import progress
from .section import Section

FILE = "docs/about/benchmark.md"
HEAD = """---
description: How long a build takes, how it grows, and what a page weighs, measured by one command.
---

# Benchmark

`make bench` measures all of this in one run, and `make bench ARGS=--write` writes this page. {machine}
"""


def measured(root: Path, quick: bool) -> str:
    """Everything, as a page; `quick` measures once and with the smallest companion only."""
    times = {10: 1} if quick else {10: 1, 100: 3, 1000: 1}
    head = HEAD.format(machine=machine.description())
    with tempfile.TemporaryDirectory(prefix="postil-bench-") as folder:
        sections = _sections(root, Path(folder), quick, times)
    return head + "\n" + "\n\n".join(section.markdown() for section in sections) + "\n"


def _sections(root: Path, folder: Path, quick: bool, times: dict[int, int]) -> list[Section]:
    builds = 1 if quick else 5
    progress("a full build")
    own = copy(root, folder / "own")
    first = own_build.measure(own, essay_of(root), builds)
    return [
        first,
        scale.measure(own, folder, times),
        weight.measure(own, 0.5 if quick else 1.5),
        sizes.measure(own),
        opening.measure(own, folder / "opening", 24 if quick else opening.WANTED),
        paint.measure(own, folder / "paint", quick=quick),
        aligning.measure(folder, 1 if quick else 3, quick),
        in_browser.measure(own / "site", builds, quick),
    ]
