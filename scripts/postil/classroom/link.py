"""An assignment as the part of an address after `#`: compact, versioned, with a checksum.

    1.PAYLOAD.8f3a01bc

PAYLOAD is base64url without padding of UTF-8; the last part is the CRC-32, as zip has it, of what stands before its
dot. A CRC finds every change of one character. The payload is lines: a letter, a space, a value, in the order of
`_lines`; in a value a backslash is written twice and a new line as `\\n`. There is one way to write an assignment: a
code that `encode` would write otherwise is damaged. docs/assets/classroom/link.js does the same, on
tests/vectors/assignments.json, where today's codes stay for good. The idea of a checksum in what people pass on is that
of bech32.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

VERSION = "1"
LONGEST_LINK, LONGEST_CODE = 2_000, 100_000  # characters of an address, and of a code in a file
MOST_TASKS = 200  # more would hold a page up
BLANK = "[ \\t\\r\\n\u00a0\u200b\ufeff]"  # what mail and LMS put into long words
START = re.compile(f"(?:\\A{BLANK}*|#|%23)(?=[0-9]+\\.)")
WHOLE = re.compile(r"[0-9]+\.[\w-]+\.[0-9a-f]{8}(?![\w-])", re.ASCII)
NUMBERS = re.compile(r"(?:[1-9][0-9]{0,3})(?:-[1-9][0-9]{0,3})?(?: [1-9][0-9]{0,3}(?:-[1-9][0-9]{0,3})?)*")
FORMS = {
    "t": re.compile(r".*", re.S),
    "m": re.compile(r"[a-z0-9]{1,20}"),
    "g": re.compile(r".+", re.S),
    "w": re.compile(r".+", re.S),
    "p": NUMBERS,
    "q": re.compile(r"[a-z0-9][a-z0-9-]{0,99}"),
    "o": re.compile(r"(?:0|[1-9][0-9]{0,3}) .+", re.S),
    "k": re.compile(r"(?:[a-z]+(?: [a-z]+)*)?"),
    "f": re.compile(r""),
    "d": re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"),
}

NO_CODE = "This is not the link or file of an assignment."
NEWER = "This assignment was made by a newer version of these pages. Open it there."
TOO_LONG = "This is too long for an assignment."
TOO_MANY = "This assignment has far too many questions."
UNREADABLE = "This is not the link or file of an assignment, or it is damaged beyond reading."
DAMAGED = (
    "This link is damaged: a part of it is missing or changed. What could be read is shown; ask for the whole link."
)


@dataclass(frozen=True)
class Own:
    """A teacher's own question; `passage` is the number of the passage it belongs to, 0 for none."""

    passage: int
    text: str


@dataclass(frozen=True)
class Assignment:
    """What a teacher gives. `mark` is six random letters or digits, so that a link made anew is new work; "ready" on
    the pages of ready assignments. `get` says where the essay is: an address or words. `tasks` are ids of our questions
    and own ones, in the order of the page; `kinds` of None shows all notes; `due` is a date such as 2026-12-14."""

    title: str
    mark: str
    get: str = ""
    words: str = ""
    passages: tuple[int, ...] = ()
    tasks: tuple[str | Own, ...] = ()
    kinds: tuple[str, ...] | None = None
    first: bool = False
    due: str = ""

    def record(self) -> dict[str, Any]:
        """As the object that the scripts use."""
        return {
            **{"title": self.title, "mark": self.mark, "get": self.get, "words": self.words},
            "passages": list(self.passages),
            "tasks": [
                {"id": task} if isinstance(task, str) else {"passage": task.passage, "text": task.text}
                for task in self.tasks
            ],
            "kinds": None if self.kinds is None else list(self.kinds),
            **{"first": self.first, "due": self.due},
        }


@dataclass(frozen=True)
class Decoded:
    """What a code says. `fault` is "" when it is whole, else a sentence, and `assignment` has the lines that could be
    read, or is None. `id` is the checksum of the payload, eight hexadecimal digits: the name of the assignment."""

    assignment: Assignment | None
    id: str
    fault: str


def encode(assignment: Assignment) -> str:
    """The code of `assignment`. A ValueError names the field that no code can say."""
    lines = list(_lines(assignment))
    for letter, value in lines:
        if not FORMS[letter].fullmatch(value):
            raise ValueError(f"an assignment cannot have the line {letter!r} {value!r}")
    if list(assignment.passages) != sorted(set(assignment.passages)):
        raise ValueError(f"the passages of an assignment ascend, these do not: {assignment.passages}")
    return _code(lines)


