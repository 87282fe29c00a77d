"""Ready assignments: front matter, words to the student, and one `/// teacher` block for the teacher's sheet."""

from __future__ import annotations

from pathlib import PurePosixPath

from .. import rules
from ..model import Prose, Ready
from .markup import Block, Section, front_matter, joined, listed, sections
from .reader import Reader, Record

FOLDER = "classroom/assignments/"
NEEDED = ("lesson", "kind", "minutes", "description", "needs", "passages", "questions")
KNOWN = (*NEEDED, "first")


def load_assignments(reader: Reader) -> tuple[Ready, ...]:
    """Every page of docs/classroom/assignments/, in the order of the file names."""
    found = [_assignment(reader, path) for path in reader.files(f"{FOLDER}*.md")]
    return tuple(each for each in found if each)


def _assignment(reader: Reader, path: str) -> Ready | None:
    text = reader.text(path)
    if text is None:
        return None
    meta, _, prose = front_matter(reader, path, text)
    _fields(reader, meta, path)
    found = sections(reader, prose)
    title = next((section.title for section in found if section.level == 1), "")
    if not title:
        reader.report(
            rules.FIELD_MISSING, prose.place, "expected a title, as in: # Who was not in the room?; found none"
        )
    for section in found:
        if section.level > 1:
            message = f"expected no heading below the title, found {section.title!r}"
            reader.report(rules.FIELD_UNKNOWN, section.place, message)
    minutes = str(meta.get("minutes", ""))
    return Ready(
        id=PurePosixPath(path).stem,
        lesson=str(meta.get("lesson", "")),
        kind=str(meta.get("kind", "")),
        minutes=int(minutes) if minutes.isdecimal() else 0,
        title=title,
        description=str(meta.get("description", "")),
        needs=str(meta.get("needs", "")),
        passages=listed(str(meta.get("passages", ""))),
        questions=listed(str(meta.get("questions", ""))),
        first=meta.get("first") == "yes",
        body=joined([piece for section in found for piece in section.prose], prose.place),
        teacher=_teacher(reader, found, prose),
        place=reader.place(path),
    )


def _fields(reader: Reader, meta: Record, path: str) -> None:
    for key in NEEDED:
        if not meta.get(key):
            reader.report(rules.FIELD_MISSING, reader.place(path), f"expected {key!r} in the front matter, found none")
    for key in meta:
        if key not in KNOWN:
            message = f"expected one of {', '.join(KNOWN)}; found {key!r}"
            reader.report(rules.FIELD_UNKNOWN, meta.place_of(key), message)
    minutes = str(meta.get("minutes", "1"))
    if not minutes.isdecimal():
        reader.report(rules.FIELD_MISSING, meta.place_of("minutes"), f"expected a number, found {minutes!r}")


def _teacher(reader: Reader, found: list[Section], prose: Prose) -> Prose:
    """The body of the one block; any other block is reported."""
    bodies = [body for section in found for block in section.blocks if (body := _body(reader, block))]
    if len(bodies) != 1:
        message = f"expected one /// teacher block, found {len(bodies)}"
        reader.report(rules.TEACHER_BLOCK, bodies[1].place if bodies else prose.place, message)
    return bodies[0] if bodies else Prose("", prose.place)


def _body(reader: Reader, block: Block) -> Prose | None:
    if block.type != "teacher":
        reader.report(rules.TEACHER_BLOCK, block.place, f"expected /// teacher, found /// {block.type}")
        return None
    return block.body if block.body.text else None
