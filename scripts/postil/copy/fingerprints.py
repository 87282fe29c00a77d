"""What is published of each passage: lengths, and four short hashes far apart. No text can be read from it.

Per passage: its length in words and in letters ([a-z0-9] of the folded words), and grams of four words: the first four,
the last four, two between. No two grams touch, so none can be used to guess on from another. Letters, not words, say
where a gram stands, because they do not change when a hyphen or a space is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .grams import SIZE, run_hash


@dataclass(frozen=True)
class Gram:
    """Four words of a passage: index of the first, letters before it, 16-bit hash."""

    word: int
    letter: int
    hash: int


@dataclass(frozen=True)
class Print:
    """The fingerprint of one passage."""

    words: int
    letters: int
    grams: tuple[Gram, ...]

    def record(self) -> dict[str, Any]:
        return {
            "words": self.words,
            "letters": self.letters,
            "grams": [[gram.word, gram.letter, f"{gram.hash:04x}"] for gram in self.grams],
        }


def fingerprints(passages: Sequence[Sequence[str]]) -> list[Print]:
    """The fingerprints of passages given as lists of folded words."""
    common = Counter(
        run_hash(words[at : at + SIZE]) for words in passages for at in range(max(0, len(words) - SIZE + 1))
    )
    return [_print(words, common) for words in passages]


def from_record(record: dict[str, Any]) -> list[Print]:
    """Fingerprints as fingerprints.json has them. Raises KeyError, TypeError or ValueError when it is not one."""
    return [
        Print(
            int(each["words"]),
            int(each["letters"]),
            tuple(Gram(int(word), int(letter), int(code, 16)) for word, letter, code in each["grams"]),
        )
        for each in record["passages"]
    ]


def _print(words: Sequence[str], common: Counter[int]) -> Print:
    starts = list(_starts(words, common))
    lengths = [len(word) for word in words]
    grams = tuple(Gram(at, sum(lengths[:at]), run_hash(words[at : at + SIZE])) for at in starts)
    return Print(len(words), sum(lengths), grams)


def _starts(words: Sequence[str], common: Counter[int]) -> Iterator[int]:
    """First, between, last: as many as fit with at least one free word between two, at most four."""
    count = min(4, (len(words) + 1) // (SIZE + 1))
    last = len(words) - SIZE
    behind = 0
    for which in range(count):
        due = which * last // (count - 1) if count > 1 else 0
        if 0 < which < count - 1:
            room = last - (SIZE + 1) * (count - 1 - which)
            due = _rarest(words, common, due, behind, room)
        yield due
        behind = due + SIZE + 1


def _rarest(words: Sequence[str], common: Counter[int], due: int, low: int, high: int) -> int:
    """Of the places within six words of `due`, from `low` to `high`, the nearest of those with the rarest hash."""
    places = range(max(low, due - 6), min(high, due + 6) + 1)
    return min(places, key=lambda at: (common[run_hash(words[at : at + SIZE])], abs(at - due), at))
