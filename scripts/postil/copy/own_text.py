"""A passage's text as the copy has it: punctuation kept, line ends and mail marks gone, cut words made whole.

Whether a hyphen at a line end is kept is told by the number of words that are due between two hits; where only some
are, those stay cut that the copy writes with a hyphen elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .chains import Chain
from .fingerprints import Print
from .normalise import FILLER, LINE_END
from .settle import View

Range = tuple[int, int]
OPENING = "\"'“‘«„([¿¡*_"
CLOSING = ".,;:!?…\"'”’»)]%*_"
NOT_SEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
MARKS = re.compile(f"({LINE_END})[ \t]*>[>| \t]*")
SPACES = re.compile("[ \t\r\n\f\v\u0085\u00a0\u2028\u2029]+")
CUT = re.compile(f"([-\u2010\u2011\u00ac\u00ad]){FILLER}{LINE_END}[ \t\r\n\u00a0>|]*")


@dataclass(frozen=True)
class Own:
    """The text of a passage, and its words, those cut at line ends made whole."""

    text: str
    words: tuple[str, ...]


def own(seen: View, kept: Sequence[Range], chain: Chain, print_: Print) -> Own:
    """The text of the words in the ranges `kept`."""
    whole = _made_whole(seen, kept, chain, print_)
    texts, words = [], []
    for start, stop in kept:
        texts.append(_piece(seen, start, stop, whole))
        glued = False
        for index in range(start, stop):
            word = seen.words[index].text
            if glued:
                words[-1] += word
            else:
                words.append(word)
            glued = index in whole
    return Own(" ".join(texts), tuple(words))


def _piece(seen: View, start: int, stop: int, whole: set[int]) -> str:
    text, words = seen.reading.text, seen.words
    begin, end = words[start].start, words[stop - 1].end
    least = words[start - 1].end if start else 0
    while begin > least and text[begin - 1] in OPENING:
        begin -= 1
    most = words[stop].start if stop < len(words) else len(text)
    while end < most and text[end] in CLOSING:
        end += 1
    made, at = [], begin
    for index in range(start, stop - 1):
        if words[index].glue:
            gap = text[words[index].end : words[index + 1].start]
            made += [text[at : words[index].end], "" if index in whole else CUT.sub(r"\1", gap)]
            at = words[index + 1].start
    made.append(text[at:end])
    return SPACES.sub(" ", NOT_SEEN.sub("", MARKS.sub(r"\1", "".join(made)))).strip(" ")


def _made_whole(seen: View, kept: Sequence[Range], chain: Chain, print_: Print) -> set[int]:
    """Indices of the words that are one with the next."""
    inside = [index for start, stop in kept for index in range(start, stop)]
    found_at = [(hit[0], print_.grams[hit[2]].word) for hit in chain.hits]
    stops = [(inside[0], 0), *found_at, (inside[-1] + 1, print_.words)]
    found: set[int] = set()
    for (start, before), (stop, after) in pairwise(stops):
        here = [index for index in inside if start <= index < stop]
        cut = [index for index in here if seen.words[index].glue and index + 1 in here]
        many = len(here) - (after - before)
        found.update(sorted(cut, key=lambda index: (_hyphened(seen, index), index))[: max(0, many)])
    return found


def _hyphened(seen: View, index: int) -> int:
    """How often the copy writes this word and the next with a hyphen inside a line."""
    words, text = seen.words, seen.reading.text
    pair = words[index].text, words[index + 1].text
    return sum(
        (one.text, two.text) == pair and two.start - one.end == 1 and text[one.end] in "-‐‑"
        for one, two in pairwise(words)
    )
