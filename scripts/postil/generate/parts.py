"""The page of a part: its passages, one below the other."""

from __future__ import annotations

from ..copy.in_place import Own
from ..links import Index, Linker
from ..model import Companion, Part
from .citing import citing
from .get import get
from .page import opening, paragraphs
from .passage import passage


def page(companion: Companion, part: Part, index: Index, own: Own) -> str:
    here = frozenset(id for each in part.passages for id in (each.id, *(note.id for note in each.notes)))
    linker = Linker(index, part.path, own=here)
    passages = [passage(each, linker, companion.essay, text=own.get(each.number)) for each in part.passages]
    return paragraphs(
        opening(part.title, part.description, _over(companion, part)),
        _yours() if own else get(companion.essay, linker),
        _reader(companion, part, linker),
        *passages,
        citing(companion),
    )


def _over(companion: Companion, part: Part) -> str:
    numbers = [each.number for each in part.passages]
    place = f"Part {part.number} of {len(companion.parts)}"
    return f"{place} · paragraphs {numbers[0]}–{numbers[-1]}" if numbers else place


def _yours() -> str:
    """In place of `get` in a private edition, which holds the essay."""
    return "Your own copy of the essay, with our analysis and notes. It is for you alone: do not publish it.\n{: .get }"


def _reader(companion: Companion, part: Part, linker: Linker) -> str:
    """The elements of the bar, and what they must know of the whole: how much comes before this part, and after.

    They stand before the passages, so that the filter is in force when the first of them is shown.
    """
    before = [other for other in companion.parts if other.number < part.number]
    after = [other for other in companion.parts if other.number > part.number]
    data = {
        "part": part.number,
        "notes-before": sum(len(each.notes) for other in before for each in other.passages),
        "notes": len(companion.notes),
        "passages-before": sum(len(other.passages) for other in before),
        "passages": len(companion.passages),
        "previous": linker.to(before[-1].path).replace(".md", ".html") if before else "",
        "next": linker.to(after[0].path).replace(".md", ".html") if after else "",
    }
    attributes = " ".join(f'data-{key}="{value}"' for key, value in data.items() if value != "")
    place = f'<reading-place data-before="{data["passages-before"]}" data-all="{data["passages"]}"></reading-place>'
    return f"<div hidden><note-walk {attributes}>{place}<note-filter></note-filter></note-walk></div>"
