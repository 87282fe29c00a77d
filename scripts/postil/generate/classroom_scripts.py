"""The scripts of the classroom: the files of docs/assets/classroom/ as one script for each kind of page.

One idea a file for who reads the source; joined in one scope they share names and compress better than apart. What a
script can do without a page is on `window.postilClassroom`, for the tests.
"""

from __future__ import annotations

import re
from pathlib import Path

SOURCES = "assets/classroom"
STUDENT = ("store", "answers", "first", "marks", "hand-in", "desk", "opener", "work")
HAND_IN = ("handin-read", "handin", "zip")
SCRIPTS = {
    "classroom": ("base", "checksum", "link", *HAND_IN, *STUDENT),
    "assign": ("base", "checksum", "link", "opener", "form", "preview", "assign"),
    "collect": ("base", "checksum", "handin-read", "unzip", "html", "csv", "gather", "class-table", "collect"),
}
CALLS = (
    *("crc32", "encodeAssignment", "decodeAssignment", "addressIn"),
    *("writeHandIn", "writeHandInJson", "readHandIn", "zipped", "unzip", "textOfHtml", "csvOf"),
)


def scripts(docs: Path) -> dict[str, bytes]:
    """The scripts as path below docs/ and bytes; none without sources: no companion must have a classroom."""
    sources = docs / SOURCES
    if not sources.is_dir():
        return {}
    return {f"assets/js/{name}.js": code(sources, files).encode() for name, files in SCRIPTS.items()}


def code(sources: Path, files: tuple[str, ...]) -> str:
    """The script made of `files`, in a scope of its own."""
    text = "\n".join((sources / f"{name}.js").read_text(encoding="utf-8") for name in files)
    calls = [name for name in CALLS if re.search(rf"^const {name} =", text, re.M)]
    return f"{{\n{text}\nwindow.postilClassroom = {{ {', '.join(calls)} }}\n}}\n"
