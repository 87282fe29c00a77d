"""Writes a made-up companion of any number of parts, the same every time, in the looks of a real one."""

from __future__ import annotations

import json
import re
import shutil
from math import isqrt
from pathlib import Path

from . import made_up
from .made_up import PASSAGES, Size

LOOKS = ("overrides", "docs/assets", "scripts/postil")
NAV = re.compile(r"^nav:\n(?:[ \t#].*\n|\n)*", re.M)
HOME = "---\ntitle: Made up\ndescription: A made-up companion.\n---\n\n# Made up\n\nSee [the first passage][p1].\n"


def write(source: Path, target: Path, parts: int) -> None:
    """A companion of `parts` parts at `target`, with the mkdocs.yml, overrides/ and assets of `source`."""
    for name in LOOKS:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path, text in _files(Size(parts)).items():
        (target / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (target / "docs" / path).write_text(text, encoding="utf-8")
    config = (source / "mkdocs.yml").read_text(encoding="utf-8")
    nav = f"nav: {json.dumps(_nav(Size(parts)))}\n\n"
    (target / "mkdocs.yml").write_text(NAV.sub(lambda _: nav, config), encoding="utf-8")


def _files(size: Size) -> dict[str, str]:
    found = {
        "index.md": HOME,
        "essay/essay.yml": json.dumps(_essay(size)),
        "glossary.md": made_up.entries("Glossary", "term", size.terms, size),
        "people.md": made_up.entries("People", "person", size.people, size),
        "timeline/events.yml": json.dumps(made_up.timeline(size), indent=1),
        "sources/sources.json": json.dumps([made_up.source(number) for number in range(size.sources)], indent=1),
    }
    found |= {path: made_up.part(number, size) for number, path in enumerate(_parts(size), 1)}
    return found | {path: made_up.lesson(number, size) for number, path in enumerate(_lessons(size), 1)}


def _essay(size: Size) -> dict[str, object]:
    about = {"title": "Made up", "authors": ["Nobody"], "publisher": "Nowhere", "issued": "2026"}
    plans = [
        {"slug": f"part-{n}", "title": f"Part {n}", "passages": f"{(n - 1) * PASSAGES + 1}-{n * PASSAGES}"}
        for n in range(1, size.parts + 1)
    ]
    return {**about, "parts": plans, "words": ["240"] * size.passages}


def _parts(size: Size) -> list[str]:
    return [f"essay/{number}-part-{number}.md" for number in range(1, size.parts + 1)]


def _lessons(size: Size) -> list[str]:
    return [f"lessons/lesson-{number}.md" for number in range(1, size.lessons + 1)]


def _nav(size: Size) -> list[object]:
    """Two levels, as the drawer has: as many sections as each has pages, or a reader would scroll through hundreds."""
    lessons = _lessons(size)
    read = [path for number, path in enumerate(_parts(size), 1) for path in (path, *lessons[_due(number)])]
    step = max(10, isqrt(len(read)))
    groups = [{f"From {start + 1}": read[start : start + step]} for start in range(0, len(read), step)]
    named = {"Timeline": "timeline/index.md", "Glossary": "glossary.md", "Sources": "sources/index.md"}
    return [
        "index.md",
        {"Read": ["essay/index.md", "lessons/index.md", "notes.md", "companion.md"]},
        *groups,
        *({name: path} for name, path in named.items()),
        {"About": ["people.md", "about/numbering.md"]},
    ]


def _due(part: int) -> slice:
    """The lesson that stands behind a part: one behind each tenth."""
    return slice(0) if part % 10 else slice(part // 10 - 1, part // 10)
