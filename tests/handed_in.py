"""What a class hands in, made up, and the files that learning platforms make of it."""

from __future__ import annotations

import html
import io
import json
import random
import zipfile
import zlib
from functools import cache

WORDS = ("They", "guarantee", "signed", "states", "would", "not", "Київ", "talks", "because", "a", "treaty", "é")


@cache
def sentences() -> list[str]:
    """Those of which answers are made; to choose every word anew would take seconds where a class writes megabytes."""
    chance = random.Random(0)
    lengths = (chance.randrange(4, 30) for _ in range(5000))
    return [
        "".join(chance.choice(WORDS) + chance.choice((" ", " ", " ", "\n", ". ")) for _ in range(length))
        for length in lengths
    ]


@cache
def student(number: int, size: int = 400) -> dict:
    """The hand-in of one of thirty students of the same assignment, with answers of about `size` characters."""
    chance = random.Random(number)

    def answer() -> str:
        return "".join(chance.choices(sentences(), k=size // 60))[:size].strip()

    return {
        "version": 1,
        "assignment": "8f3a01bc",
        "code": "",
        "title": "Who was not in the room?",
        "name": f"Student {number:02}",
        "when": f"2026-11-26T18:{number % 60:02}Z",
        "entries": [
            {"key": "first:p9", "label": "First thought on ¶9", "text": answer()},
            {"key": "q-table-who", "label": "Which states did the draft name?", "text": answer()},
            {"key": "q-table-causes", "label": "Why did the talks end?", "text": answer()},
            {"key": "own:1", "label": "What would you ask the authors?", "text": answer()},
        ],
    }


CLASS = [student(number) for number in range(30)]


def written(handed: dict, tag: str = "k3f9") -> str:
    """A hand-in as its page writes it for an LMS; for those whose content has no "[[k3f9"."""
    entries = [f"[[{tag} {each['key']}]] {each['label']}\n{each['text']}\n" for each in handed["entries"]]
    return (
        f"{handed['title']}\n[[{tag} postil 1 · assignment {handed['assignment']} · {handed['when']}]]\n"
        f"Name: {handed['name']}\n{''.join(entries)}[[{tag} end · {check(handed)}]]\n"
    )


def check(handed: dict) -> str:
    """The checksum of what was written, without white space."""
    said = "".join(each["key"] + each["text"] for each in handed["entries"])
    for blank in "\u200b\ufeff":
        said = said.replace(blank, "")
    return f"{zlib.crc32(''.join(said.split()).encode()):08x}"


def canvas(handed: dict, text: str | None = None) -> str:
    """A text submission as Canvas saves it: TinyMCE makes paragraphs of what was pasted."""
    lines = html.escape(text or written(handed), quote=False).replace("  ", "&nbsp; ").split("\n\n")
    paragraphs = "".join(f"<p>{part.replace(chr(10), '<br />')}</p>" for part in lines)
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">\n<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>Week 3: {handed['name']}</title></head><body>\n<h1>Week 3: {handed['name']}</h1>\n"
        f'<div style="width: 600px">\n  {paragraphs}\n</div>\n</body></html>'
    )


def moodle(handed: dict) -> str:
    """A text submission as Moodle saves it: a paragraph for each line, typographic signs by name."""
    lines = html.escape(written(handed)).replace("é", "&eacute;").replace("·", "&middot;").split("\n")
    return "".join(f'<p dir="ltr">{line or "<br>"}</p>' for line in lines)


def ours(handed: dict) -> bytes:
    """A zip as the student's page makes it."""
    return packed(
        {
            "hand-in.html": f"<h1>{html.escape(handed['title'])}</h1>",
            "hand-in.txt": written(handed),
            "hand-in.json": json.dumps({**handed, "code": "1.x.y", "check": check(handed)}),
        }
    )


def packed(files: dict[str, str | bytes], way: int = zipfile.ZIP_DEFLATED, level: int | None = None) -> bytes:
    """A zip of `files`; `level` 1 takes a fifth of the time, and no less to unpack."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", way, compresslevel=level) as zip:
        for name, content in files.items():
            zip.writestr(name, content)
    return made.getvalue()
