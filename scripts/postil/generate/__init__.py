"""`generate` turns the companion into plain Markdown pages: every page the site has, as path and text.

Only standard Markdown extensions are needed to render them, so that MkDocs, ProperDocs and Zensical all can.
"""

from __future__ import annotations

from ..links import Index, Linker, entry_page
from ..model import Companion
from . import companion as one_page
from . import entries, essay, lessons, notes, numbering, parts, sources, timeline
from .filled import filled
from .page import written

GENERATED = {
    "essay/index.md": essay.page,
    "lessons/index.md": lessons.index_page,
    "timeline/index.md": timeline.page,
    "sources/index.md": sources.page,
    "notes.md": notes.page,
    "companion.md": one_page.page,
    "about/numbering.md": numbering.page,
}


def pages(companion: Companion, index: Index) -> dict[str, str]:
    """Every page as path below docs/ and Markdown text."""
    found = {page.path: filled(written(page, Linker(index, page.path)), companion) for page in companion.pages}
    found |= {part.path: parts.page(companion, part, index) for part in companion.parts}
    found |= {lesson.path: lessons.page(companion, lesson, Linker(index, lesson.path)) for lesson in companion.lessons}
    found |= {path: make(companion, Linker(index, path)) for path, make in GENERATED.items()}
    for kind, group in (("term", companion.terms), ("person", companion.people)):
        if group:
            path = entry_page(kind)
            found[path] = entries.page(companion, group, Linker(index, path))
    return found


def page_paths(companion: Companion) -> set[str]:
    """The paths that `pages` will write."""
    written_by_hand = {page.path for page in companion.pages} | {part.path for part in companion.parts}
    return written_by_hand | {lesson.path for lesson in companion.lessons} | set(GENERATED)
