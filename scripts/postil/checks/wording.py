"""W: no run of eight essay words stands in docs/. Needs a copy of the essay outside the repository."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from .. import rules
from ..findings import Finding, Place
from ..model import Companion

RUN = 8
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
READ = {".md", ".yml", ".json", ".txt", ".css", ".js", ".svg", ".html"}


def copy_at_hand(root: Path) -> Path | None:
    """The essay: POSTIL_ESSAY, else the one text in ../shared/article; None when there is neither."""
    if named := os.environ.get("POSTIL_ESSAY"):
        return Path(named)
    found = sorted((root.parent / "shared" / "article").glob("*.txt"))
    return found[0] if len(found) == 1 else None


def check(companion: Companion, root: Path) -> Iterator[Finding]:
    copy = copy_at_hand(root)
    if copy is None or not copy.is_file():
        return
    name = [word for word, _ in _words(f"{companion.essay.title} {companion.essay.subtitle}")]
    essay = [word for word, _ in _words(copy.read_text(encoding="utf-8", errors="replace"))]
    runs = set(_runs(essay)) - set(_runs(name))
    for path in sorted((root / "docs").rglob("*")):
        if path.suffix in READ and path.is_file():
            yield from _file(
                path.relative_to(root).as_posix(), path.read_text(encoding="utf-8", errors="replace"), runs
            )


def _words(text: str) -> list[tuple[str, int]]:
    text = unicodedata.normalize("NFKC", text)
    return [(found.group().lower().replace("’", "'"), found.start()) for found in WORD.finditer(text)]


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _file(path: str, text: str, runs: set[tuple[str, ...]]) -> Iterator[Finding]:
    found, skip = _words(text), 0
    for start, run in enumerate(_runs([word for word, _ in found])):
        if run in runs and start >= skip:
            skip = start + RUN
            line = text.count("\n", 0, found[start][1]) + 1
            yield Finding(
                rules.ESSAY_WORDING, Place(path, line), f"expected our own words, found {RUN} of the essay's in a row"
            )
