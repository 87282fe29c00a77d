"""The numbering key, for readers of paper, scans and braille."""

from __future__ import annotations

from ..links import Linker
from ..model import Companion, Part
from .page import opening, paragraphs


def page(companion: Companion, linker: Linker) -> str:
    essay = companion.essay
    return paragraphs(
        opening(
            "Numbering key", "How to number the paragraphs of your own copy, so that ¶6 means the same to everybody."
        ),
        "Count the paragraphs of the running text from 1, through the whole essay. Headings, pull quotes, captions and "
        "what the publisher's page adds around the text are not counted. The number of words helps to check.",
        *(_part(part, essay.words, linker) for part in companion.parts),
        f"## Where the numbering comes from {{ #numbering-provenance }}\n\n{essay.provenance}"
        if essay.provenance
        else "",
    )


def _part(part: Part, words: tuple[int, ...], linker: Linker) -> str:
    rows = [
        f"- [¶{each.number}]({linker.href(each.id)}){{ .passage }} {each.title} · {words[each.number - 1]} words"
        for each in part.passages
        if each.number <= len(words)
    ]
    return f"## {part.title} {{ #numbering-{part.number} }}\n\n" + "\n".join(rows) + "\n{: .contents }"
