"""Lesson pages: prose with `/// question | depth` blocks in between."""

from __future__ import annotations

from pathlib import PurePosixPath

from .. import rules
from ..model import DEPTHS, Lesson, Prose, Question
from .markup import Block, Section, front_matter, listed, need, only, sections
from .reader import Reader

OPTIONS = ("id", "passages", "needs", "key")


def load_lessons(reader: Reader) -> tuple[Lesson, ...]:
    """Every page of docs/lessons/, by its number."""
    lessons = [_lesson(reader, path) for path in reader.files("lessons/*.md")]
    return tuple(sorted((lesson for lesson in lessons if lesson), key=lambda lesson: lesson.number))


def _lesson(reader: Reader, path: str) -> Lesson | None:
    text = reader.text(path)
    if text is None:
        return None
    meta, _, prose = front_matter(reader, path, text)
    for key in ("lesson", "description"):
        if not meta.get(key):
            reader.report(rules.FIELD_MISSING, reader.place(path), f"expected {key!r} in the front matter, found none")
    found = sections(reader, prose)
    title = next((section.title for section in found if section.level == 1), "")
    number = str(meta.get("lesson", ""))
    if number and not number.isdecimal():
        reader.report(rules.FIELD_MISSING, meta.place_of("lesson"), f"expected a number, found {number!r}")
    if not title:
        reader.report(rules.FIELD_MISSING, prose.place, "expected a title, as in: # Build for strangers; found none")
    return Lesson(
        id=PurePosixPath(path).stem,
        number=int(number) if number.isdecimal() else 0,
        title=title,
        description=str(meta.get("description", "")),
        body=tuple(piece for section in found for piece in _pieces(reader, section)),
        place=reader.place(path),
    )


def _pieces(reader: Reader, section: Section) -> list[Prose | Question]:
    pieces: list[Prose | Question] = []
    if section.level > 1:
        mark = f" {{ #{section.id} }}" if section.id else ""
        pieces.append(Prose(f"{'#' * section.level} {section.title}{mark}", section.place))
    for piece in section.pieces:
        question = _question(reader, piece) if isinstance(piece, Block) else piece
        if question:
            pieces.append(question)
    return pieces


def _question(reader: Reader, block: Block) -> Question | None:
    if block.type != "question" or block.argument not in DEPTHS:
        reader.report(
            rules.KIND_UNKNOWN,
            block.place,
            f"expected /// question | {' or '.join(DEPTHS)}; found /// {block.type} | {block.argument}",
        )
        return None
    only(reader, block.options, OPTIONS)
    if not need(reader, block.options, OPTIONS, block.place):
        return None
    if block.get("needs") not in ("companion", "essay"):
        reader.report(
            rules.OPTION_MALFORMED,
            block.place_of("needs"),
            f"expected companion or essay, found {block.get('needs')!r}",
        )
    if not block.body.text:
        reader.report(rules.NOTE_EMPTY, block.place, "expected the question below its options, found none")
    return Question(
        block.get("id"),
        block.argument,
        listed(block.get("passages")),
        block.get("needs"),
        block.get("key"),
        block.body,
        block.place,
    )
