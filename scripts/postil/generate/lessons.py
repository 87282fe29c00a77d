"""Lesson pages and their index. The keys of questions stay out: they belong to the teacher's sheet."""

from __future__ import annotations

import re
from itertools import groupby

from ..links import HEADING_ID, Linker, references
from ..model import Companion, Lesson, Prose, Question
from ..words import plain
from .matrix import matrix
from .page import cover, joined, opening, paragraphs
from .ribbon import ribbon

DEPTHS = {"find": "Find it", "connect": "Explain or connect", "judge": "Judge or create"}
POINT = re.compile(r"^\*([^*\n]+[.?])\*(?= )", re.M)  # a paragraph that begins with its point in italics
DATED = re.compile(r"^- ([^:\n]*\d{4}):(?= )", re.M)  # an item of a list that begins with a date
NEEDS = {"companion": "cards and notes are enough", "essay": "needs the essay"}


def page(companion: Companion, lesson: Lesson, linker: Linker) -> str:
    blocks = []
    for asked, pieces in groupby(lesson.body, key=lambda piece: isinstance(piece, Question)):
        if asked:
            blocks.append(_questions([piece for piece in pieces if isinstance(piece, Question)], linker))
        else:
            blocks += [linker.resolve(piece) for piece in pieces if isinstance(piece, Prose)]
    blocks = [_grounds(companion, lesson, linker), *_sections(lesson, joined(*blocks))]
    over = f"Lesson **{lesson.number}**"
    return paragraphs(
        cover(joined(opening(lesson.title, lesson.description, over), _asked(lesson))),
        *blocks,
        _ready(companion, lesson, linker),
        linker.mentioned(lesson.id),
    )


def _ready(companion: Companion, lesson: Lesson, linker: Linker) -> str:
    """The links to give to a class."""
    given = [each for each in companion.assignments if each.lesson == lesson.id]
    names = [f"{linker.link(each.title, each.id)} ({each.minutes} minutes)" for each in given]
    return f"Ready to assign: {' · '.join(names)}\n{{: .mentioned }}" if names else ""


def _asked(lesson: Lesson) -> str:
    """The first question that asks for a judgment, up to its mark, as a link to the whole of it below."""
    for question in lesson.questions:
        if question.depth == "judge" and "?" in question.body.text:
            words = " ".join(plain(question.body.text).split("?")[0].split())
            return f"**The question** [{words}?](#{question.id})\n{{: .asked }}"
    return ""


def _grounds(companion: Companion, lesson: Lesson, linker: Linker) -> str:
    """The passages that the lesson's text speaks of: where they stand in the essay, and their titles."""
    ids = _cited(lesson)
    passages = [passage for passage in companion.passages if passage.id in ids]
    rows = "\n".join(f"- {linker.link(f'¶{each.number}', each.id)} {each.title}" for each in passages)
    return rows and joined(
        '<div class="grounds" markdown="1">', "Rests on\n{: .label }", ribbon(companion, ids), rows, "</div>"
    )


def _cited(lesson: Lesson) -> set[str]:
    """Every id that the lesson's prose links to."""
    prose = [piece for piece in lesson.body if isinstance(piece, Prose)]
    return {reference.id for piece in prose for reference in references(piece)}


def _sections(lesson: Lesson, text: str) -> list[str]:
    """What each heading opens, as a section named by the end of the heading's id: "lesson-argument", "lesson-since"."""
    starts = [found for found in HEADING_ID.finditer(text) if found[1] == "##"]
    ends = [found.start() for found in starts[1:]] + [len(text)]
    before = text[: starts[0].start()] if starts else text
    return [before.strip()] * bool(before.strip()) + [
        joined(
            f'<section class="lesson-{found[3].removeprefix(f"{lesson.id}-")}" markdown="1">',
            _marked(text[found.start() : end].strip()),
            "</section>",
        )
        for found, end in zip(starts, ends, strict=True)
    ]


def _marked(text: str) -> str:
    """`text` with the dates and points that open its items and paragraphs named for the stylesheet."""
    return POINT.sub(r"*\1*{ .point }", dated(text))


def dated(text: str) -> str:
    """`text` with the dates that open its items named for the stylesheet."""
    return DATED.sub(r"- **\1:**{ .when }", text)


def _questions(questions: list[Question], linker: Linker) -> str:
    items = "\n".join(_question(question, linker) for question in questions)
    return f'<ol class="questions" markdown="1">\n{items}\n</ol>'


def _question(question: Question, linker: Linker) -> str:
    passages = " ".join(
        linker.link(linker.index.targets[id].label, id) for id in question.passages if id in linker.index.targets
    )
    return (
        f'<li class="question" id="{question.id}" markdown="block">\n\n{linker.resolve(question.body)}\n\n'
        f"{DEPTHS[question.depth]} · {passages} · {NEEDS.get(question.needs, '')}\n{{: .depth }}\n\n</li>"
    )


def index_page(companion: Companion, linker: Linker) -> str:
    rows = [_row(companion, lesson, linker) for lesson in companion.lessons]
    lede = "What the essay would have us learn, the best case against it, and what to do with it in class."
    table = ("## Lessons and paragraphs { #lessons-matrix }", matrix(companion, linker)) if rows else ()
    return paragraphs(cover(opening("Lessons", lede, meta="hide: [toc]\n")), *rows, *table)


def _row(companion: Companion, lesson: Lesson, linker: Linker) -> str:
    return joined(
        '<section class="entry lesson" markdown="1">',
        f"## [{lesson.title}]({linker.href(lesson.id)}) {{ #lesson-{lesson.number} }}",
        lesson.description,
        f"{len(lesson.questions)} questions · one activity\n{{: .how }}",
        ribbon(companion, _cited(lesson)),
        "</section>",
    )
