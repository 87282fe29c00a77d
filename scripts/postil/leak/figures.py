"""What the published files show of the essay, as far as it can be told without the essay.

A quotation counts as the essay's unless measured.json, written beside a copy, names it as somebody else's: without a
copy the figure is too high rather than too low. Grams touch when no word of their paragraph stands between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..copy.fingerprints import Print
from ..copy.grams import SIZE
from ..model import Companion, Measured
from ..quotations import Quotation, fragments, quotations
from .runs import words


@dataclass(frozen=True)
class Figures:
    """Words of the essay, and of these under a hash, quoted, and in text fragments; pairs of grams that touch, as
    (passage, word, word)."""

    essay: int
    hashed: int
    quoted: int
    fragments: int
    touching: tuple[tuple[int, int, int], ...]

    @property
    def hashed_share(self) -> float:
        return _percent(self.hashed, self.essay)

    @property
    def quoted_share(self) -> float:
        """Quotations and text fragments in percent of the essay."""
        return _percent(self.quoted + self.fragments, self.essay)


def figures(companion: Companion) -> Figures:
    """The figures of `companion`."""
    return Figures(
        essay=sum(companion.essay.words),
        hashed=sum(map(_hashed, companion.prints)),
        quoted=sum(len(words(each.text)) for each in quotations(companion) if ours(each, companion.measured)),
        fragments=sum(len(words(each)) for each in fragments(companion)),
        touching=tuple(_touching(companion.prints)),
    )


def ours(quotation: Quotation, measured: Measured | None) -> bool:
    """Whether the words may be the essay's, as far as is known."""
    return measured is None or " ".join(words(quotation.text)) not in measured.others


def _hashed(print_: Print) -> int:
    """Words under at least one gram; one under two counts once."""
    return len({at for gram in print_.grams for at in range(gram.word, gram.word + SIZE)})


def _touching(prints: Sequence[Print]) -> list[tuple[int, int, int]]:
    found = []
    for number, print_ in enumerate(prints, 1):
        starts = sorted(gram.word for gram in print_.grams)
        found += [(number, one, two) for one, two in pairwise(starts) if two - one <= SIZE]
    return found


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
