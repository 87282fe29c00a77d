"""A published file as texts to look through: what is seen of it, what stands in its tags, its links without targets.

Any text file is read alike, because markup stands in search indexes and scripts too: nothing is left out, it only
goes to one text or the other. Escapes of JSON, HTML and addresses are undone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import accumulate
from urllib.parse import unquote

from ..copy.html_text import INLINE
from ..words import INLINE as INLINE_LINK
from ..words import REFERENCE

TAG = re.compile(r"<!--.*?-->|</?([a-zA-Z][\w-]*)(?:\s[^<>]*)?/?>|<[a-zA-Z/!?][^<>]*>", re.S)
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nrtbf\"'/\\])")
ESCAPED = (".js", ".json")
NEAR = re.compile(r'\bid="?([\w-]+)|"location":"([^"]*)"')


@dataclass(frozen=True)
class Text:
    """Pieces of a file in their order, with the place of each in the file as it was read."""

    whole: str
    pieces: tuple[str, ...]
    starts: tuple[int, ...]

    @cached_property
    def text(self) -> str:
        return "".join(self.pieces)

    @cached_property
    def _behind(self) -> list[int]:
        return list(accumulate(map(len, self.pieces)))

    def place(self, offset: int) -> tuple[int, str]:
        """The line of the file, from 1, that the character at `offset` stands in or near, and the last id before it."""
        number = bisect_right(self._behind, offset)
        inner = offset - (self._behind[number - 1] if number else 0)
        start = self.starts[number] + min(inner, len(self.pieces[number]))
        ids = [found[1] or found[2] for found in NEAR.finditer(self.whole, 0, start)]
        return self.whole.count("\n", 0, start) + 1, ids[-1] if ids else ""


def texts(name: str, data: bytes) -> Iterator[Text]:
    """The texts of the file called `name`; none when it is no text."""
    if b"\0" in data[:8000]:
        return
    whole = data.decode("utf-8", errors="replace")
    if name.endswith(ESCAPED):
        whole = ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", whole)
    yield from _parted(whole)
    if name.endswith(".md"):
        yield from _parted(INLINE_LINK.sub(r"\1", REFERENCE.sub(r"\1", whole)))


def _parted(whole: str) -> Iterator[Text]:
    """What a reader sees, and what stands in tags. A tag inside a word parts it no more than in a browser."""
    seen: list[tuple[str, int]] = []
    tags: list[tuple[str, int]] = []
    last = 0
    for found in TAG.finditer(whole):
        gap = "" if (found[1] or "").lower() in INLINE else " "
        seen.append((_plain(whole[last : found.start()]) + gap, last))
        tags.append((unquote(_plain(found[0])) + " ", found.start()))
        last = found.end()
    seen.append((_plain(whole[last:]), last))
    for pieces in filter(None, (seen, tags)):
        yield Text(whole, *map(tuple, zip(*pieces, strict=True)))


def _plain(text: str) -> str:
    return unescape(text) if "&" in text else text
