"""The teacher's sheets: one zip with a page to print for each ready assignment, and one with every question's key.

They are kept out of the site's pages and its search, not secret: whoever has the zip can read them, and it says so.
"""

from __future__ import annotations

import io
import re
import zipfile
from html import escape

from markdown import markdown

from ..model import Companion, Question, Ready
from ..words import INLINE, REFERENCE, curly
from .lessons import DEPTHS, NEEDS
from .tasks import USE
from .teachers import SHEETS, picture, public

NOTE = re.compile(r"p(\d+)-")  # how the id of a note begins
MOMENT = (1980, 1, 1, 0, 0, 0)
SAID = "Public, not secret: students can find this file too."
STYLE = (
    "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#1f1d1a}"
    "h1{font-weight:400}h2{font-size:1.15rem}.said,.depth{color:#645d53;font:.8rem/1.5 sans-serif}"
    ".key{border-left:.2rem solid #9a3b26;padding-left:.8rem}section{break-inside:avoid}"
    ".qr{width:9rem;margin:1rem 0}@page{margin:16mm 18mm}@media print{body{margin:0;max-width:none;font-size:10.5pt}}"
)


def sheets(companion: Companion, address: str) -> dict[str, bytes]:
    """The zip as path below docs/ and bytes; none without assignments. Equal companions give equal bytes."""
    if not companion.assignments:
        return {}
    files = {f"{each.id}.html": _sheet(companion, each, address) for each in companion.assignments}
    files["keys-of-all-questions.html"] = _keys(companion)
    files["READ-ME.txt"] = f"Teacher's sheets. {SAID}\nOpen a file in your browser, and print it there.\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in sorted(files.items()):
            info = zipfile.ZipInfo(f"teacher-sheets/{name}", MOMENT)
            info.external_attr, info.compress_type = 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode())
    return {SHEETS: packed.getvalue()}


def _sheet(companion: Companion, ready: Ready, address: str) -> str:
    lesson = next((lesson.title for lesson in companion.lessons if lesson.id == ready.lesson), "")
    asked = [each for id in ready.questions for each in companion.questions if each.id == id]
    where = public(ready, address) if address else ""
    return _page(
        ready.title,
        f"<p class=depth>Lesson: {escape(curly(lesson))} · {USE.get(ready.kind, '')} · {ready.minutes} minutes · "
        f"paragraphs {', '.join(id.removeprefix('p') for id in ready.passages)}</p>",
        f"<p>{_html(ready.description)}</p><p>Students need: {_html(ready.needs)}</p>",
        f"<p>Link for your students: {escape(where)}</p>{picture(where)}" if where else "",
        _html(ready.teacher.text, whole=True),
        *map(_question, asked),
    )


def _keys(companion: Companion) -> str:
    blocks = [
        f"<h2>{lesson.number}. {escape(curly(lesson.title))}</h2>" + "".join(map(_question, lesson.questions))
        for lesson in companion.lessons
    ]
    return _page("Keys of all questions", *blocks)


def _question(question: Question) -> str:
    passages = " ".join("¶" + id[1:] for id in question.passages)
    return (
        f"<section><p><strong>{_html(question.body.text)}</strong></p><p class=depth>{DEPTHS[question.depth]} · "
        f"{passages} · {NEEDS.get(question.needs, '')}</p><p class=key>{_html(question.key)}</p></section>"
    )


def _html(text: str, *, whole: bool = False) -> str:
    """Markdown as HTML, links as their words: a printed sheet leads nowhere, so a note's paragraph is told. One
    paragraph comes without its tags."""
    made = markdown(INLINE.sub(r"\1", REFERENCE.sub(_told, text)), extensions=["smarty"], output_format="html")
    return made if whole else made.removeprefix("<p>").removesuffix("</p>")


def _told(found: re.Match[str]) -> str:
    note = NOTE.match(found[2])
    return f"{found[1]} (¶{note[1]})" if note else found[1]


def _page(title: str, *blocks: str) -> str:
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    body = "\n".join(block for block in blocks if block)
    return (
        f'<!doctype html>\n<html lang="en">\n<head>{head}<style>{STYLE}</style></head>\n<body>\n'
        f"<p class=said>Teacher’s sheet · {SAID}</p>\n<h1>{escape(curly(title))}</h1>\n{body}\n</body>\n</html>\n"
    )
