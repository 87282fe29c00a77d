"""`generate` turns the companion into plain Markdown pages: every page the site has, as path and text; and the scripts
that hold the cards of their links.

Only standard Markdown extensions are needed to render them, so that MkDocs, ProperDocs and Zensical all can.
"""

from __future__ import annotations

from ..links import Index, Linker, entry_page
from ..model import Companion
from . import companion as one_page
from . import entries, essay, front, lessons, notes, numbering, parts, sources, timeline
from .page import written
from .peeks import with_peeks

FRONT = "index.md"
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
    """Every page as path below docs/ and Markdown text, and the scripts that some of them ask for."""
    found = {page.path: written(page, Linker(index, page.path)) for page in companion.pages}
    found |= {
        page.path: front.page(companion, page, Linker(index, page.path))
        for page in companion.pages
        if page.path == FRONT
    }
    found |= {part.path: parts.page(companion, part, index) for part in companion.parts}
    found |= {lesson.path: lessons.page(companion, lesson, Linker(index, lesson.path)) for lesson in companion.lessons}
    found |= {path: make(companion, Linker(index, path)) for path, make in GENERATED.items()}
    for kind, group in (("term", companion.terms), ("person", companion.people)):
        if group:
            path = entry_page(kind)
            found[path] = entries.page(companion, group, Linker(index, path))
    linking = (each.path for each in (*companion.parts, *companion.lessons))
    return found | with_peeks(companion, index, {path: found[path] for path in linking})


def page_paths(companion: Companion) -> set[str]:
    """The paths that `pages` will write."""
    written_by_hand = {page.path for page in companion.pages} | {part.path for part in companion.parts}
    return written_by_hand | {lesson.path for lesson in companion.lessons} | set(GENERATED)
