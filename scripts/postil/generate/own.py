"""A passage's text from a reader's own copy, set apart from our card, its notes pinned to its phrases.

The names are those that the page's own script gives a copy opened in the browser. The text is never markup: whatever
could mean something to a Markdown renderer or a browser is written as a character reference.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape

from ..copy.align import AMBIGUOUS, CHANGED, NOT_FOUND
from ..copy.in_place import OwnText
from ..links import Linker
from ..model import Note, Passage
from ..words import curly

SAID = {
    CHANGED: "Your copy differs here: some words are not those the notes were written for.",
    AMBIGUOUS: "More than one place in your copy fits this paragraph, so none is shown.",
    NOT_FOUND: "This paragraph was not found in your copy.",
}
PLAIN = re.compile(r"[0-9A-Za-z ,.;?()\u00a0-\U0010ffff]")


def own(passage: Passage, own: OwnText, linker: Linker) -> str:
    """The frame under the card as raw HTML."""
    remark, names = SAID.get(own.status, ""), "own" if own.text else "own none"
    lines = [
        f'<div class="{names}" role="group" aria-label="Paragraph {passage.number} in your copy">',
        '<p class="whose">Your copy</p>',
        f'<p class="words" lang="en">{_words(passage, own, linker)}</p>' if own.text else "",
        f'<p class="remark">{remark}</p>' if remark else "",
        "</div>",
    ]
    return "\n".join(line for line in lines if line)


def phrase_id(note: Note, linker: Linker) -> str:
    """The id of a note's phrase in the own text."""
    return f"own-{linker.id(note.id)}-ref"


def _words(passage: Passage, own: OwnText, linker: Linker) -> str:
    notes = {note.id: note for note in passage.notes}
    made, at = [], 0
    for pin in own.pins:
        made += [literal(own.text[at : pin.start]), _phrase(own.text[pin.start : pin.end], notes[pin.note], linker)]
        at = pin.end
    return "".join([*made, literal(own.text[at:])])


def _phrase(words: str, note: Note, linker: Linker) -> str:
    name = "" if words else f' aria-label="{escape(curly(note.title))}"'
    return (
        f'<a class="ref {note.kind}" href="#{linker.id(note.id)}" id="{phrase_id(note, linker)}" '
        f'role="doc-noteref"{name}>{literal(words)}</a>'
    )


def literal(text: str) -> str:
    """`text` as HTML that is this text under any renderer, without control characters."""
    return "".join(_literal(char) for char in text)


def _literal(char: str) -> str:
    if unicodedata.category(char) in ("Cc", "Cs"):
        return " "
    return char if PLAIN.fullmatch(char) else f"&#{ord(char)};"
