"""Where in the essay a lesson has its grounds: all paragraphs in one row, as wide as they are long, some of them tall.

A drawing beside a list that says the same in words, so it is hidden from those who hear the page.
"""

from __future__ import annotations

from collections.abc import Collection

from ..model import Companion

HEIGHT, LOW, GAP, BREAK = 40, 6, 5, 18  # in SVG units, where a word of the essay is one unit wide


def ribbon(companion: Companion, lit: Collection[str]) -> str:
    """The row as raw SVG: passages whose id is in `lit` tall, the rest low; a wider gap between parts."""
    low, tall, x = "", "", 0
    for part in companion.parts:
        for passage in part.passages:
            width = companion.essay.words[passage.number - 1]
            if passage.id in lit:
                tall += f"M{x} 0h{width}v{HEIGHT}h-{width}z"
            else:
                low += f"M{x} {HEIGHT - LOW}h{width}v{LOW}h-{width}z"
            x += width + GAP
        x += BREAK - GAP
    return (
        f'<svg class="ribbon" viewBox="0 0 {x - BREAK} {HEIGHT}" preserveAspectRatio="none" aria-hidden="true">'
        f'<path d="{low}"/><path class="lit" d="{tall}"/></svg>'
    )
