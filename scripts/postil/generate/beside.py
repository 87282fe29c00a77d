"""What the words of a task speak of and no card or note says: the glossary entry, the person, the lesson, or the list
"What happened since" of a lesson, that they link to. It stands folded below these words, and open on paper, where a
link leads nowhere. Events and sources stay links: the dates that a task asks for stand in notes.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from html import escape
from itertools import takewhile

from ..links import HEADING_ID, SINCE, Linker, references
from ..model import Companion, Lesson, Prose
from ..words import curly
from .entries import told
from .lessons import dated
from .page import joined

WHERE = {"term": "Glossary", "person": "Who’s who"}


def spoken_of(*proses: Prose) -> tuple[str, ...]:
    """Every id that the `proses` link to, once."""
    return tuple(dict.fromkeys(reference.id for prose in proses for reference in references(prose)))


def beside(companion: Companion, linker: Linker, prose: Prose, without: Container[str] = ()) -> str:
    """What `prose` speaks of, in the order of its links, `without` what stands elsewhere on the page."""
    ids = [id for id in spoken_of(prose) if id not in without]
    return joined(*(block for id in ids for block in _carried(id, companion, linker)))


def _carried(id: str, companion: Companion, linker: Linker) -> Iterator[str]:
    for entry in companion.terms + companion.people:
        if entry.id == id:
            yield _folded(entry.title, WHERE[entry.kind], told(entry, linker))
    for lesson in companion.lessons:
        if id == lesson.id:
            yield _folded(lesson.title, f"Lesson {lesson.number}", lesson.description)
        if id == lesson.id + SINCE:
            yield from _since(lesson, id, linker)


def _since(lesson: Lesson, id: str, linker: Linker) -> Iterator[str]:
    """What stands on the lesson's page below the heading `id`."""
    proses = [piece for piece in lesson.body if isinstance(piece, Prose)]
    for at, prose in enumerate(proses, 1):
        heading = HEADING_ID.match(prose.text)
        if heading and heading[3] == id:
            below = takewhile(lambda each: not HEADING_ID.match(each.text), proses[at:])
            text = joined(*(dated(linker.resolve(each)) for each in below))
            yield _folded(heading[2], f"Lesson {lesson.number}", text)


def _folded(title: str, where: str, text: str) -> str:
    summary = f"<summary>{where}: {escape(curly(title))}</summary>"
    return joined(f'<details class="beside" markdown="1">\n{summary}', text, "</details>")