def decode(text: str) -> Decoded:
    """What a whole address, a code or a file's text says; whatever it is, there is an answer and no exception."""
    code = _code_in(text[: LONGEST_CODE + LONGEST_LINK])
    version, _, rest = code.partition(".")
    payload = rest.partition(".")[0]
    if not payload:
        return Decoded(None, "", NO_CODE)
    if version != VERSION:
        return Decoded(None, "", NEWER)
    if len(code) > LONGEST_CODE:
        return Decoded(None, "", TOO_LONG)
    found = _read(_unbase64(payload))
    if not found:
        return Decoded(None, "", UNREADABLE)
    if len(found.tasks) > MOST_TASKS:
        return Decoded(None, "", TOO_MANY)
    whole = _code(_lines(found)) == code
    return Decoded(found, _sum(f"{version}.{payload}"), "" if whole else DAMAGED)


def _lines(assignment: Assignment) -> Iterator[tuple[str, str]]:
    """The lines as letters and values, in the one order there is."""
    yield "t", assignment.title
    yield "m", assignment.mark
    if assignment.get:
        yield "g", assignment.get
    if assignment.words:
        yield "w", assignment.words
    if assignment.passages:
        yield "p", _ranges(assignment.passages)
    for task in assignment.tasks:
        yield ("q", task) if isinstance(task, str) else ("o", f"{task.passage} {task.text}")
    if assignment.kinds is not None:
        yield "k", " ".join(assignment.kinds)
    if assignment.first:
        yield "f", ""
    if assignment.due:
        yield "d", assignment.due


def _code(lines: Iterable[tuple[str, str]]) -> str:
    written = [f"{letter} {_escaped(value)}" if value else letter for letter, value in lines]
    payload = base64.urlsafe_b64encode(_utf8("\n".join(written))).decode().rstrip("=")
    body = f"{VERSION}.{payload}"
    return f"{body}.{_sum(body)}"


def _sum(body: str) -> str:
    return f"{zlib.crc32(_utf8(body)):08x}"


def _utf8(text: str) -> bytes:
    """Half a character, which UTF-8 cannot say, becomes U+FFFD, as in browsers."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return re.sub("[\ud800-\udfff]", "\ufffd", joined).encode()


def _unbase64(payload: str) -> str:
    """What can be read: what is no base64url counts as "A", what is no UTF-8 as U+FFFD."""
    whole = re.sub(r"[^\w-]", "A", payload, flags=re.ASCII)
    whole = whole[:-1] if len(whole) % 4 == 1 else whole
    return base64.urlsafe_b64decode(whole + "=" * (-len(whole) % 4)).decode("utf-8", "replace")


def _code_in(text: str) -> str:
    """The code in an address, a file or a message: from the last "#1." or from the start, without what broke its
    lines."""
    starts = list(START.finditer(text))
    if not starts:
        return ""
    rest = text[starts[-1].end() :]
    whole = WHOLE.match(rest)
    return whole[0] if whole else re.sub(BLANK, "", rest)


def _read(text: str) -> Assignment | None:
    """The lines that can be read; None if there is none."""
    found: dict[str, Any] = {"title": "", "mark": ""}
    tasks: list[str | Own] = []
    known = 0
    for line in text.split("\n"):
        letter, value = line[:1], _unescaped(line[2:])
        form = FORMS.get(letter)
        if not form or line[1:2] not in ("", " ") or not form.fullmatch(value):
            continue
        if letter == "q":
            tasks.append(value)
        elif letter == "o":
            number, _, question = value.partition(" ")
            tasks.append(Own(int(number), question))
        else:
            name, made = _field(letter, value)
            found[name] = made
        known += line != "t" and line != "t "
    return Assignment(**found, tasks=tuple(tasks)) if known else None


def _field(letter: str, value: str) -> tuple[str, Any]:
    """The field that a line fills, and with what."""
    match letter:
        case "p":
            return "passages", tuple(_numbers(value))
        case "k":
            return "kinds", tuple(value.split(" ")) if value else ()
        case "f":
            return "first", True
    return {"t": "title", "m": "mark", "g": "get", "w": "words", "d": "due"}[letter], value


def _ranges(numbers: Iterable[int]) -> str:
    """(6, 9, 10, 11) as "6 9-11"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return " ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _numbers(text: str) -> Iterator[int]:
    """The reverse; what does not ascend is left out, so that no text gives more than 9,999."""
    before = 0
    for each in text.split(" "):
        first, _, last = each.partition("-")
        for number in range(max(int(first), before + 1), int(last or first) + 1):
            before = number
            yield number


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n")


def _unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], value, flags=re.S)
