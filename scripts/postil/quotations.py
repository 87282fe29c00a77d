"""What stands in quotation marks, and what a link asks a browser to look for: words that may be somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from .findings import Place
from .links import proses
from .model import Companion, Prose
from .words import plain, without_code

QUOTED = re.compile(r'"([^"]{1,400})"|“([^”]{1,400})”')
ATTRIBUTE = re.compile(r'\w+="[^"]*"')
FRAGMENT = re.compile(r":~:text=([^)\s\"'>]+)")


@dataclass(frozen=True)
class Quotation:
    """Words in quotation marks, as a reader sees them, and the kind of what they stand in: passage, note, page …"""

    text: str
    kind: str
    place: Place


def quotations(companion: Companion) -> Iterator[Quotation]:
    """Everything in quotation marks in all prose and titles, code and attributes left out."""
    for kind, prose in _written(companion):
        text = ATTRIBUTE.sub(lambda found: " " * len(found.group()), without_code(prose.text))
        for found in QUOTED.finditer(text):
            yield Quotation(plain(found[1] or found[2]), kind, prose.place_of(found.start()))


def _written(companion: Companion) -> Iterator[tuple[str, Prose]]:
    yield from ((owner.kind, prose) for owner, prose, _ in proses(companion))
    yield from (("passage", Prose(each.title, each.place)) for each in companion.passages)
    yield from (("note", Prose(each.title, each.place)) for each in companion.notes)


def fragments(companion: Companion) -> Iterator[str]:
    """The words by which links find a passage on the publisher's page: those of essay.yml, and those of our prose."""
    yield from companion.essay.fragments
    for _, prose, _ in proses(companion):
        for found in FRAGMENT.finditer(prose.text):
            yield unquote(found[1])
