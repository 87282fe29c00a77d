"""The page of a part: its passages, one below the other."""

from __future__ import annotations

from ..links import Index, Linker
from ..model import Companion, Part
from .page import opening, paragraphs
from .passage import passage


def page(companion: Companion, part: Part, index: Index) -> str:
    own = frozenset(id for each in part.passages for id in (each.id, *(note.id for note in each.notes)))
    linker = Linker(index, part.path, own=own)
    numbers = [each.number for each in part.passages]
    over = f"Part {part.number} of {len(companion.parts)} · paragraphs {numbers[0]}–{numbers[-1]}" if numbers else ""
    get = linker.to("essay/index.md") + "#get-the-essay"
    return paragraphs(
        opening(part.title, part.description, over),
        f"Our analysis and notes, not the essay. [Get the essay]({get})\n{{: .get }}",
        *(passage(each, linker) for each in part.passages),
    )
