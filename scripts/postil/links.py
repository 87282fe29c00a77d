"""Ids and addresses: what each id is called, on which page it stands, and who mentions it.

Authors write `[words][id]`. An id names one thing on the whole site: a passage, note, term, person, event, source,
lesson, question, or a heading of a page. Links are made here, not by a plugin, because Markdown extensions do not know
their page and the one-page companion holds every passage a second time.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .findings import Place
from .model import Companion, Page, Prose, Source
from .words import REFERENCE, without_code

DEFINITION = re.compile(r"^ {0,3}\[([^\]]+)\]:", re.M)
HEADING_ID = re.compile(r"^(#{1,6})\s+(.*?)\s*\{[^{}\n]*?#([\w-]+)[^{}\n]*\}\s*$", re.M)
ATTRIBUTE_ID = re.compile(r"\{:?[^{}\n]*?#([\w-]+)[^{}\n]*\}")
SOURCES_PAGE, TIMELINE_PAGE = "sources/index.md", "timeline/index.md"
SINCE = "-since"  # how the id of the list "What happened since" ends, after that of its lesson


@dataclass(frozen=True)
class Target:
    """What an id stands for: its kind, the page it is on, and how a list of links calls it."""

    id: str
    kind: str
    page: str
    label: str
    place: Place

    @property
    def fragment(self) -> str:
        return "" if self.kind in ("lesson", "assignment", "page") else f"#{self.id}"

    @property
    def address(self) -> str:
        """The permanent address below the site's root, as in essay/2-far-horizon.html#p6."""
        return self.page.removesuffix(".md") + ".html" + self.fragment


@dataclass(frozen=True)
class Reference:
    """A `[words][id]` as somebody wrote it."""

    id: str
    words: str
    place: Place


@dataclass(frozen=True)
class Index:
    """Every id with its target, and for every id the targets that mention it, in the order of the site."""

    targets: dict[str, Target]
    mentions: dict[str, tuple[Target, ...]]


def targets(companion: Companion) -> Iterator[Target]:
    """Everything that has an id, in the order of the site. An id that stands twice comes twice."""
    for part in companion.parts:
        for passage in part.passages:
            yield Target(passage.id, "passage", part.path, f"¶{passage.number}", passage.place)
            for note in passage.notes:
                yield Target(note.id, "note", part.path, f"¶{passage.number}, {note.title}", note.place)
    for lesson in companion.lessons:
        yield Target(lesson.id, "lesson", lesson.path, lesson.title, lesson.place)
        for question in lesson.questions:
            yield Target(question.id, "question", lesson.path, question.id, question.place)
        for piece in lesson.body:
            if isinstance(piece, Prose):
                yield from _headings(piece, lesson.path)
    for each in companion.assignments:
        yield Target(each.id, "assignment", each.path, each.title, each.place)
    for event in companion.timeline.events:
        yield Target(event.id, "event", TIMELINE_PAGE, event.title, event.place)
    for entry in companion.terms + companion.people:
        yield Target(entry.id, entry.kind, entry_page(entry.kind), entry.title, entry.place)
    for source in companion.sources:
        yield Target(source.id, "source", SOURCES_PAGE, short_name(source), source.place)
    for page in companion.pages:
        if page.path not in map(entry_page, ("term", "person")):
            yield from _headings(page.body, page.path)


def entry_page(kind: str) -> str:
    return {"term": "glossary.md", "person": "people.md"}[kind]


def _headings(prose: Prose, page: str) -> Iterator[Target]:
    text = without_code(prose.text)
    for found in HEADING_ID.finditer(text):
        yield Target(found[3], "heading", page, found[2], prose.place_of(found.start()))
    headings = {found[3] for found in HEADING_ID.finditer(text)}
    for found in ATTRIBUTE_ID.finditer(text):
        if found[1] not in headings:
            yield Target(found[1], "heading", page, found[1], prose.place_of(found.start()))


def index(companion: Companion) -> Index:
    """The index of `companion`; of two things with one id the first is kept (checks.links reports the second)."""
    found: dict[str, Target] = {}
    for target in targets(companion):
        found.setdefault(target.id, target)
    return Index(found, _mentions(companion, found))


def references(prose: Prose) -> Iterator[Reference]:
    """The `[words][id]` in `prose`, outside code and unless the author defined the reference there."""
    text = without_code(prose.text)
    defined = {name.lower() for name in DEFINITION.findall(text)}
    for found in REFERENCE.finditer(text):
        if found[2].lower() not in defined:
            yield Reference(found[2], found[1], prose.place_of(found.start()))


