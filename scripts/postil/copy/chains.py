"""Places where a passage may stand in a reading: chains of its grams, found in order and about as far apart as due.

A hit is (index, index behind, gram number). Distances are counted in letters, cumulated in `at`. Between two hits,
`surplus` is the letters found less the letters due; slack, 12 + due // 8 either way, is an edit; up to 900 + due more
is an insertion (an advertisement, a pull quote) if `cuttable(index behind the first, index of the second, surplus,
slack)` finds what to cut out; else the two hits do not belong together. A chain's score is 100 a gram, less
min(|surplus|, 40) for each edit and 45 for each insertion; of the chains that end in one hit the best counts, the
earlier start among equals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .fingerprints import Print
from .grams import hashes
from .normalise import Word

Hit = tuple[int, int, int]
Cuttable = Callable[[int, int, int, int], bool]
MANY = 400  # hits of one gram that are looked at; the rest of them are the noise of a very long text


@dataclass(frozen=True)
class Chain:
    """Hits of one passage in order, the letters too many between each two, and the score."""

    hits: tuple[Hit, ...]
    surplus: tuple[int, ...]
    score: int

    @property
    def exact(self) -> bool:
        return not any(self.surplus)


def letters(words: Sequence[Word]) -> list[int]:
    """Letters before each word, and behind the last."""
    found = [0]
    for word in words:
        found.append(found[-1] + len(word.text))
    return found


def hits(words: Sequence[Word], prints: Sequence[Print]) -> list[list[Hit]]:
    """For each passage the places of its grams, by index, then gram."""
    wanted: dict[int, list[tuple[int, int]]] = {}
    for number, each in enumerate(prints):
        for which, gram in enumerate(each.grams):
            wanted.setdefault(gram.hash, []).append((number, which))
    found: list[list[Hit]] = [[] for _ in prints]
    seen = {(number, which): 0 for same in wanted.values() for number, which in same}
    for index, behind, code in hashes(words):
        for number, which in wanted.get(code, ()):
            if seen[number, which] < MANY:
                seen[number, which] += 1
                found[number].append((index, behind, which))
    return [sorted(set(each), key=lambda hit: (hit[0], hit[2], hit[1])) for each in found]


def chains(found: Sequence[Hit], at: Sequence[int], print_: Print, cuttable: Cuttable) -> list[Chain]:
    """The chains of one passage, best first, then earliest; no hit stands in two of them."""
    best: list[Chain] = []
    for place, hit in enumerate(found):
        best.append(Chain((hit,), (), 100))
        for before in range(place - 1, -1, -1):
            if at[hit[0]] - at[found[before][0]] > 2 * print_.letters + 1000:
                break
            longer = _longer(best[before], hit, at, print_, cuttable, best[place].score)
            if longer and longer.score >= best[place].score:
                best[place] = longer
    ranked = sorted(best, key=lambda chain: (-chain.score, chain.hits[0][0], len(chain.hits)))
    taken: set[Hit] = set()
    kept = []
    for chain in ranked:
        if taken.isdisjoint(chain.hits):
            taken.update(chain.hits)
            kept.append(chain)
    return kept


def slack(due: int) -> int:
    """How many letters an edited stretch of `due` letters may be longer or shorter."""
    return 12 + due // 8


def _longer(chain: Chain, hit: Hit, at: Sequence[int], print_: Print, cuttable: Cuttable, least: int) -> Chain | None:
    """`chain` with `hit` behind it; None when it does not fit or would score less than `least`."""
    last = chain.hits[-1]
    if hit[2] <= last[2] or hit[0] < last[1]:
        return None
    due = print_.grams[hit[2]].letter - print_.grams[last[2]].letter
    surplus = at[hit[0]] - at[last[0]] - due
    if surplus < -slack(due) or surplus > 900 + due:
        return None
    edit = surplus <= slack(due)
    cost = min(abs(surplus), 40) if edit else 45
    if chain.score + 100 - cost < least or not (edit or cuttable(last[1], hit[0], surplus, slack(due))):
        return None
    return Chain((*chain.hits, hit), (*chain.surplus, surplus), chain.score + 100 - cost)
