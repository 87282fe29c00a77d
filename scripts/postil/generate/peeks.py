"""What a link shows before it is followed: a line or two about each entry that a page links to.

The text is in the page, unseen and left out of the search, so that cards work over file:// and from the first moment.
Without script a link is a plain link.
"""

from __future__ import annotations

import re
from html import escape

from ..links import Linker, Target
from ..model import Companion, Prose, Source
from ..words import REFERENCE, curly, plain
from .chicago import brief

LONGEST = 240  # characters of text in a card
SENTENCE = re.compile(r"(?<=[a-z0-9)”\"]{2}[.?!])\s+(?=[A-Z“\"])")
LINK = re.compile(r"\]\([^()\s]*?(?:#|/)([\w-]+)(?:\.md)?\)\{ \.(?:term|person|event|source|passage|lesson) \}")


def peeks(companion: Companion, linker: Linker, page: str) -> str:
    """The cards of every entry that the generated Markdown of `page` links to, as raw HTML; nothing without links."""
    texts = _texts(companion)
    ids = [id for id in dict.fromkeys(LINK.findall(page)) if id in texts and id not in linker.own]
    cards = "\n".join(_card(linker.index.targets[id], texts[id]) for id in ids)
    return f'<div class="peeks" hidden data-search-exclude>\n{cards}\n</div>' if cards else ""


def _card(target: Target, text: str) -> str:
    title = "" if target.kind == "source" else f"<strong>{escape(curly(target.label))}</strong> "
    return f'<p data-peek="{target.id}">{title}{escape(curly(text))}</p>'


def _texts(companion: Companion) -> dict[str, str]:
    """What the card of each id says."""
    found = {passage.id: f"{passage.title}. {passage.claim.text}" for passage in companion.passages}
    found |= {event.id: f"{event.date}. {_opening(event.body)}" for event in companion.timeline.events}
    found |= {term.id: _opening(term.body) for term in companion.terms}
    found |= {person.id: person.role or _opening(person.body) for person in companion.people}
    found |= {lesson.id: lesson.description for lesson in companion.lessons}
    return found | {source.id: _source(source) for source in companion.sources}


def _source(source: Source) -> str:
    """Author, year and title; the whole entry is where the link leads."""
    return brief(source).replace("*", "")


def _opening(prose: Prose) -> str:
    """The first sentences that fit in a card; at least one."""
    sentences = SENTENCE.split(" ".join(plain(REFERENCE.sub(r"\1", prose.text)).split()))
    text = sentences[0]
    for sentence in sentences[1:]:
        if len(text) + len(sentence) >= LONGEST:
            break
        text += f" {sentence}"
    return text.replace("*", "")
