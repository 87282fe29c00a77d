"""From a chosen place to the passage's own words: where it begins and ends, and what inside is not its own.

An edge whose gram was found is where the gram is; the end moves on to the end of a sentence at most NUDGE letters away.
Any other edge is looked for within an edit of the place that the nearest hit gives, never inside a neighbour: the
paragraph's begin or end nearest to that hit; without one the cheapest by breaks.COST plus the distance in letters, the
earlier of equals.
"""

from __future__ import annotations

from collections.abc import Sequence

from .breaks import COST, FULL, SENTENCE_END, strength
from .chains import Chain, slack
from .fingerprints import Print
from .foreign import foreign
from .settle import View, around, begin, end

Range = tuple[int, int]
NUDGE = 12


def edges(seen: View, chain: Chain, print_: Print, low: int, high: int) -> Range:
    """First word of the passage and the one behind its last, between the words `low` and `high`."""
    first, last = chain.hits[0], chain.hits[-1]
    start, stop = first[0], last[1]
    if print_.grams[first[2]].word:
        start = _edge(seen, begin(seen, chain, print_), first[0], low, first[0])
    if last[2] < len(print_.grams) - 1:
        stop = _edge(seen, end(seen, chain, print_), last[1], last[1], high)
    else:
        stop = _nudged(seen, stop, high)
    return start, stop


def _nudged(seen: View, stop: int, high: int) -> int:
    """The first end of a sentence from `stop` on, at most NUDGE letters away; else `stop`."""
    for index in range(stop, high + 1):
        if seen.at[index] - seen.at[stop] > NUDGE:
            break
        if strength(seen.reading.text, seen.words, index) >= SENTENCE_END:
            return index
    return stop


def _edge(seen: View, place: int, anchor: int, low: int, high: int) -> int:
    """The word where the passage breaks off, about `place` letters into the text; the nearest hit is at `anchor`."""
    reach = slack(abs(seen.at[anchor] - place))
    found = [index for index in around(seen.at, place, reach) if low <= index <= high]
    if not found:
        return min(max(low, around(seen.at, place, 0).start), high)
    broken = {index: strength(seen.reading.text, seen.words, index) for index in found}
    full = [index for index in found if broken[index] == FULL]
    if full:
        return min(full, key=lambda index: (abs(index - anchor), index))
    return min(found, key=lambda index: (COST[broken[index]] + abs(seen.at[index] - place), index))


def excised(seen: View, chain: Chain, print_: Print) -> tuple[list[Range], list[int]]:
    """Ranges of words between the hits that are not the passage's, and the surplus that is left between each two."""
    out: list[Range] = []
    left = []
    for first, second, surplus in zip(chain.hits, chain.hits[1:], chain.surplus, strict=False):
        due = print_.grams[second[2]].letter - print_.grams[first[2]].letter
        runs = (
            foreign(seen.reading.text, seen.words, seen.at, first[1], second[0], surplus, slack(due))
            if surplus > 0
            else []
        )
        out += runs
        left.append(surplus - sum(seen.at[stop] - seen.at[start] for start, stop in runs))
    return out, left


def minus(span: Range, out: Sequence[Range]) -> list[Range]:
    """`span` without the ranges `out`, which lie inside it in order."""
    kept, start = [], span[0]
    for first, last in out:
        kept.append((start, first))
        start = last
    return [each for each in [*kept, (start, span[1])] if each[0] < each[1]]
