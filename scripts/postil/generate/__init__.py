"""`generate` turns the companion into plain Markdown pages: every page the site has, as path and text; and the scripts
that hold the cards of their links.

Only standard Markdown extensions are needed to render them, so that MkDocs, ProperDocs and Zensical all can.
"""

from __future__ import annotations

from types import MappingProxyType

from ..copy.in_place import Own
from ..links import Index, Linker, entry_page
from ..model import Companion, Page
from . import companion as one_page
from . import entries, essay, front, lessons, notes, numbering, parts, sources, timeline
from .filled import filled
from .page import written
from .peeks import with_peeks

FRONT, COMPANION = "index.md", "companion.md"
GENERATED = {
    "essay/index.md": essay.page,
    "lessons/index.md": lessons.index_page,
    "timeline/index.md": timeline.page,
    "sources/index.md": sources.page,
    "notes.md": notes.page,
    "about/numbering.md": numbering.page,
}


def pages(companion: Companion, index: Index, own: Own = MappingProxyType({})) -> dict[str, str]:
    """Every page as path below docs/ and Markdown text, and the scripts that some of them ask for.

    `own` has the text of passages from a copy of the essay, for a private edition.
    """
    found = {page.path: _by_hand(companion, page, Linker(index, page.path)) for page in companion.pages}
    found |= {part.path: parts.page(companion, part, index, own) for part in companion.parts}
    found |= {lesson.path: lessons.page(companion, lesson, Linker(index, lesson.path)) for lesson in companion.lessons}
    found |= {path: make(companion, Linker(index, path)) for path, make in GENERATED.items()}
    found[COMPANION] = one_page.page(companion, Linker(index, COMPANION), own)
    for kind, group in (("term", companion.terms), ("person", companion.people)):
        if group:
            path = entry_page(kind)
            found[path] = entries.page(companion, group, Linker(index, path))
    linking = (each.path for each in (*companion.parts, *companion.lessons))
    return found | with_peeks(companion, index, {path: found[path] for path in linking})


def _by_hand(companion: Companion, page: Page, linker: Linker) -> str:
    made = front.page(companion, page, linker) if page.path == FRONT else written(page, linker)
    return filled(made, companion)


def page_paths(companion: Companion) -> set[str]:
    """The paths that `pages` will write."""
    written_by_hand = {page.path for page in companion.pages} | {part.path for part in companion.parts}
    return written_by_hand | {lesson.path for lesson in companion.lessons} | {COMPANION, *GENERATED}
