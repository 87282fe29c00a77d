"""Text to words, each with its place in the text.

The same in JavaScript, to the letter. For each code point `c`, `fold(c)` is

1. nothing, when `c` is in IGNORED (apostrophes, soft hyphen, zero-width and direction marks);
2. else NFKD of `c`, marks (general category M) left out, lower case, EXTRA replaced; of that, [a-z0-9] stays and each
   other character becomes one space.

A word is a longest run of [a-z0-9] in the concatenation; characters that fold to nothing do not end it. It starts at
the first code point that gave it a character and ends behind the last. Offsets count code points here and UTF-16 units
in JavaScript; shared vectors count code points.

`glue` marks a word that may continue in the next one: between them stand a hyphen (HYPHENS) and a line end, both sides
are letters, and the next word is not capitalized. Whether they are one word ("exam-/ple") or two ("long-/term") is
left to whoever knows how many words are due; `grams` tries both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import NamedTuple

IGNORED = frozenset(
    "'’‘‛ʼ′＇`´\u00ad\u034f\u061c\u180e\ufeff"
    + "".join(map(chr, (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))))
)
EXTRA = {"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
CHUNK = re.compile("[0-9A-Za-z'`\u0080-\U0010ffff]+")
LINE_END = "(?:[\n\f\u0085\u2028\u2029]|\r(?!\n))"
FILLER = "[ \t\r\u00a0>|]*"
GLUE = re.compile(f"[-\u2010\u2011\u00ac\u00ad]{FILLER}{LINE_END}[ \t\r\n\u00a0>|]*")


class Word(NamedTuple):
    """A folded word and the half-open range of the text it was read from."""

    text: str
    start: int
    end: int
    glue: bool = False


def normalise(text: str) -> list[Word]:
    """The words of `text`."""
    found: list[tuple[str, int, int]] = []
    for chunk in CHUNK.finditer(text):
        piece = chunk.group()
        if piece.isascii() and piece.isalnum():
            found.append((piece.lower(), chunk.start(), chunk.end()))
        else:
            found.extend(_slowly(piece, chunk.start()))
    made = [Word(*word, after[1] - word[2] > 1 and _glued(text, word, after)) for word, after in pairwise(found)]
    return [*made, Word(*found[-1])] if found else []


@cache
def fold(char: str) -> str:
    """What one code point becomes: [a-z0-9 ]*, where a space ends a word and nothing does not."""
    if char in IGNORED:
        return ""
    plain = "".join(each for each in unicodedata.normalize("NFKD", char) if unicodedata.category(each)[0] != "M")
    plain = "".join(EXTRA.get(each, each) for each in plain.lower())
    return re.sub("[^a-z0-9]", " ", plain)


def _slowly(piece: str, offset: int) -> list[tuple[str, int, int]]:
    found, letters, start, end = [], "", 0, 0
    for at, char in enumerate(piece, offset):
        for letter in fold(char):
            if letter == " ":
                if letters:
                    found.append((letters, start, end))
                letters = ""
                continue
            if not letters:
                start = at
            letters, end = letters + letter, at + 1
    return [*found, (letters, start, end)] if letters else found


def _glued(text: str, word: tuple[str, int, int], after: tuple[str, int, int]) -> bool:
    if text[word[2]] not in "-\u2010\u2011\u00ac\u00ad":
        return False
    if word[0][-1].isdigit() or after[0][0].isdigit() or "A" <= text[after[1]] <= "Z":
        return False
    return GLUE.fullmatch(text, word[2], after[1]) is not None
