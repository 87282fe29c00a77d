"""What a link shows before it is followed: a line or two about each entry that a page links to.

The texts stand in a script of the page's own, brought when the page has been painted: without script a link is a plain
link, so nobody waits for texts that nobody sees yet; and a script, unlike any other file, can be had over file:// too.
"""

from __future__ import annotations

import hashlib
import json
import re

from ..links import Index
from ..model import Companion, Prose, Source
from ..words import REFERENCE, curly, plain
from .chicago import brief

LONGEST = 240  # characters of text in a card
SENTENCE = re.compile(r"(?<=[a-z0-9)”\"]{2}[.?!])\s+(?=[A-Z“\"])")
LINK = re.compile(r"\]\([^()\s]*?(?:#|/)([\w-]+)(?:\.md)?\)\{ \.(?:term|person|event|source|passage|lesson) \}")


def with_peeks(companion: Companion, index: Index, pages: dict[str, str]) -> dict[str, str]:
    """Generated Markdown `pages`, each told in its front matter of the script of its cards; and these scripts.

    A script is named by a hash of what it holds, as all that browsers keep. A page that links to nothing has none.
    """
    texts, found = _texts(companion), {}
    for path, page in pages.items():
        ids = [id for id in dict.fromkeys(LINK.findall(page)) if id in texts and index.targets[id].page != path]
        cards = {id: _card(index, id, texts[id]) for id in ids}
        script = f"__peeks={json.dumps(cards, ensure_ascii=False, separators=(',', ':'))}\n"
        name = f"assets/peeks/{hashlib.sha256(script.encode()).hexdigest()[:8]}.js"
        if cards:
            found |= {path: page.replace("---\n", f"---\nlater: {name}\n", 1), name: script}
    return found


def _card(index: Index, id: str, text: str) -> list[str]:
    """Title, where the text does not say it itself, and text."""
    target = index.targets[id]
    return [curly(text)] if target.kind == "source" else [curly(text), curly(target.label)]


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
