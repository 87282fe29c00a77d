"""Part pages: passages and their notes."""

from __future__ import annotations

import re

from .. import rules
from ..findings import Place
from ..model import KINDS, VERDICTS, Essay, Note, Part, Passage, Plan, Prose
from ..words import occurrences
from .markup import Block, Section, front_matter, head, joined, listed, need, only, sections
from .reader import Reader

OPTIONS = ("id", "title", "phrase", "pin", "verdict", "sources", "checked")
PASSAGE_ID = re.compile(r"p(\d+)$")


def load_parts(reader: Reader, essay: Essay) -> tuple[Part, ...]:
    """The pages that essay.yml announces, in its order; a missing page is reported, and one that is not announced."""
    due = {f"essay/{number}-{plan.slug}.md" for number, plan in enumerate(essay.plans, 1)}
    for path in reader.files("essay/*.md"):
        if path not in due:
            reader.report(rules.FILE_MISSING, reader.place(path), "expected essay.yml to name this page under parts")
    parts = [_part(reader, number, plan) for number, plan in enumerate(essay.plans, 1)]
    return tuple(part for part in parts if part)


def _part(reader: Reader, number: int, plan: Plan) -> Part | None:
    path = f"essay/{number}-{plan.slug}.md"
    text = reader.text(path, required=True)
    if text is None:
        return None
    meta, _, prose = front_matter(reader, path, text)
    found = sections(reader, prose)
    passages = [_passage(reader, section) for section in found if PASSAGE_ID.match(section.id)]
    for piece in (piece for section in found if section.level < 2 for piece in section.pieces):
        reader.report(rules.PASSAGE_MISSING, piece.place, "expected text to stand in a passage, found some before it")
    for section in found:
        if section.level > 1 and not PASSAGE_ID.match(section.id):
            reader.report(
                rules.PASSAGE_MISSING, section.place, f"expected a heading with {{ #pN }}, found {section.title!r}"
            )
    return Part(number, plan.slug, plan.title, str(meta.get("description", "")), tuple(passages), reader.place(path))


def _passage(reader: Reader, section: Section) -> Passage:
    options, rest = head(reader, section, ("claim",))
    claim = options.get("claim")
    notes = [note for block in section.blocks if (note := _note(reader, block))]
    claimed = Prose(claim.value, claim.place) if claim else Prose("", section.place)
    analysis = joined(rest, section.place)
    card = f"{claimed.text}\n\n{analysis.text}"
    return Passage(
        number=int(section.id[1:]),
        title=section.title,
        claim=claimed,
        analysis=analysis,
        notes=tuple(sorted(notes, key=lambda note: _position(note, card))),
        place=section.place,
    )


def _position(note: Note, card: str) -> int:
    """Where the note's phrase begins: notes stand in the order in which a reader of the card meets them."""
    return min((start for start, _ in occurrences(note.phrase, card)), default=len(card))


def _note(reader: Reader, block: Block) -> Note | None:
    """The note of `block`; what is missing is reported, and a note without an id or a known kind is left out."""
    if block.type != "note":
        reader.report(rules.KIND_UNKNOWN, block.place, f"expected /// note | kind, found /// {block.type}")
        return None
    if block.argument not in KINDS:
        reader.report(rules.KIND_UNKNOWN, block.place, f"expected one of {', '.join(KINDS)}; found {block.argument!r}")
        return None
    only(reader, block.options, OPTIONS)
    need(reader, block.options, ("id", "title", "phrase"), block.place)
    verdict = block.get("verdict")
    if verdict and verdict not in VERDICTS:
        reader.report(
            rules.VERDICT_UNKNOWN,
            block.place_of("verdict"),
            f"expected one of {', '.join(VERDICTS)}; found {verdict!r}",
        )
    if not block.body.text:
        reader.report(rules.NOTE_EMPTY, block.place, "expected the text of the note, found none")
    return Note(
        id=block.get("id"),
        kind=block.argument,
        title=block.get("title"),
        phrase=block.get("phrase"),
        pin=_pin(reader, block.get("pin"), block.place_of("pin")),
        verdict=verdict,
        sources=listed(block.get("sources")),
        checked=reader.date(block.get("checked"), block.place_of("checked")),
        body=block.body,
        place=block.place,
        pin_check=_pin_check(block.get("pin")),
    )


def _pin(reader: Reader, text: str, place: Place) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d+)\+([1-9]\d*)(?: [0-9a-f]{4})?", text)
    if text and not match:
        reader.report(rules.PIN_MALFORMED, place, f"expected first word + length, found {text!r}")
    return (int(match[1]), int(match[2])) if match else None


def _pin_check(text: str) -> int | None:
    match = re.fullmatch(r"\d+\+\d+ ([0-9a-f]{4})", text)
    return int(match[1], 16) if match else None
