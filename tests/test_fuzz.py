"""Whatever stands in the files, loading and checking returns findings and never raises."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import TINY, tiny
from postil.checks import check
from postil.generate import pages
from postil.links import index
from postil.load import load

FILES = sorted(path.relative_to(TINY).as_posix() for path in (TINY / "docs").rglob("*.*") if path.suffix != ".js")
MARKS = [
    *(b"///", b"{ #p1 }", b"[", b"]", b"{", b"}", b'"', b"`", b"```\n", b"#", b":", b": ", b"- ", b"---\n", b"\t"),
    *(b"\r", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\xb2"),
    *(b"null", b"[]", b"{}", b"1", b"&a", b"*a", b"!!x"),
]


def delete_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def double_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return b"".join(lines)


def truncate(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def swap_bytes(data: bytes, chance: random.Random) -> bytes:
    mixed = bytearray(data)
    for _ in range(4):
        one, other = chance.randrange(len(mixed)), chance.randrange(len(mixed))
        mixed[one], mixed[other] = mixed[other], mixed[one]
    return bytes(mixed)


def insert_mark(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(MARKS) + data[at:]


def replace_value(data: bytes, chance: random.Random) -> bytes:
    """Puts a mark where the rest of a line was: `title: []`, `"author": null`."""
    lines = data.splitlines(keepends=True)
    number = chance.randrange(len(lines))
    key, colon, _ = lines[number].partition(b":")
    lines[number] = key + colon + b" " + chance.choice(MARKS) + (b",\n" if b'"' in key else b"\n")
    return b"".join(lines)


MUTATIONS = [delete_line, double_line, truncate, swap_bytes, insert_mark, replace_value]


@pytest.mark.parametrize("mutate", MUTATIONS, ids=lambda mutate: mutate.__name__)
def test_no_fault_in_a_file_raises(mutate: Callable[[bytes, random.Random], bytes], tmp_path: Path) -> None:
    root, chance = tiny(tmp_path / "companion"), random.Random(mutate.__name__)
    for _ in range(3):
        for file in FILES:
            good = (TINY / file).read_bytes()
            (root / file).write_bytes(mutate(good, chance))
            try:
                survive(root)
            except Exception as error:
                error.add_note(f"{mutate.__name__} of {file}:\n{(root / file).read_bytes()!r}")
                raise
            (root / file).write_bytes(good)


def survive(root: Path) -> None:
    """Loads, checks, and generates what has no error, as a build would."""
    companion, found = load(root)
    known = index(companion)
    found += check(companion, known, root)
    assert all(str(finding) and finding.record() for finding in found)
    if not any(finding.is_error for finding in found):
        pages(companion, known)


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_empty_or_gone_does_not_raise(file: str, tmp_path: Path) -> None:
    root = tiny(tmp_path / "companion")
    (root / file).write_bytes(b"")
    survive(root)
    (root / file).unlink()
    survive(root)
