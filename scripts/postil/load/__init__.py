"""`load` reads a project's docs/ once and returns the companion it describes, with what could not be read.

The only part of postil that knows how authors write: front matter, headings with ids, `Key: text` lines, `/// note`
blocks, YAML and JSON.
"""

from __future__ import annotations

from pathlib import Path

from ..findings import Finding
from ..model import Companion
from .assignments import load_assignments
from .entries import load_people, load_terms
from .essay import load_essay
from .events import load_timeline
from .leak import load_measured, load_prints
from .lessons import load_lessons
from .pages import load_pages
from .parts import load_parts
from .reader import Reader
from .sources import load_sources
from .tables import load_tables


def load(root: Path) -> tuple[Companion, list[Finding]]:
    """The companion in `root`/docs and every finding about its form. What is unreadable is left out and reported."""
    reader = Reader(root)
    essay = load_essay(reader)
    companion = Companion(
        essay=essay,
        parts=load_parts(reader, essay),
        terms=load_terms(reader),
        people=load_people(reader),
        timeline=load_timeline(reader),
        tables=load_tables(reader),
        sources=load_sources(reader),
        lessons=load_lessons(reader),
        assignments=load_assignments(reader),
        pages=load_pages(reader),
        prints=load_prints(reader),
        measured=load_measured(reader),
    )
    return companion, reader.findings
