"""`generate` turns the companion into plain Markdown pages: every page the site has, as path and text; and the scripts
that hold the cards of their links.

Only standard Markdown extensions are needed to render them, so that MkDocs, ProperDocs and Zensical all can.
"""

from __future__ import annotations

from types import MappingProxyType

from ..copy.in_place import Own
from ..links import Index, Linker, entry_page
from ..model import Companion, Page
from . import classroom, entries, essay, front, lessons, notes, numbering, parts, sources, tasks, timeline
from . import companion as one_page
from .filled import filled
from .page import written
from .peeks import with_peeks
from .teachers import SHEETS

FRONT, COMPANION, PACKET = "index.md", "companion.md", "packet.html"
GENERATED = {
    "essay/index.md": essay.page,
    "lessons/index.md": lessons.index_page,
    "timeline/index.md": timeline.page,
    "sources/index.md": sources.page,
    "notes.md": notes.page,
    "about/numbering.md": numbering.page,
}
CLASSROOM = (tasks.OPEN, "classroom/assign.md", "classroom/collect.md")  # where there is a classroom


def pages(companion: Companion, index: Index, own: Own = MappingProxyType({}), address: str = "") -> dict[str, str]:
    """Every page as path below docs/ and Markdown text, and the scripts that some of them ask for.

    `own` has the text of passages from a copy of the essay, for a private edition. `address` is the public one of the
    site, "" where it has none.
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
    if companion.has_classroom:
        found |= _classroom(companion, index, own, address)
    linking = (each.path for each in (*companion.parts, *companion.lessons, *companion.assignments))
    return found | with_peeks(companion, index, {path: found[path] for path in linking})


def _classroom(companion: Companion, index: Index, own: Own, address: str) -> dict[str, str]:
    opened, assign, collect = CLASSROOM
    found = {each.path: tasks.ready_page(companion, each, index, own, address) for each in companion.assignments}
    return found | {
        opened: tasks.open_page(companion, index, own),
        assign: classroom.assign_page(companion, Linker(index, assign), address),
        collect: classroom.collect_page(companion, Linker(index, collect)),
    }


def _by_hand(companion: Companion, page: Page, linker: Linker) -> str:
    made = front.page(companion, page, linker) if page.path == FRONT else written(page, linker)
    return filled(made, companion, linker)


def page_paths(companion: Companion) -> set[str]:
    """The paths that `pages` will write, and those of the two files that are made beside them to be taken away."""
    groups = (companion.pages, companion.parts, companion.lessons, companion.assignments)
    made = {COMPANION, *GENERATED, *((*CLASSROOM, SHEETS, PACKET) if companion.has_classroom else ())}
    return {each.path for group in groups for each in group} | made
