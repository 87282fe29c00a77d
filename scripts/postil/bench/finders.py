"""Who finds the passages of an essay in a copy: postil, which has fingerprints, and rapidfuzz, which has the text.

A finder takes the copy and the passages and returns, for each, the words it shows, or None where it refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..copy.align import CHANGED, MATCHED, align
from ..copy.fingerprints import fingerprints
from ..copy.normalise import normalise
from .process import NotMeasured

ENOUGH = 80  # of 100: the score from which rapidfuzz's best match counts as found
Shown = list[list[str] | None]
Finder = Callable[[str, Sequence[str]], Shown]


def folded(text: str) -> list[str]:
    return [word.text for word in normalise(text)]


def postil(copy: str, passages: Sequence[str]) -> Shown:
    """Only lengths and hashes of the passages reach the alignment."""
    prints = fingerprints([folded(each) for each in passages])
    return [list(each.words) if each.status in (MATCHED, CHANGED) else None for each in align(copy, prints)]


def rapidfuzz(copy: str, passages: Sequence[str]) -> Shown:
    """The best partial match of each passage's own text, both sides folded as ours."""
    try:
        from rapidfuzz.fuzz import partial_ratio_alignment
    except ImportError:
        raise NotMeasured("rapidfuzz is not installed") from None
    hay, shown = " ".join(folded(copy)), []
    for each in passages:
        needle = " ".join(folded(each))
        best = partial_ratio_alignment(needle, hay, score_cutoff=ENOUGH) if len(needle) <= len(hay) else None
        shown.append(hay[best.dest_start : best.dest_end].split() if best and best.score >= ENOUGH else None)
    return shown


FINDERS: dict[str, Finder] = {"postil": postil, "rapidfuzz": rapidfuzz}
