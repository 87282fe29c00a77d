"""The one-page companion: every card and note on one page, to print or to search with the browser.

Its ids carry the prefix "one-", and the site's search leaves it out, so that each passage is found once.
"""

from __future__ import annotations

from ..copy.in_place import Own
from ..links import Linker
from ..model import Companion
from .get import get
from .page import opening, paragraphs
from .passage import passage

PREFIX = "one-"


def page(companion: Companion, linker: Linker, own: Own) -> str:
    here = frozenset(id for each in companion.passages for id in (each.id, *(note.id for note in each.notes)))
    linker = Linker(linker.index, linker.page, PREFIX, here)
    blocks = []
    for part in companion.parts:
        blocks.append(f"## {part.title} {{ #{PREFIX}part-{part.number} }}")
        blocks += [passage(each, linker, companion.essay, 3, own.get(each.number)) for each in part.passages]
    return paragraphs(
        opening(
            "The companion on one page",
            "All cards and notes, to print or to read in one go.",
            meta="search:\n  exclude: true\n",
        ),
        "" if own else get(companion.essay, linker),
        *blocks,
    )
