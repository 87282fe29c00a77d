"""An essay split into parts and passages, as far as its form tells; the editor corrects the rest in essay.yml.

Blocks are parted by empty lines and counted from 1. A block of LEAST words or more that ends like a sentence is a
passage; a shorter one that ends so is a pull quote; one that does not is a heading or site furniture. A heading right
before a passage opens a part; what stands before the first passage opens none.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from .breaks import PARAGRAPH
from .normalise import normalise

LEAST = 16
ENDED = re.compile("[.?!…][\"'’”»)\\]]*$")


@dataclass(frozen=True)
class Block:
    """A block of the copy: its number, kind (passage, heading, aside), folded words and text."""

    number: int
    kind: str
    words: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Split:
    """Every block, and the passages of each part with the words of its heading; the first part has none."""

    blocks: tuple[Block, ...]
    parts: tuple[tuple[str, tuple[Block, ...]], ...]

    @property
    def passages(self) -> list[Block]:
        return [block for _, passages in self.parts for block in passages]


def split(text: str, leave_out: Collection[int] = (), take: Collection[int] = ()) -> Split:
    """`text` in parts; blocks numbered in `leave_out` are no passages, those in `take` are."""
    blocks = tuple(_block(at, piece, leave_out, take) for at, piece in enumerate(_pieces(text), 1))
    parts: list[tuple[str, list[Block]]] = []
    heading = ""
    for block in blocks:
        if block.kind == "heading":
            heading = block.text
        elif block.kind == "passage":
            if heading or not parts:
                parts.append((heading if parts else "", []))
            parts[-1][1].append(block)
            heading = ""
    return Split(blocks, tuple((title, tuple(passages)) for title, passages in parts))


def _pieces(text: str) -> list[str]:
    return [piece for part in PARAGRAPH.split(text) if (piece := part.strip())]


def _block(number: int, text: str, leave_out: Collection[int], take: Collection[int]) -> Block:
    words = tuple(word.text for word in normalise(text))
    ended = bool(ENDED.search(text))
    kind = "passage" if ended and len(words) >= LEAST else "aside" if ended else "heading"
    kind = "passage" if number in take else "aside" if number in leave_out else kind
    return Block(number, kind, words, text)
