"""The Markdown that authors write, cut into sections and blocks. Lines are never lost: each piece knows its place.

A section is a heading with what stands below it. A block is `/// type | argument`, option lines, an empty line, a body
and `///`; blocks do not nest. Inside fenced code nothing is a heading or a block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .. import rules
from ..findings import Place
from ..model import Prose
from .reader import Reader, Record

HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*(?:\{[^{}]*?#([^\s{}]+)[^{}]*\})?[ \t]*#*$")
OPENING = re.compile(r"///+[ \t]*([\w-]+)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*$")
CLOSING = re.compile(r"///+[ \t]*$")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
OPTION = re.compile(r"([A-Za-z][\w-]*):(?:[ \t]+(.*))?$")


@dataclass(frozen=True)
class Option:
    value: str
    place: Place


Options = dict[str, Option]


@dataclass(frozen=True)
class Block:
    type: str
    argument: str
    options: Options
    body: Prose
    place: Place

    def get(self, key: str) -> str:
        return self.options[key].value if key in self.options else ""

    def place_of(self, key: str) -> Place:
        return self.options[key].place if key in self.options else self.place


@dataclass
class Section:
    """A heading (level 0 for what stands before the first) and the prose and blocks below it, in order."""

    level: int
    title: str
    id: str
    place: Place
    pieces: list[Prose | Block] = field(default_factory=list)

    @property
    def prose(self) -> list[Prose]:
        return [piece for piece in self.pieces if isinstance(piece, Prose)]

    @property
    def blocks(self) -> list[Block]:
        return [piece for piece in self.pieces if isinstance(piece, Block)]


def front_matter(reader: Reader, path: str, text: str) -> tuple[Record, str, Prose]:
    """The front matter of a page as a record and as written, and the Markdown after it."""
    place = reader.place(path)
    if not text.startswith("---\n"):
        return Record(place), "", Prose(text, place)
    end = re.compile(r"^---[ \t]*\n?", re.M).search(text, 4)
    if end is None:
        reader.report(rules.FRONT_MATTER, place, "expected a closing --- after the front matter, found none")
        return Record(place), "", Prose("", place)
    raw, body = text[4 : end.start()], text[end.end() :]
    meta = reader.yaml_text(raw, place.below(1), rules.FRONT_MATTER) if raw.strip() else Record(place)
    if meta is not None and not isinstance(meta, Record):
        reader.report(rules.FRONT_MATTER, place, "expected `key: value` lines in the front matter")
    start = place.below(text.count("\n", 0, end.end()))
    return (meta if isinstance(meta, Record) else Record(place)), raw, Prose(body, start)


def sections(reader: Reader, prose: Prose) -> list[Section]:
    """`prose` cut at its headings; the first section has level 0 and holds what stands before any heading."""
    found = [Section(0, "", "", prose.place)]
    lines = prose.text.split("\n")
    start = number = unclosed = 0
    while number < len(lines):
        line = lines[number]
        if fence := FENCE.match(line):
            number = _after_fence(lines, number, fence.group(1))
            continue
        heading, opening = HEADING.match(line), OPENING.match(line)
        if heading or opening or CLOSING.match(line):
            _keep(found[-1], lines[start:number], prose.place.below(start))
            place = prose.place.below(number)
            if heading:
                found.append(Section(len(heading[1]), heading[2], heading[3] or "", place))
                number, unclosed = number + 1, 0
            elif opening:
                number = _block(reader, found[-1], lines, number, place, opening)
                unclosed += not CLOSING.match(lines[number - 1])
            elif unclosed:  # the mark that a nested block left over: its opening has been reported
                number, unclosed = number + 1, unclosed - 1
            else:
                reader.report(rules.BLOCK_UNCLOSED, place, "expected a block to close, found /// on its own")
                number += 1
            start = number
        else:
            number += 1
    _keep(found[-1], lines[start:], prose.place.below(start))
    return found


def _after_fence(lines: list[str], number: int, mark: str) -> int:
    for end in range(number + 1, len(lines)):
        if lines[end].strip().startswith(mark) and not lines[end].strip().strip(mark[0]):
            return end + 1
    return len(lines)


def _keep(section: Section, lines: list[str], place: Place) -> None:
    skipped = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if skipped < len(lines):
        section.pieces.append(Prose("\n".join(lines[skipped:]).rstrip(), place.below(skipped)))


def _block(
    reader: Reader, section: Section, lines: list[str], number: int, place: Place, opening: re.Match[str]
) -> int:
    """Reads the block that opens at line `number` into `section`; returns the number of the line after it.

    A block that does not close is reported and kept, so that its ids are not reported as gone as well.
    """
    end = number + 1
    while end < len(lines) and not any(mark.match(lines[end]) for mark in (CLOSING, HEADING, OPENING)):
        fence = FENCE.match(lines[end])
        end = _after_fence(lines, end, fence.group(1)) if fence else end + 1
    section.pieces.append(_filled(reader, lines[number + 1 : end], place, opening))
    if end == len(lines) or HEADING.match(lines[end]):
        reader.report(
            rules.BLOCK_UNCLOSED, place, f"expected /// before the next heading, found none for this {opening[1]}"
        )
    elif OPENING.match(lines[end]):
        reader.report(
            rules.BLOCK_NESTED,
            place.below(end - number),
            f"expected /// first: the {opening[1]} of line {place.line} is open",
        )
    else:
        return end + 1
    return end


def _filled(reader: Reader, lines: list[str], place: Place, opening: re.Match[str]) -> Block:
    split = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    options = read_options(reader, lines[:split], place.below(1))
    body = Section(0, "", "", place)
    _keep(body, lines[split:], place.below(1 + split))
    return Block(opening[1], opening[2] or "", options, body.prose[0] if body.prose else Prose("", place), place)


def read_options(reader: Reader, lines: list[str], place: Place, *, wrapped: bool = False) -> Options:
    """`key: text` lines as options with lower-case keys. Never YAML, where `2008` is a number and a colon an error.

    With `wrapped`, a line without a key goes on with the option above it.
    """
    options: Options = {}
    last = ""
    for number, line in enumerate(lines):
        here, match = place.below(number), OPTION.match(line.strip())
        if match and match[1].lower() in options:
            reader.report(rules.OPTION_DOUBLE, here, f"expected the option {match[1]} once, found it again")
        elif match:
            last = match[1].lower()
            options[last] = Option((match[2] or "").strip(), here)
        elif wrapped and last:
            options[last] = Option(f"{options[last].value} {line.strip()}", options[last].place)
        else:
            reader.report(rules.OPTION_MALFORMED, here, f"expected `key: text`, found {line.strip()!r}")
    return options


def head(reader: Reader, section: Section, known: tuple[str, ...]) -> tuple[Options, list[Prose]]:
    """The `Key: text` paragraph right below a heading, if there is one, and the prose after it."""
    if not section.prose:
        return {}, []
    first, rest = section.prose[0], section.prose[1:]
    lines = first.text.split("\n")
    match = OPTION.match(lines[0].strip())
    if not match or not match[1][0].isupper():
        return {}, section.prose
    split = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    options = read_options(reader, lines[:split], first.place, wrapped=True)
    only(reader, options, known)
    body = Section(0, "", "", first.place)
    _keep(body, lines[split:], first.place.below(split))
    return options, body.prose + rest


def only(reader: Reader, options: Options, known: tuple[str, ...]) -> None:
    """Reports every option that is not `known`."""
    for key, option in options.items():
        if key not in known:
            reader.report(rules.OPTION_UNKNOWN, option.place, f"expected one of {', '.join(known)}; found {key!r}")


def need(reader: Reader, options: Options, keys: tuple[str, ...], place: Place) -> bool:
    """Reports every option of `keys` that is absent or empty; True when all are there."""
    missing = [key for key in keys if not options.get(key, Option("", place)).value]
    for key in missing:
        reader.report(rules.OPTION_MISSING, place, f"expected the option {key!r}, found none")
    return not missing


def listed(text: str) -> tuple[str, ...]:
    """The items of a comma-separated option."""
    return tuple(item.strip() for item in text.split(",") if item.strip())


def joined(pieces: list[Prose], place: Place) -> Prose:
    """Several runs of prose as one, from the place of the first; empty lines stand for the blocks between them."""
    text, start = "", pieces[0].place if pieces else place
    for piece in pieces:
        text += "\n" * (piece.place.line - start.line - text.count("\n")) + piece.text
    return Prose(text, start)
