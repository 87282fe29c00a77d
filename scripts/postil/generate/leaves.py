"""The essay in small: a leaf for each part, with its paragraphs as long as they are and their notes in the margin.

Drawn from what may be known of the essay, the number of words in each paragraph, and from our notes: the place, shape
and colour of a mark are those of the note. Each leaf is a link to its part, and says in words what it shows.
"""

from __future__ import annotations

from html import escape

from ..links import Linker
from ..model import Companion, Part, Passage
from ..words import curly

# Lengths in SVG units. A line of the drawing stands for so many words of the essay.
WIDTH, WORDS, LINE, GAP, TOP, LEFT, COLUMN, MARGIN = 100, 12, 3, 4, 10, 10, 56, 75
MARKS = {  # each kind's shape (docs/assets/css/reading.css), drawn from its middle
    "context": "m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
    "evidence": "m0-3l3 3-3 3-3-3z",
    "perspective": "m0-3l3 5.4h-6z",
    "craft": "m-2.3-2.3h4.6v4.6h-4.6z",
    "since": "m-2.5-3l5.5 3-5.5 3 1.5-3z",
}


def leaves(companion: Companion, linker: Linker) -> str:
    """The figure as raw HTML; nothing without passages."""
    parts = [part for part in companion.parts if part.passages]
    if not parts:
        return ""
    height = 2 * TOP + max(_height(part, companion.essay.words) for part in parts)
    items = "\n".join(_leaf(part, companion.essay.words, height, linker) for part in parts)
    kinds = ", ".join(f'<span class="{kind}">{kind}</span>' for kind in MARKS)
    return (
        f'<figure class="leaves" data-search-exclude>\n<ol>\n{items}\n</ol>\n'
        f'<figcaption class="how">The essay in small: its paragraphs by length, our notes in the margin ({kinds}).'
        "</figcaption>\n"
        "</figure>"
    )


def _leaf(part: Part, words: tuple[int, ...], height: int, linker: Linker) -> str:
    numbers = [passage.number for passage in part.passages]
    notes = sum(len(passage.notes) for passage in part.passages)
    address = linker.to(part.path).removesuffix(".md") + ".html"
    return (
        f'<li><a href="{address}"><svg viewBox="0 0 {WIDTH} {height}" aria-hidden="true">{_drawing(part, words)}</svg>'
        f'<b>{escape(curly(part.title))}</b> <small class="how">¶{numbers[0]}–{numbers[-1]} · {notes} notes</small>'
        "</a></li>"
    )


def _drawing(part: Part, words: tuple[int, ...]) -> str:
    """Two paths for the text, whole lines (a dashed stroke as wide as the column) and last lines; one for each kind."""
    whole, last, y = "", "", TOP
    marks = dict.fromkeys(MARKS, "")
    for passage in part.passages:
        lines, rest = divmod(words[passage.number - 1], WORDS)
        whole += f"M{LEFT + COLUMN // 2} {y}v{lines * LINE}" if lines else ""
        last += f"M{LEFT} {y + lines * LINE}h{COLUMN * rest // WORDS}v1H{LEFT}z" if rest else ""
        for at, note in enumerate(passage.notes):
            marks[note.kind] += f"M{MARGIN + 9 * (at % 2)} {y + 3 + 8 * (at // 2)}{MARKS[note.kind]}"
        y += _rows(passage, words)
    drawn = "".join(f'<path class="{kind}" d="{path}"/>' for kind, path in marks.items() if path)
    return f'<path d="{last}"/><path stroke-width="{COLUMN}" stroke-dasharray="1 {LINE - 1}" d="{whole}"/>{drawn}'


def _rows(passage: Passage, words: tuple[int, ...]) -> int:
    """How high a passage is with the space below it: its lines, or its notes where these take more."""
    lines = -(-words[passage.number - 1] // WORDS)
    return GAP + max(lines * LINE, 8 * -(-len(passage.notes) // 2))


def _height(part: Part, words: tuple[int, ...]) -> int:
    return sum(_rows(passage, words) for passage in part.passages) - GAP
