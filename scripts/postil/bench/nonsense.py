"""Sentences without meaning, the same for the same seed."""

from __future__ import annotations

from itertools import product
from random import Random

SYLLABLES = ("ba", "ce", "di", "fo", "gul", "han", "jer", "ki", "lom", "mu", "nap", "res", "tiv", "vok", "zar")
WORDS = ["".join(parts) for length in (1, 2, 3) for parts in product(SYLLABLES, repeat=length)]


class Nonsense:
    """A source of words. Short ones come more often, as in any language."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)

    def below(self, limit: int) -> int:
        return self.random.randrange(limit)

    def words(self, count: int) -> str:
        return " ".join(WORDS[int(len(WORDS) * self.random.random() ** 2)] for _ in range(count))

    def title(self, count: int) -> str:
        return self.words(count).capitalize()

    def sentence(self, count: int) -> str:
        return f"{self.title(count)}."

    def paragraph(self, sentences: int) -> str:
        return " ".join(self.sentence(12 + self.below(8)) for _ in range(sentences))

    def link(self, kind: str, count: int, first: int = 0) -> str:
        """A link to one of the `count` things of this kind, numbered from `first`."""
        return f"[{self.words(2)}][{kind}{first + self.below(count)}]"
