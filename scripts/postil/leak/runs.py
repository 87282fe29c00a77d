"""Runs of essay words in any text, without a look at most of its words.

Words are those of copy.normalise. A run of `least` words or more holds, from every `step`-th word on, a gram of `size`
words whole, where size + step - 1 = least. So only every step-th gram of a text is looked up, and a run is followed to
both ends where one is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..copy.normalise import fold

LEAST = 4  # shorter runs are chance: "one of the most"


OTHER = re.compile(r"[^\x00-\x7f]+")
ASCII = {code: fold(chr(code)) or None for code in range(128)}  # None and ASCII alone let str.translate be fast


@dataclass(frozen=True)
class Run:
    """Words that stand in both, in a row: the first in the text, their number, the first in the essay; from 0."""

    first: int
    length: int
    essay: int


class Wanted:
    """The essay's words, its name left out, ready to be looked for; runs of `least` words or more are found."""

    def __init__(self, text: str, names: Sequence[str] = (), limit: int = LEAST - 1) -> None:
        self.least = max(1, min(LEAST, limit + 1))
        self.size = (self.least + 1) // 2 + (self.least > 2)
        self.step = self.least - self.size + 1
        self.words = tuple(_without(words(text), [words(name) for name in names]))
        self.places: dict[tuple[str, ...], list[int]] = {}
        for at, gram in enumerate(_grams(self.words, self.size)):
            self.places.setdefault(gram, []).append(at)
        self._text = f" {' '.join(self.words)} "

    def has(self, phrase: Sequence[str]) -> bool:
        """Whether the words of `phrase` stand in the essay in a row."""
        return bool(phrase) and f" {' '.join(phrase)} " in self._text

    def runs(self, found: Sequence[str]) -> Iterator[Run]:
        """The runs among the words `found`, each as long as it can be; of those over one gram the longest."""
        behind = 0
        for number, gram in enumerate(_grams(found, self.size, self.step)):
            if gram in self.places and number * self.step >= behind:
                at = number * self.step
                run = max((self._whole(found, at, place) for place in self.places[gram]), key=lambda run: run.length)
                if run.length >= self.least:
                    behind = run.first + run.length
                    yield run

    def _whole(self, found: Sequence[str], at: int, place: int) -> Run:
        before, behind = 0, self.size
        while min(at, place) > before and found[at - before - 1] == self.words[place - before - 1]:
            before += 1
        while at + behind < len(found) and place + behind < len(self.words):
            if found[at + behind] != self.words[place + behind]:
                break
            behind += 1
        return Run(at - before, before + behind, place - before)


def words(text: str) -> list[str]:
    """The folded words of `text`: those of `normalise`, without their places and twenty times as fast."""
    text = OTHER.sub(lambda found: _folded(found[0]), text)
    return text.translate(ASCII).split()


@lru_cache(20_000)
def _folded(text: str) -> str:
    return "".join(map(fold, text))


def _grams(found: Sequence[str], size: int, step: int = 1) -> Iterator[tuple[str, ...]]:
    return zip(*(found[at::step] for at in range(size)), strict=False)


def _without(found: list[str], names: list[list[str]]) -> Iterator[str]:
    """`found` with "-", which is no word, where one of `names` stood: the name of an essay is not its text."""
    at = 0
    while at < len(found):
        name = next((name for name in names if name and found[at : at + len(name)] == name), None)
        yield "-" if name else found[at]
        at += len(name or " ")
