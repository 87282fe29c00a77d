"""Readings of a copy: its lines in other orders, for text taken from pages with two columns.

A reading is a list of half-open ranges of the copy, one per line piece, in reading order; its text is the pieces joined
by line ends ("\\n"). The plain reading is the copy itself.

1. columns: lines are cut at their widest gap (three or more spaces, or a tab) when a third of them have one; per page
   (form feed), all left pieces, then all right pieces. A line without a gap is right when it begins where right pieces
   begin or later, else left.
2. alternate: the lines that are not empty, per page: first, third, fifth ..., then second, fourth ...
Without form feeds the height of a page is unknown: then both are tried with pages of 20 to 90 rows as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

GAP = re.compile(r"(?<=[^ \t])(?: {3,}|[ ]*\t[ \t]*)(?=[^ \t])")
LINE = re.compile("[^\n\f]*")
HEIGHTS = range(20, 91)
Range = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """A text, and for each of its pieces (start in the text, start in the copy)."""

    name: str
    text: str
    starts: tuple[Range, ...]

    def place(self, offset: int) -> int:
        """The offset in the copy of an offset in this reading."""
        low, high = 0, len(self.starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle][0] <= offset else (low, middle)
        return offset - self.starts[low][0] + self.starts[low][1]


def plain(copy: str) -> Reading:
    return Reading("plain", copy, ((0, 0),))


def others(copy: str) -> Iterator[Reading]:
    """Every other reading that the lines of `copy` suggest, likeliest first, none twice."""
    seen = {copy}
    for name, ranges in _orders(copy):
        reading = _reading(copy, name, ranges)
        if reading.text not in seen:
            seen.add(reading.text)
            yield reading


def _orders(copy: str) -> Iterator[tuple[str, list[Range]]]:
    pages = [_lines(copy, *page) for page in _pages(copy)]
    ways = [("columns", _columns)] if _two_columns(copy, pages) else []
    ways += [("alternate", _alternate)]
    for name, way in ways:
        yield name, [piece for page in pages for piece in way(copy, page)]
    if len(pages) == 1:
        for name, way in ways:
            rows = pages[0] if way is _columns else _filled(copy, pages[0])
            for height in (each for each in HEIGHTS if each < len(rows)):
                cut = [rows[at : at + height] for at in range(0, len(rows), height)]
                yield f"{name}-{height}", [piece for page in cut for piece in way(copy, page)]


def _pages(copy: str) -> list[Range]:
    ends = [at for at, char in enumerate(copy) if char == "\f"] + [len(copy)]
    return [(start, end) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False) if end > start]


def _lines(copy: str, start: int, end: int) -> list[Range]:
    found, at = [], start
    while at <= end:
        stop = copy.find("\n", at, end)
        stop = end if stop < 0 else stop
        found.append((at, stop))
        at = stop + 1
    return found


def _filled(copy: str, lines: list[Range]) -> list[Range]:
    return [(start, end) for start, end in lines if copy[start:end].strip(" \t\r")]


def _two_columns(copy: str, pages: list[list[Range]]) -> bool:
    lines = [line for page in pages for line in _filled(copy, page)]
    return 3 * sum(_gap(copy, line) is not None for line in lines) >= len(lines) > 0


def _gap(copy: str, line: Range) -> Range | None:
    """The widest gap inside a line, the first of equals."""
    found = [gap.span() for gap in GAP.finditer(copy, *line)]
    return max(found, key=lambda gap: (gap[1] - gap[0], -gap[0])) if found else None


def _columns(copy: str, lines: list[Range]) -> list[Range]:
    gaps = [_gap(copy, line) for line in lines]
    begins = Counter(gap[1] - line[0] for line, gap in zip(lines, gaps, strict=True) if gap)
    begin = min(begins, key=lambda at: (-begins[at], at)) if begins else 1 << 30
    left: list[Range] = []
    right: list[Range] = []
    for (start, end), gap in zip(lines, gaps, strict=True):
        indent = len(copy[start:end]) - len(copy[start:end].lstrip(" \t"))
        if gap:
            left.append((start, gap[0]))
            right.append((gap[1], end))
        elif indent >= begin - 2:
            right.append((start, end))
            left.append((start, start))
        else:
            left.append((start, end))
    return left + right


def _alternate(copy: str, lines: list[Range]) -> list[Range]:
    kept = _filled(copy, lines)
    return kept[0::2] + kept[1::2]


def _reading(copy: str, name: str, ranges: list[Range]) -> Reading:
    starts, at = [], 0
    for start, end in ranges:
        starts.append((at, start))
        at += end - start + 1
    return Reading(name, "\n".join(copy[start:end] for start, end in ranges), tuple(starts) or ((0, 0),))
