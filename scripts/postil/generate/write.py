"""Writes generated pages and copies what docs/ holds beside pages; touches a file only when its bytes change."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

DATA = {
    "essay/essay.yml",
    "essay/fingerprints.json",
    "essay/measured.json",
    "timeline/events.yml",
    "timeline/tables.yml",
    "sources/sources.json",
    "addresses.txt",
}
JOINED = ("assets/copy/", "assets/classroom/")  # generate makes few files of theirs
PRIVATE = {"assets/css/private.css"}  # only a private edition has it
NONE: Mapping[str, bytes] = MappingProxyType({})


def write(
    pages: Mapping[str, str], docs: Path, target: Path, others: Mapping[str, bytes] = NONE, private: bool = False
) -> int:
    """Makes `target` hold `pages`, the assets of `docs` and `others`, and nothing else; returns how many changed."""
    left_out = DATA if private else DATA | PRIVATE
    wanted = {path: text.encode() for path, text in pages.items()} | _assets(docs, left_out) | dict(others)
    changed = sum(_put(target / path, data) for path, data in wanted.items())
    return changed + _remove_others(target, set(wanted))


def _assets(docs: Path, left_out: set[str]) -> dict[str, bytes]:
    found = (
        path for path in docs.rglob("*") if path.is_file() and path.suffix != ".md" and not path.name.startswith(".")
    )
    named = {path.relative_to(docs).as_posix(): path for path in found}
    return {
        name: path.read_bytes() for name, path in named.items() if name not in left_out and not name.startswith(JOINED)
    }


def _put(path: Path, data: bytes) -> bool:
    """Writes through a neighbouring file, so that a killed build leaves no half page."""
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    os.replace(part, path)
    return True


def _remove_others(target: Path, wanted: set[str]) -> int:
    others = [
        path for path in target.rglob("*") if path.is_file() and path.relative_to(target).as_posix() not in wanted
    ]
    for path in others:
        path.unlink()
    for folder in sorted((path for path in target.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return len(others)
