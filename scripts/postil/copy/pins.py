"""Pins: where a note belongs in the reader's own copy of a passage, without a word of it.

A pin is the first word and the number of words, and a 16-bit check made of lengths alone: letters of the passage before
it, times 32, plus its own letters modulo 32 (all modulo 2^16). A hash of so few words could be guessed, and with a
hundred notes would lay a third of the essay under hashes; lengths cannot. A pin lands where a word begins after as many
letters as published, inside a stretch of the passage that is known to be whole (Placed.sure), and is as long as it
should be; else it does not land.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from .align import Placed

STEP, BITS = 32, 0xFFFF


def check(words: Sequence[str], first: int, length: int) -> int:
    """The check of `length` words from `first` in a passage."""
    before = sum(map(len, words[:first]))
    return before * STEP + sum(map(len, words[first : first + length])) % STEP & BITS


def find(words: Sequence[str], phrase: Sequence[str]) -> list[int]:
    """Where `phrase` stands among `words`."""
    size = len(phrase)
    return [at for at in range(len(words) - size + 1) if size and list(words[at : at + size]) == list(phrase)]


def land(placed: Placed, first: int, length: int, code: int) -> tuple[int, int] | None:
    """The words of `placed` that the pin names, as a half-open range; None when it does not land there."""
    before = [0, *accumulate(map(len, placed.words))]
    for start, stop, here in placed.sure:
        for index in range(max(0, first - length - 40), min(len(placed.words) - length, first + 40) + 1):
            letters = before[index] - here + start
            size = before[index + length] - before[index]
            if start <= letters and letters + size <= stop and letters * STEP + size % STEP & BITS == code:
                return index, index + length
    return None
