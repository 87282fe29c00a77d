"""Whether a chosen place holds the whole passage, not a piece of it: what is not proved is ambiguous.

Both edges need a proof. The gram that stands there is one. So is the neighbour, itself proved, when it stands as close
as due: `gap` letters lie between the two passages, reckoned from their nearest hits; `reach` is half an edit of what is
due between these hits. The gap is at most `reach`, either way; or it is a heading's, and a paragraph breaks within
`reach` of the edge; or an advertisement's, and one breaks within EXACT of it. The essay's own first and last edge have
no neighbour: a break within EXACT will do when only the gram there is missing. A paragraph that breaks between
an edge and the hit nearest to it is a proof against.

Where something was cut out, exactly the letters due must be left. Where a gram is missing, no gram of another passage
may stand that is missing in that one: the stretch would be the other's.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .breaks import FULL, strength
from .chains import Chain, slack
from .cut import excised
from .fingerprints import Print
from .settle import NEAREST, View, around, begin, end

EXACT, HEADING = 3, 60  # letters


def proved(
    seen: View, prints: Sequence[Print], chosen: dict[int, Chain], ambiguous: set[int]
) -> tuple[dict[int, Chain], set[int]]:
    """What `settle` found, less the passages that are not proved; without these others may not be, and so on."""
    while loose := _loose(seen, prints, chosen):
        chosen = {number: chain for number, chain in chosen.items() if number not in loose}
        ambiguous = ambiguous | loose
    return chosen, ambiguous


def _loose(seen: View, prints: Sequence[Print], chosen: dict[int, Chain]) -> set[int]:
    strays = _strays(seen, chosen)
    return {
        number
        for number in chosen
        if not _whole(seen, prints, number, chosen)
        or any(
            other != number and low <= index < high
            for low, high in _gaps(seen, chosen[number], prints[number])
            for index, other in strays
        )
    }


def _strays(seen: View, chosen: dict[int, Chain]) -> list[tuple[int, int]]:
    """(index, number) of every hit of a gram that is missing where its passage is chosen."""
    there = {(number, hit[2]) for number, chain in chosen.items() for hit in chain.hits}
    return [
        (hit[0], number)
        for number, ways in enumerate(seen.chains)
        for chain in ways
        for hit in chain.hits
        if (number, hit[2]) not in there
    ]


def _gaps(seen: View, chain: Chain, print_: Print) -> list[tuple[int, int]]:
    """The words, from and to, between which a gram is missing."""
    hits, last = chain.hits, len(print_.grams) - 1
    found = [(one[1], two[0]) for one, two in pairwise(hits) if two[2] > one[2] + 1]
    if hits[0][2]:
        found.append((around(seen.at, begin(seen, chain, print_), 0).start, hits[0][0]))
    if hits[-1][2] < last:
        found.append((hits[-1][1], around(seen.at, end(seen, chain, print_), 0).start))
    return found


def _whole(seen: View, prints: Sequence[Print], number: int, chosen: dict[int, Chain]) -> bool:
    chain, last = chosen[number], len(prints[number].grams) - 1
    if chain.insertions and any(excised(seen, chain, prints[number])[1]):
        return False
    begins = chain.hits[0][2] == 0 or _edge(seen, prints, number, number - 1, chosen)
    return begins and (chain.hits[-1][2] == last or _edge(seen, prints, number, number + 1, chosen))


def _edge(seen: View, prints: Sequence[Print], number: int, other: int, chosen: dict[int, Chain]) -> bool:
    """Whether the edge of passage `number` towards `other`, the one before or after it, is proved without its gram."""
    chain, print_, ends = chosen[number], prints[number], other > number
    place = end(seen, chain, print_) if ends else begin(seen, chain, print_)
    if not 0 <= other < len(prints):
        exact = all(abs(surplus) <= EXACT for surplus in chain.surplus)
        return exact and len(chain.hits) == len(print_.grams) - 1 and _breaks(seen, place, EXACT)
    if other not in chosen:
        return False
    first, second = min(number, other), max(number, other)
    gap = begin(seen, chosen[second], prints[second]) - end(seen, chosen[first], prints[first])
    due = seen.at[chosen[second].hits[0][0]] - seen.at[chosen[first].hits[-1][0]] - gap
    reach = slack(due) // 2
    return not _parted(seen, chain, place, reach, ends) and (
        abs(gap) <= reach
        or (0 < gap <= HEADING and _breaks(seen, place, reach))
        or (0 < gap <= NEAREST and _breaks(seen, place, EXACT))
    )


def _breaks(seen: View, place: int, reach: int) -> bool:
    """Whether a paragraph breaks within `reach` letters of `place`."""
    return any(_full(seen, index) for index in around(seen.at, place, reach))


def _parted(seen: View, chain: Chain, place: int, reach: int, ends: bool) -> bool:
    """Whether a paragraph breaks between the nearest hit and what is within `reach` letters of `place`."""
    near = around(seen.at, place, reach)
    between = range(chain.hits[-1][1], near.start) if ends else range(near.stop, chain.hits[0][0] + 1)
    return any(_full(seen, index) for index in between)


def _full(seen: View, index: int) -> bool:
    return strength(seen.reading.text, seen.words, index) == FULL
