"""Which of the places where a passage may stand it is given: refuse rather than guess.

A chain is long when its hits span at least half of the passage's letters. It stands alone ("solid") with four hits;
when long, also with three, if exactly the letters due stand where one between them is missing, and the text has at most
SMALL words or all between them are edits. Any other long chain needs a neighbour: the passage before or after it,
placed and NEAREST. A chain of two hits that is not long needs both neighbours, NEAR (one at either end of the essay). A
single hit places nothing. Whether a chosen chain holds the whole passage is for proof.py to say.

Of several solid places the one with more neighbours wins, then the better score, then the earlier; but where neighbours
do not decide, less than MARGIN apart, and the best is not whole (every gram at its exact distance), it is ambiguous.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .chains import Chain, chains, hits, letters, slack
from .fingerprints import Print
from .foreign import foreign
from .normalise import Word, normalise
from .readings import Reading

SMALL, MARGIN = 20_000, 50
NEAR, NEAREST = 1000, 300  # letters between neighbours: headings, pull quotes, advertisements


@dataclass(frozen=True)
class View:
    """A reading with its words, letters before each word, and the chains of each passage."""

    reading: Reading
    words: list[Word]
    at: list[int]
    chains: list[list[Chain]]


def view(reading: Reading, prints: Sequence[Print]) -> View:
    words = normalise(reading.text)
    at = letters(words)
    found = hits(words, prints)

    def cuttable(low: int, high: int, surplus: int, reach: int) -> bool:
        return bool(foreign(reading.text, words, at, low, high, surplus, reach))

    ways = [chains(each, at, print_, cuttable) for each, print_ in zip(found, prints, strict=True)]
    return View(reading, words, at, ways)


def settle(seen: View, prints: Sequence[Print]) -> tuple[dict[int, Chain], set[int]]:
    """The chosen chain of each passage (by index), and the passages that are ambiguous."""
    solid = {
        number: kept
        for number, print_ in enumerate(prints)
        if (kept := [chain for chain in seen.chains[number] if _solid(seen, chain, print_)])
    }
    chosen: dict[int, Chain] = {}
    ambiguous: set[int] = set()
    for number, contenders in solid.items():
        chain = _best(seen, prints, number, contenders, solid)
        if chain is None:
            ambiguous.add(number)
        else:
            chosen[number] = chain
    _add_supported(seen, prints, chosen, ambiguous)
    return _without_overlaps(seen, prints, chosen, ambiguous)


def begin(seen: View, chain: Chain, print_: Print) -> int:
    """Letters of the reading before the passage, by the first hit."""
    return seen.at[chain.hits[0][0]] - print_.grams[chain.hits[0][2]].letter


def end(seen: View, chain: Chain, print_: Print) -> int:
    """Letters of the reading up to the end of the passage, by the last hit."""
    last = chain.hits[-1]
    return seen.at[last[0]] - print_.grams[last[2]].letter + print_.letters


def whole(chain: Chain, print_: Print) -> bool:
    return chain.exact and len(chain.hits) == len(print_.grams)


def _solid(seen: View, chain: Chain, print_: Print) -> bool:
    count, small = len(chain.hits), len(seen.words) <= SMALL
    tight = all(_edit(chain, print_, which) for which in range(len(chain.surplus)))
    if count >= 4:
        return True
    return count == 3 and long(chain, print_) and (tight or small) and _unbroken(chain)


def long(chain: Chain, print_: Print) -> bool:
    """Whether the hits span at least half of the passage, so that no stray piece of it is taken for the whole."""
    first, last = (print_.grams[hit[2]].letter for hit in (chain.hits[0], chain.hits[-1]))
    return 2 * (last - first) >= print_.letters


def _edit(chain: Chain, print_: Print, which: int) -> bool:
    first, second = chain.hits[which], chain.hits[which + 1]
    return abs(chain.surplus[which]) <= slack(print_.grams[second[2]].letter - print_.grams[first[2]].letter)


def _unbroken(chain: Chain) -> bool:
    """Whether exactly the letters due stand where a gram between two others is missing."""
    pairs = zip(chain.surplus, pairwise(chain.hits), strict=True)
    return all(surplus == 0 or after[2] == before[2] + 1 for surplus, (before, after) in pairs)


def around(at: Sequence[int], place: int, reach: int) -> range:
    """The indices of the words that begin within `reach` letters of `place`, and of the end of the text."""
    return range(_first(at, place - reach), _first(at, place + reach + 1))


def _first(at: Sequence[int], place: int) -> int:
    low, high = 0, len(at)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if at[middle] < place else (low, middle)
    return low


def _follows(seen: View, prints: Sequence[Print], number: int, first: Chain, second: Chain, near: int) -> bool:
    """Whether `second`, of passage `number` + 1, stands close behind `first`, of passage `number`."""
    gap = begin(seen, second, prints[number + 1]) - end(seen, first, prints[number])
    return -max(slack(prints[number].letters), slack(prints[number + 1].letters)) <= gap <= near


def _neighbours(
    seen: View, prints: Sequence[Print], number: int, chain: Chain, placed: dict[int, list[Chain]], near: int = NEAR
) -> int:
    """How many of the two neighbours have a place close to `chain`."""
    before = any(_follows(seen, prints, number - 1, each, chain, near) for each in placed.get(number - 1, ()))
    after = any(_follows(seen, prints, number, chain, each, near) for each in placed.get(number + 1, ()))
    return before + after


def _best(
    seen: View, prints: Sequence[Print], number: int, contenders: list[Chain], solid: dict[int, list[Chain]]
) -> Chain | None:
    top = max(chain.score for chain in contenders)
    ranked = sorted(
        ((-_neighbours(seen, prints, number, chain, solid), -chain.score, chain.hits[0][0], chain)
         for chain in contenders if chain.score > top - MARGIN),
        key=lambda entry: entry[:3],
    )  # fmt: skip
    first = ranked[0]
    if len(ranked) > 1 and ranked[1][0] == first[0] and not whole(first[3], prints[number]):
        return None
    return first[3]


def _add_supported(seen: View, prints: Sequence[Print], chosen: dict[int, Chain], ambiguous: set[int]) -> None:
    """Adds long chains with a neighbour, then others with both, until nothing changes."""
    for least, needed, near in ((2, 1, NEAREST), (2, 2, NEAR)):
        changed = True
        while changed:
            changed = False
            for number in range(len(prints)):
                if number in chosen or number in ambiguous:
                    continue
                placed = {each: [chosen[each]] for each in (number - 1, number + 1) if each in chosen}
                due = needed - (needed == 2 and number in (0, len(prints) - 1))
                fitting = [
                    chain
                    for chain in seen.chains[number]
                    if len(chain.hits) >= least
                    and (needed == 2 or long(chain, prints[number]))
                    and _neighbours(seen, prints, number, chain, placed, near) >= due
                ]
                if len(fitting) == 1 or (len(fitting) > 1 and fitting[0].score >= fitting[1].score + MARGIN):
                    chosen[number] = fitting[0]
                    changed = True


def _without_overlaps(
    seen: View, prints: Sequence[Print], chosen: dict[int, Chain], ambiguous: set[int]
) -> tuple[dict[int, Chain], set[int]]:
    """Of two passages whose hits interlock the worse is ambiguous: one of them must be wrong."""
    order = sorted(chosen, key=lambda number: (chosen[number].hits[0][0], number))
    for number, after in pairwise(order):
        if chosen[number].hits[-1][1] > chosen[after].hits[0][0]:
            ambiguous = ambiguous | {min(number, after, key=lambda each: (chosen[each].score, each))}
    return {number: chain for number, chain in chosen.items() if number not in ambiguous}, ambiguous