def proses(companion: Companion) -> Iterator[tuple[Target, Prose, tuple[str, ...]]]:
    """Everything written: who says it, the prose, and the ids of its sources."""
    found = {target.id: target for target in reversed(list(targets(companion)))}
    for passage in companion.passages:
        yield found[passage.id], passage.claim, ()
        yield found[passage.id], passage.analysis, ()
        for note in passage.notes:
            yield found[note.id], note.body, note.sources
    for lesson in companion.lessons:
        for piece in lesson.body:
            prose, cited = (piece, ()) if isinstance(piece, Prose) else (piece.body, piece.passages)
            yield found[lesson.id], prose, cited
    for each in companion.assignments:
        yield found[each.id], each.body, ()
    for event in companion.timeline.events:
        yield found[event.id], event.body, event.sources
    for entry in companion.terms + companion.people:
        yield found[entry.id], entry.body, entry.sources
    for page in companion.pages:
        title = re.search(r"^# (.+)$", page.body.text, re.M)
        target = Target(page.path, "page", page.path, title[1] if title else page.path, page.body.place)
        yield target, introduction(page), ()


def introduction(page: Page) -> Prose:
    """What a page says itself: all of it, or on the pages of entries what stands before the first."""
    if page.path not in map(entry_page, ("term", "person")):
        return page.body
    return Prose(page.body.text.split("\n## ")[0], page.body.place)


def _mentions(companion: Companion, found: dict[str, Target]) -> dict[str, tuple[Target, ...]]:
    gathered: dict[str, dict[str, Target]] = {}
    for owner, prose, cited in proses(companion):
        for id in [reference.id for reference in references(prose)] + list(cited):
            if id in found and id != owner.id:
                gathered.setdefault(id, {})[owner.id] = owner
    return {id: tuple(owners.values()) for id, owners in gathered.items()}


class Linker:
    """Writes links for one page: relative, and into the page itself for `own` ids, which get `prefix`."""

    def __init__(self, found: Index, page: str, prefix: str = "", own: frozenset[str] = frozenset()) -> None:
        self.index, self.page, self.prefix, self.own = found, page, prefix, own

    def id(self, id: str) -> str:
        """The id as it stands on this page."""
        return self.prefix + id

    def href(self, id: str) -> str:
        """The relative address of `id` from this page, to Markdown files, as MkDocs wants it."""
        target = self.index.targets[id]
        return f"#{self.prefix}{id}" if id in self.own else self.to(target.page) + target.fragment

    def html(self, id: str) -> str:
        """The same as `href`, for raw HTML, which MkDocs leaves as it is."""
        page, mark, fragment = self.href(id).partition("#")
        return page.removesuffix(".md") + (".html" if page else "") + mark + fragment

    def to(self, page: str) -> str:
        """The relative path from this page to `page`."""
        return _relative(page, posixpath.dirname(self.page) or ".")

    def link(self, words: str, id: str) -> str:
        """A Markdown link to `id` with the class of its kind; the words alone when there is no such id, or when it is
        the page itself."""
        target = self.index.targets.get(id)
        if not target or (target.page == self.page and not target.fragment):
            return words
        return f"[{words}]({self.href(id)}){{ .{target.kind} }}"

    def resolve(self, prose: Prose | str) -> str:
        """`prose` with every `[words][id]` turned into an ordinary link."""
        text = prose if isinstance(prose, str) else prose.text
        masked = without_code(text)
        pieces, end = [], 0
        for found in REFERENCE.finditer(masked):
            if found[2] in self.index.targets:
                pieces += [text[end : found.start()], self.link(found[1], found[2])]
                end = found.end()
        return "".join(pieces) + text[end:]

    def mentioned(self, id: str, label: str = "Mentioned in") -> str:
        """The paragraph "Mentioned in: …", or nothing."""
        owners = self.index.mentions.get(id, ())
        names = [
            self.link(owner.label, owner.id) if owner.kind != "page" else f"[{owner.label}]({self.to(owner.page)})"
            for owner in owners
        ]
        return f"{label}: {' · '.join(names)}\n{{: .mentioned }}" if names else ""


@cache  # a page links to the same few dozen pages over and over
def _relative(page: str, folder: str) -> str:
    return posixpath.relpath(page, folder)


def short_name(source: Source) -> str:
    """Author and year, as running text cites it: NATO 2008; Charap and Radchenko 2024; Fearon 1995."""
    names = [str(name.get("family") or name.get("literal", "")) for name in source.names]
    who = (
        f"{names[0]} et al."
        if len(names) > 3
        else " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 2 else names)
    )
    return f"{who or source.csl.get('container-title') or source.csl.get('publisher', '')} {year(source)}".strip()


def year(source: Source) -> str:
    """The year of issue, or what the record says instead ("n.d.")."""
    issued = source.csl.get("issued")
    issued = issued if isinstance(issued, dict) else {}
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    return str(first[0]) if isinstance(first, list) and first else str(issued.get("literal", "n.d."))
