"""The way in: how to get the essay, and its parts and passages by our titles."""

from __future__ import annotations

from ..links import Linker
from ..model import Companion, Essay, Part
from .page import opening, paragraphs


def page(companion: Companion, linker: Linker) -> str:
    return paragraphs(
        opening("Read", "The essay in parts and paragraphs, each with our analysis and notes."),
        "## Get the essay { #get-the-essay }",
        _essay(companion.essay),
        "## Parts and paragraphs { #parts }",
        *(_part(part, linker) for part in companion.parts),
        f'<div><reading-place data-all="{len(companion.passages)}"></reading-place></div>',
        "## Other ways through { #other-ways }",
        f"- [All notes by kind]({linker.to('notes.md')})\n"
        f"- [The companion on one page]({linker.to('companion.md')}), to print or to search with the browser\n"
        f"- [Numbering key]({linker.to('about/numbering.md')}), for readers of paper",
    )


def _essay(essay: Essay) -> str:
    name = f"{essay.title}: {essay.subtitle}" if essay.subtitle else essay.title
    where = f"[At the publisher]({essay.address})" if essay.address else "Search for the title at the publisher"
    return (
        f"“{name},” by {_listed(essay.authors)}, *{essay.publisher}*, {essay.issued}. The essay is not on this "
        f"site: read it first, or beside the notes.\n\n"
        f"- {where}.{' ' + essay.address_note if essay.address_note else ''}\n"
        f"- Through your library: many school, university and public libraries hold *{essay.publisher}*. "
        f"Search their catalog for the title of the essay.\n"
        f"- Without a subscription: the cards and notes here can be read alone, and so can every question marked "
        f"“cards and notes are enough.”"
    )


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _part(part: Part, linker: Linker) -> str:
    lines = [f"### [{part.title}]({linker.to(part.path)}) {{ #part-{part.number} }}", part.description]
    rows = [
        f"- [¶{each.number}]({linker.href(each.id)}){{ .passage }} {each.title}{_notes(len(each.notes))}"
        for each in part.passages
    ]
    return "\n\n".join([*lines, "\n".join(rows) + "\n{: .contents }"])


def _notes(number: int) -> str:
    return f" · {number} note{'s' if number > 1 else ''}" if number else ""
