"""The front page: as somebody wrote it, with the essay in small before its first heading."""

from __future__ import annotations

from ..links import Linker
from ..model import Companion, Page
from .leaves import leaves
from .page import joined, paragraphs, written


def page(companion: Companion, page: Page, linker: Linker) -> str:
    """`page` with the drawing, and with the number of passages where it offers to resume (reading-place.js)."""
    head, mark, rest = written(page, linker).partition("\n## ")
    head = head.replace("<reading-place>", f'<reading-place data-all="{len(companion.passages)}">')
    after = joined('<div class="after" markdown="1">', (mark + rest).strip(), "</div>") if rest else ""
    return paragraphs(head.rstrip(), leaves(companion, linker), after)
