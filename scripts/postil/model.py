"""The companion as data: immutable, and every object knows its file and line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .copy.fingerprints import Print
from .dates import Span
from .findings import Place

KINDS = ("context", "evidence", "perspective", "craft", "since")
VERDICTS = ("supported", "contested", "imprecise", "judgement", "overtaken")
DEPTHS = ("find", "connect", "judge")
USES = ("class", "homework")  # what a ready assignment is for
PRESENCE = ("at", "host", "absent")  # what a party was in a round of talks


@dataclass(frozen=True)
class Prose:
    """A run of Markdown and the place of its first line."""

    text: str
    place: Place

    def place_of(self, offset: int) -> Place:
        """The place of the character at `offset`."""
        return self.place.below(self.text.count("\n", 0, offset))


@dataclass(frozen=True)
class Note:
    """A comment pinned to a phrase of the card; `pin` is (first word, length) in the essay's paragraph, from 0, and
    `pin_check` proves it there (copy.pins)."""

    id: str
    kind: str
    title: str
    phrase: str
    pin: tuple[int, int] | None
    verdict: str
    sources: tuple[str, ...]
    checked: Span | None
    body: Prose
    place: Place
    pin_check: int | None = None


@dataclass(frozen=True)
class Passage:
    """One numbered paragraph of the essay: our card of it, and its notes."""

    number: int
    title: str
    claim: Prose
    analysis: Prose
    notes: tuple[Note, ...]
    place: Place

    @property
    def id(self) -> str:
        return f"p{self.number}"


@dataclass(frozen=True)
class Part:
    """A section of the essay, one page."""

    number: int
    slug: str
    title: str
    description: str
    passages: tuple[Passage, ...]
    place: Place

    @property
    def path(self) -> str:
        return f"essay/{self.number}-{self.slug}.md"


@dataclass(frozen=True)
class Entry:
    """A term of the glossary or a person of the who's who."""

    id: str
    kind: str
    title: str
    role: str
    also: str
    sources: tuple[str, ...]
    checked: Span | None
    body: Prose
    place: Place


@dataclass(frozen=True)
class Event:
    """A dated entry of the timeline."""

    id: str
    date: Span
    title: str
    phase: str
    themes: tuple[str, ...]
    sources: tuple[str, ...]
    checked: Span | None
    body: Prose
    place: Place


@dataclass(frozen=True)
class Timeline:
    """Events with the phases and themes they belong to: (id, title) each."""

    phases: tuple[tuple[str, str], ...] = ()
    themes: tuple[tuple[str, str], ...] = ()
    events: tuple[Event, ...] = ()


@dataclass(frozen=True)
class Round:
    """A meeting of the talks: its event's id, what the table calls it, and what each party was there: (id, status)."""

    event: str
    label: str
    remark: str
    who: tuple[tuple[str, str], ...]
    place: Place


@dataclass(frozen=True)
class Tables:
    """Who sat at which table: the parties, (id, title) each, and the rounds in the order of the file."""

    parties: tuple[tuple[str, str], ...] = ()
    rounds: tuple[Round, ...] = ()


@dataclass(frozen=True)
class Source:
    """An entry of the bibliography: a CSL-JSON record with our own fields under `custom`."""

    id: str
    csl: dict[str, Any]
    place: Place

    @property
    def names(self) -> list[dict[str, str]]:
        """The authors that are written as CSL wants them; checks.sources reports all others."""
        authors = self.csl.get("author")
        return [name for name in authors if isinstance(name, dict)] if isinstance(authors, list) else []

    @property
    def custom(self) -> dict[str, str]:
        custom = self.csl.get("custom")
        return custom if isinstance(custom, dict) else {}


@dataclass(frozen=True)
class Question:
    """Something to answer; `needs` is "companion" or "essay"; `key` is for the teacher's sheet alone."""

    id: str
    depth: str
    passages: tuple[str, ...]
    needs: str
    key: str
    body: Prose
    place: Place


@dataclass(frozen=True)
class Lesson:
    """A lesson page; `body` keeps prose and questions in the order of the page."""

    id: str
    number: int
    title: str
    description: str
    body: tuple[Prose | Question, ...]
    place: Place

    @property
    def path(self) -> str:
        return f"lessons/{self.id}.md"

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(piece for piece in self.body if isinstance(piece, Question))


@dataclass(frozen=True)
class Ready:
    """An assignment that can be given as it is: ids of its lesson, passages and questions, words to the student, and
    the teacher's sheet, which no page shows. `kind` is "class" or "homework"; `first`: first reading, then notes."""

    id: str
    lesson: str
    kind: str
    minutes: int
    title: str
    description: str
    needs: str
    passages: tuple[str, ...]
    questions: tuple[str, ...]
    first: bool
    body: Prose
    teacher: Prose
    place: Place

    @property
    def path(self) -> str:
        return f"classroom/assignments/{self.id}.md"


@dataclass(frozen=True)
class Page:
    """Any other page that somebody wrote: front matter as written, then Markdown."""

    path: str
    meta: str
    body: Prose


@dataclass(frozen=True)
class Plan:
    """A part as essay.yml announces it: its passages run from `first` to `last`, both included."""

    slug: str
    title: str
    first: int
    last: int


@dataclass(frozen=True)
class Limits:
    """How much may be said: card and cards in percent of the essay's words, the rest in words."""

    card: int = 45
    cards: int = 40
    quotation: int = 7
    fragment: int = 3
    title: int = 8
    claim: int = 25
    hashed: int = 20
    touching: int = 0
    run: int = 7
    quoted: int = 8


@dataclass(frozen=True)
class Essay:
    """What may be known of the essay without holding it. `words` has the length of each paragraph, `fragments` a few
    words of each by which a browser finds it on the publisher's page."""

    title: str
    subtitle: str
    authors: tuple[str, ...]
    publisher: str
    issued: str
    address: str
    address_note: str
    provenance: str
    plans: tuple[Plan, ...]
    words: tuple[int, ...]
    fragments: tuple[str, ...]
    limits: Limits
    place: Place
    leave_out: tuple[int, ...] = ()
    take: tuple[int, ...] = ()


@dataclass(frozen=True)
class Measured:
    """What only a copy of the essay can tell, as measured.json keeps it: the day, the longest run of essay words in
    everything published, and which quotations, in folded words, are not the essay's."""

    on: str
    run: int
    others: frozenset[str]
    place: Place


@dataclass(frozen=True)
class Companion:
    """Everything that docs/ says, as one immutable object."""

    essay: Essay
    parts: tuple[Part, ...] = ()
    terms: tuple[Entry, ...] = ()
    people: tuple[Entry, ...] = ()
    timeline: Timeline = field(default_factory=Timeline)
    tables: Tables = field(default_factory=Tables)
    sources: tuple[Source, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    assignments: tuple[Ready, ...] = ()
    pages: tuple[Page, ...] = ()
    prints: tuple[Print, ...] = ()
    measured: Measured | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passage for part in self.parts for passage in part.passages)

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(note for passage in self.passages for note in passage.notes)

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for lesson in self.lessons for question in lesson.questions)

    @property
    def has_classroom(self) -> bool:
        """Whether somebody began one: a page or an assignment in docs/classroom/."""
        return bool(self.assignments) or any(page.path.startswith("classroom/") for page in self.pages)
