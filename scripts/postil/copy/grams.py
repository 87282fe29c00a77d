"""Hashes of words: 32-bit FNV-1a per word, the same step over the words of a run, folded to 16 bits.

The same in JavaScript: `x * PRIME mod 2^32` is `Math.imul(x, PRIME) >>> 0`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from .normalise import Word

SIZE = 4
BASIS, PRIME, MASK = 2166136261, 16777619, 0xFFFFFFFF


@lru_cache(200_000)
def word_hash(word: str) -> int:
    """FNV-1a, 32 bits, of the ASCII bytes of a folded word."""
    value = BASIS
    for byte in word.encode("ascii"):
        value = (value ^ byte) * PRIME & MASK
    return value


def run_hash(words: Iterable[str]) -> int:
    """16 bits for a run of folded words: FNV-1a with one step a word, upper half xor lower half."""
    value = BASIS
    for word in words:
        value = (value ^ word_hash(word)) * PRIME & MASK
    return value >> 16 ^ value & 0xFFFF


def joined(words: Sequence[Word], at: int, size: int = SIZE) -> tuple[list[str], int]:
    """`size` words from index `at`, words cut at line ends made whole, and the index behind the last; maybe fewer."""
    found: list[str] = []
    while len(found) < size and at < len(words):
        text = words[at].text
        while words[at].glue and at + 1 < len(words):
            at += 1
            text += words[at].text
        found.append(text)
        at += 1
    return found, at


def hashes(words: Sequence[Word], size: int = SIZE) -> Iterator[tuple[int, int, int]]:
    """(index, index behind, hash) of every run of `size` words: words at line ends left cut, then made whole."""
    codes = [word_hash(word.text) for word in words]
    for at, run in enumerate(zip(*(codes[first:] for first in range(size)), strict=False)):
        value = BASIS
        for code in run:
            value = (value ^ code) * PRIME & MASK
        yield at, at + size, value >> 16 ^ value & 0xFFFF
    for at in _before_glue(words, size):
        run, behind = joined(words, at, size)
        if len(run) == size:
            yield at, behind, run_hash(run)


def _before_glue(words: Sequence[Word], size: int) -> list[int]:
    """Indices from which a run of `size` reaches a word that is cut."""
    found: set[int] = set()
    for at, word in enumerate(words):
        if word.glue:
            found.update(range(max(0, at - 2 * size), at + 1))
    return sorted(found)
