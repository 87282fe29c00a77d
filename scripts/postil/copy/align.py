"""A copy laid beside the fingerprints: where each passage stands in it, or that it does not.

In order: the plain reading (readings.py), its words (normalise.py), the places of the published grams (chains.py),
which of them hold (settle.py) and are the whole passage (proof.py), its own words there (cut.py, own_text.py). Where
the plain reading does not show every passage whole, other readings are tried, each passage taking the first that shows
it best; readings with a guessed page height only when some other reading has placed a passage that the plain one has
not.

Another reading than the plain one shows a passage only when it is matched with nothing cut out of it; and where one has
placed a passage that the plain one has not, no passage is *changed*: it is ambiguous.

Statuses: *matched*: every gram at its place and the letters between them as many as published; *changed*: placed, but
not that; *ambiguous*: more than one place, none better, or a place that may be only a piece; *not found*. What is
matched shares all grams with the passage, in most sixteen words; what is changed at least two, eight words. Only
integers are compared; sorts are stable and every key ends in a position.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .chains import Chain
from .cut import edges, excised, minus
from .fingerprints import Print
from .own_text import own
from .proof import proved
from .readings import Reading, others, plain
from .settle import View, settle, view

MATCHED, CHANGED, AMBIGUOUS, NOT_FOUND = "matched", "changed", "ambiguous", "not found"
RANK = {MATCHED: 3, CHANGED: 2, AMBIGUOUS: 1, NOT_FOUND: 0}
LONG = 60_000  # words beyond which only the plain reading is tried


@dataclass(frozen=True)
class Placed:
    """One passage in the copy. `begin` and `end` are offsets in the copy; `grams` how many of its grams were found;
    `more` the words it has more (or fewer) than published; `cut` how many stretches inside were not its own; `sure` the
    stretches known to be whole, in letters of the passage: (first, behind the last, first here)."""

    n: int
    status: str
    begin: int | None = None
    end: int | None = None
    text: str = ""
    words: tuple[str, ...] = ()
    grams: int = 0
    more: int = 0
    score: int = 0
    reading: str = ""
    sure: tuple[tuple[int, int, int], ...] = ()
    cut: int = 0


def align(copy: str, prints: Sequence[Print]) -> list[Placed]:
    """Every passage of `prints`, in order, with its place in `copy`."""
    seen = view(plain(copy), prints)
    best = read(seen, prints)
    if len(seen.words) <= LONG and any(each.status != MATCHED for each in best):
        best = _tried(best, copy, prints)
    return best


def _tried(best: list[Placed], copy: str, prints: Sequence[Print]) -> list[Placed]:
    """`best`, improved by other readings of the copy."""
    before, gained = best, False
    for reading in others(copy):
        if _guessed(reading) and not gained:
            break
        found = map(_certain, read(view(reading, prints), prints))
        best = [max(pair, key=_merit) for pair in zip(best, found, strict=True)]
        gained = gained or any(
            RANK[new.status] > max(1, RANK[old.status]) for old, new in zip(before, best, strict=True)
        )
        if all(each.status == MATCHED for each in best):
            break
    return [_doubted(each) for each in best] if gained else best


def _doubted(each: Placed) -> Placed:
    """Where lines proved to be out of order, what the copy's own order shows counts only when it is whole."""
    return Placed(each.n, AMBIGUOUS) if each.status == CHANGED else each


def _certain(each: Placed) -> Placed:
    """What a guessed order of lines shows counts only when it is whole and nothing had to be cut out of it."""
    return each if each.status == MATCHED and not each.cut else Placed(each.n, NOT_FOUND)


def _guessed(reading: Reading) -> bool:
    return "-" in reading.name


def _merit(each: Placed) -> tuple[int, int]:
    return RANK[each.status], each.score


def read(seen: View, prints: Sequence[Print]) -> list[Placed]:
    """The passages in one reading."""
    chosen, ambiguous = proved(seen, prints, *settle(seen, prints))
    order = sorted(chosen, key=lambda number: chosen[number].hits[0][0])
    found = {}
    low = 0
    for place, number in enumerate(order):
        after = chosen[order[place + 1]].hits[0][0] if place + 1 < len(order) else len(seen.words)
        found[number], low = _place(seen, number, chosen[number], prints[number], low, after)
    return [
        found.get(number) or Placed(number + 1, AMBIGUOUS if number in ambiguous else NOT_FOUND)
        for number in range(len(prints))
    ]


def _place(seen: View, number: int, chain: Chain, print_: Print, low: int, high: int) -> tuple[Placed, int]:
    span = edges(seen, chain, print_, low, high)
    out, left = excised(seen, chain, print_)
    kept = minus(span, out)
    mine = own(seen, kept, chain, print_)
    edited = (span[0] < chain.hits[0][0] or span[1] > chain.hits[-1][1]) or any(left)
    exact = len(chain.hits) == len(print_.grams) and not edited
    placed = Placed(
        n=number + 1,
        status=MATCHED if exact else CHANGED,
        begin=seen.reading.place(seen.words[span[0]].start),
        end=seen.reading.place(seen.words[span[1] - 1].end - 1) + 1,
        text=mine.text,
        words=mine.words,
        grams=len(chain.hits),
        more=len(mine.words) - print_.words,
        score=100 * len(chain.hits) - sum(min(abs(each), 45) for each in left),
        reading=seen.reading.name,
        cut=len(out),
        sure=tuple(_sure(seen, kept, chain, left, print_)),
    )
    return placed, span[1]


def _sure(
    seen: View, kept: Sequence[tuple[int, int]], chain: Chain, left: Sequence[int], print_: Print
) -> list[tuple[int, int, int]]:
    """The found grams, and those between which nothing is missing or too much as one stretch."""
    found: list[tuple[int, int, int]] = []
    for which, (index, behind, gram) in enumerate(chain.hits):
        start = print_.grams[gram].letter
        stop = start + seen.at[behind] - seen.at[index]
        if which and left[which - 1] == 0:
            found[-1] = (found[-1][0], stop, found[-1][2])
        else:
            here = sum(seen.at[min(last, index)] - seen.at[min(first, index)] for first, last in kept)
            found.append((start, stop, here))
    return found
