"""A published file as texts to look through: what is seen of it, what stands in its tags, its links without targets.

Any text file is read alike, because markup stands in search indexes and scripts too: nothing is left out, it only
goes to one text or the other. Escapes of JSON, HTML and addresses are undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from ..copy.html_text import INLINE
from ..copy.normalise import normalise
from ..words import INLINE as INLINE_LINK
from ..words import REFERENCE

TAG = re.compile(r"<!--.*?-->|</?([a-zA-Z][\w-]*)(?:\s[^<>]*)?/?>|<[a-zA-Z/!?][^<>]*>", re.S)
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nrtbf\"'/\\])")
ESCAPED = (".js", ".json")
NEAR = re.compile(r'\bid="?([\w-]+)|"location":"([^"]*)"')


@dataclass(frozen=True)
class Text:
    """What a reader sees of `whole`, a file as it was read, or what stands in its tags."""

    whole: str
    in_tags: bool = False

    @cached_property
    def text(self) -> str:
        """The text to look through. A tag inside a word parts it no more than in a browser."""
        if self.in_tags:
            tags = _plain("\n".join(found[0] for found in TAG.finditer(self.whole)))
            return unquote(tags) if "%" in tags else tags
        return _plain(TAG.sub(_gap, self.whole))

    def place(self, number: int) -> tuple[int, str]:
        """The line of the file, from 1, with word `number` of the text, and the last id before it. Slow."""
        for start, piece in self._pieces():
            found = normalise(piece)
            if number < len(found):
                at = start + min(found[number].start, len(piece))
                ids = [found[1] or found[2] for found in NEAR.finditer(self.whole, 0, at)]
                return self.whole.count("\n", 0, at) + 1, ids[-1] if ids else ""
            number -= len(found)
        return 1, ""

    def _pieces(self) -> Iterator[tuple[int, str]]:
        """Pieces of the text that end between words, each with its place in the file."""
        last, begun, piece = 0, 0, ""
        for found in TAG.finditer(self.whole):
            if self.in_tags:
                yield found.start(), unquote(_plain(found[0]))
                continue
            piece += _plain(self.whole[last : found.start()])
            last = found.end()
            if _gap(found):
                yield begun, piece
                begun, piece = last, ""
        if not self.in_tags:
            yield begun, piece + _plain(self.whole[last:])


def texts(name: str, data: bytes) -> Iterator[Text]:
    """The texts of the file called `name`; none when it is no text."""
    if b"\0" in data[:8000]:
        return
    whole = data.decode("utf-8", errors="replace")
    if name.endswith(ESCAPED):
        whole = ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else " ", whole)
    yield Text(whole)
    yield Text(whole, in_tags=True)
    if name.endswith(".md"):
        yield Text(INLINE_LINK.sub(r"\1", REFERENCE.sub(r"\1", whole)))


def _gap(tag: re.Match[str]) -> str:
    return "" if (tag[1] or "").lower() in INLINE else " "


def _plain(text: str) -> str:
    return unescape(text) if "&" in text else text
