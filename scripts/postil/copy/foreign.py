"""What stands between two hits of a passage and is not its own: an advertisement, a pull quote, the foot of a page.

Whole lines fall away whose letters are exactly the surplus: paragraphs first, one run, then two; then one run of lines.
Where more than one choice would do, none is made. When nothing fits exactly: the one run of whole paragraphs that
leaves at most an edit, and at most a third of the surplus.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from .breaks import FULL, LINE, LINE_AFTER_SENTENCE, strength
from .normalise import Word

Range = tuple[int, int]
LINES = 60  # line ends between two hits that are looked at


def foreign(
    text: str, words: Sequence[Word], at: Sequence[int], low: int, high: int, surplus: int, reach: int
) -> list[Range]:
    """Ranges of words from index `low` to `high`, in order, that make up `surplus` letters; none if unsure."""
    strengths = {index: strength(text, words, index) for index in range(low, high + 1)}
    full = [index for index, each in strengths.items() if each == FULL][:LINES]
    lines = [index for index, each in strengths.items() if each in (FULL, LINE, LINE_AFTER_SENTENCE)][:LINES]
    whole = list(combinations(full, 2))
    single = [run for run in whole if at[run[1]] - at[run[0]] == surplus]
    if single:
        return single if len(single) == 1 else []
    if len(full) <= 16:
        double = [
            [one, two]
            for one, two in combinations(whole, 2)
            if one[1] < two[0] and at[one[1]] - at[one[0]] + at[two[1]] - at[two[0]] == surplus
        ]
        if len(double) == 1:
            return double[0]
    thin = [run for run in combinations(lines, 2) if at[run[1]] - at[run[0]] == surplus]
    if thin:
        return thin if len(thin) == 1 else []
    nearly = [run for run in whole if abs(surplus - at[run[1]] + at[run[0]]) <= min(reach, surplus // 3)]
    return nearly if len(nearly) == 1 else []
