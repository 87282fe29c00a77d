"""The contents of a made-up companion: what its authors would have written into docs/, in the forms they write.

For each part 4 passages, 12 notes, 2 terms, a person, 3 events, 4 sources: much as in the first companion. Which thing
mentions which is drawn over the whole companion, so that backlinks grow with it too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ..generate.sources import KINDS as SOURCE_KINDS
from ..model import DEPTHS, KINDS, VERDICTS
from .nonsense import Nonsense

PASSAGES, NOTES, CHECKED = 4, 3, "2026-11-23"


@dataclass(frozen=True)
class Size:
    """How much of everything a companion of `parts` parts has."""

    parts: int

    @property
    def passages(self) -> int:
        return self.parts * PASSAGES

    @property
    def terms(self) -> int:
        return self.parts * 2

    @property
    def people(self) -> int:
        return self.parts

    @property
    def events(self) -> int:
        return self.parts * 3

    @property
    def sources(self) -> int:
        return self.parts * 4

    @property
    def lessons(self) -> int:
        return self.parts // 10

    def body(self, text: Nonsense) -> str:
        """Some sixty words that mention a person, an event and a passage."""
        person, event = text.link("person-", self.people), text.link("event-", self.events)
        return f"{text.paragraph(3)} {text.title(4)} {person} {event}, {text.link('p', self.passages, first=1)}."

    def cited(self, number: int) -> list[str]:
        """Two sources, so chosen that over all notes every source is cited."""
        return [f"source-{number % self.sources}", f"source-{(number * 7 + 1) % self.sources}"]


def part(number: int, size: Size) -> str:
    first = (number - 1) * PASSAGES + 1
    passages = [_passage(each, size) for each in range(first, first + PASSAGES)]
    return f"---\ndescription: Part {number}.\n---\n\n# Part {number}\n\n" + "\n".join(passages)


def _passage(number: int, size: Size) -> str:
    text = Nonsense(f"passage {number}")
    phrases = [text.words(3) for _ in range(NOTES)]
    analysis = " ".join(f"{text.title(12)} {phrase} {text.words(4)}." for phrase in phrases)
    notes = "\n".join(_note(number, place, phrase, size) for place, phrase in enumerate(phrases))
    head = f"## {text.title(4)} {{ #p{number} }}\n\nClaim: {text.sentence(16)}"
    return f"{head}\n\n{analysis} {text.title(2)} {text.link('term-', size.terms)}.\n\n{notes}"


def _note(passage: int, place: int, phrase: str, size: Size) -> str:
    number = (passage - 1) * NOTES + place
    text, kind = Nonsense(f"note {number}"), KINDS[number % len(KINDS)]
    verdict = f"verdict: {VERDICTS[number % len(VERDICTS)]}\n" if kind == "evidence" else ""
    return (
        f"/// note | {kind}\nid: p{passage}-note-{place}\ntitle: {text.title(5)}\nphrase: {phrase}\n"
        f"pin: {place * 40}+3\n{verdict}sources: {', '.join(size.cited(number))}\nchecked: {CHECKED}\n\n"
        f"{size.body(text)}\n///\n"
    )


def entries(title: str, kind: str, count: int, size: Size) -> str:
    """The glossary or the who's who."""
    found = (_entry(kind, number, size) for number in range(count))
    return f"---\ndescription: {title}.\n---\n\n# {title}\n\n{title}.\n\n" + "\n".join(found)


def _entry(kind: str, number: int, size: Size) -> str:
    text = Nonsense(f"{kind} {number}")
    role = f"Role: {text.title(5)}\n" if kind == "person" else ""
    head = f"## {text.title(2)} {{ #{kind}-{number} }}\n\n{role}Also: {text.words(2)}"
    return f"{head}\nSources: {', '.join(size.cited(number))}\nChecked: {CHECKED}\n\n{size.body(text)}\n"


def lesson(number: int, size: Size) -> str:
    text = Nonsense(f"lesson {number}")
    questions = "\n".join(_question(number, depth, text, size) for depth in DEPTHS)
    head = f"---\nlesson: {number}\ndescription: Lesson {number}.\n---\n\n# {text.title(4)}"
    return f"{head}\n\n## {text.title(3)} {{ #lesson-{number}-argument }}\n\n{size.body(text)}\n\n{questions}"


def _question(number: int, depth: str, text: Nonsense, size: Size) -> str:
    head = f"/// question | {depth}\nid: question-{number}-{depth}\npassages: p{1 + text.below(size.passages)}"
    return f"{head}\nneeds: companion\nkey: {text.sentence(12)}\n\n{text.paragraph(2)}\n///\n"


def timeline(size: Size) -> dict[str, object]:
    phases = [{"id": f"phase-{number}", "title": f"Phase {number}"} for number in range(8)]
    events = [_event(number, size) for number in range(size.events)]
    return {"phases": phases, "themes": [{"id": "theme", "title": "Theme"}], "events": events}


def _event(number: int, size: Size) -> dict[str, object]:
    """One event in ten lasts a week."""
    text, day = Nonsense(f"event {number}"), date(1990, 1, 1) + timedelta(days=number * 4)
    when = f"{day}/{day + timedelta(days=6)}" if number % 10 == 9 else f"{day}"
    named = {"id": f"event-{number}", "date": when, "title": text.title(6), "phase": f"phase-{number % 8}"}
    return {**named, "themes": ["theme"], "sources": size.cited(number), "checked": CHECKED, "text": size.body(text)}


def source(number: int) -> dict[str, object]:
    text = Nonsense(f"source {number}")
    kind = tuple(SOURCE_KINDS)[number % len(SOURCE_KINDS)]
    custom = {"kind": kind, "supports": text.sentence(12), "how": "read", "checked": CHECKED}
    issued, author = {"date-parts": [[1990 + number % 36, 3, 29]]}, [{"family": text.title(1), "given": text.title(1)}]
    record = {"id": f"source-{number}", "type": "article-newspaper", "author": author, "title": text.title(7)}
    more = {"container-title": text.title(2), "issued": issued, "URL": f"https://example.org/{number}"}
    return {**record, **more, "language": "en", "custom": custom}
