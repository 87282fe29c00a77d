"""What stands between two hits of a passage and is not its own: an advertisement, a pull quote, the foot of a page.

Whole lines fall away whose letters are exactly the surplus. A passage is one paragraph: where it is parted by paragraph
breaks, everything from the first to the last of them falls away. Else, when more than an edit is too much, one run of
at most FEW lines. More than one choice would do: none is made. When
nothing fits exactly: everything between the first and the last paragraph break, if that leaves at most an edit and at
most a third of the surplus.

Narrow on purpose: in columns that interleave line by line, some run of lines always fits by chance.
"""

from __future__ import annotations

from collections.abc import Sequence

from .breaks import FULL, LINE, LINE_AFTER_SENTENCE, strength
from .normalise import Word

Range = tuple[int, int]
FEW = 3
LINES = 60  # line ends between two hits that are looked at


def foreign(
    text: str, words: Sequence[Word], at: Sequence[int], low: int, high: int, surplus: int, reach: int
) -> list[Range]:
    """Ranges of words from index `low` to `high`, in order, that make up `surplus` letters; none if unsure."""
    strengths = {index: strength(text, words, index) for index in range(low, high + 1)}
    full = [index for index, each in strengths.items() if each == FULL][: LINES + 1]
    lines = [index for index, each in strengths.items() if each in (FULL, LINE, LINE_AFTER_SENTENCE)][:LINES]
    whole = (full[0], full[-1]) if 2 <= len(full) <= LINES else (low, low)
    if _size(at, whole) == surplus:
        return [whole]
    thin = [
        (one, two)
        for place, one in enumerate(lines)
        for two in lines[place + 1 : place + 1 + FEW]
        if at[two] - at[one] == surplus > reach
    ]
    if thin:
        return thin if len(thin) == 1 else []
    return [whole] if abs(surplus - _size(at, whole)) <= min(reach, surplus // 3) else []


def _size(at: Sequence[int], run: Range) -> int:
    return at[run[1]] - at[run[0]]
