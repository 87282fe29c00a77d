"""Lesson pages and their index. The keys of questions stay out: they belong to the teacher's sheet."""

from __future__ import annotations

from itertools import groupby

from ..links import Linker
from ..model import Companion, Lesson, Prose, Question
from .matrix import matrix
from .page import joined, opening, paragraphs

DEPTHS = {"find": "Find it", "connect": "Explain or connect", "judge": "Judge or create"}
NEEDS = {"companion": "cards and notes are enough", "essay": "needs the essay"}


def page(companion: Companion, lesson: Lesson, linker: Linker) -> str:
    blocks = []
    for asked, pieces in groupby(lesson.body, key=lambda piece: isinstance(piece, Question)):
        if asked:
            blocks.append(_questions([piece for piece in pieces if isinstance(piece, Question)], linker))
        else:
            blocks += [linker.resolve(piece) for piece in pieces if isinstance(piece, Prose)]
    return paragraphs(
        opening(lesson.title, lesson.description, f"Lesson {lesson.number}"),
        *blocks,
        linker.mentioned(lesson.id),
    )


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
    rows = [_row(lesson, linker) for lesson in companion.lessons]
    lede = "What the essay would have us learn, the best case against it, and what to do with it in class."
    table = ("## Lessons and paragraphs { #lessons-matrix }", matrix(companion, linker)) if rows else ()
    return paragraphs(opening("Lessons", lede), *rows, *table)


def _row(lesson: Lesson, linker: Linker) -> str:
    return joined(
        '<section class="entry" markdown="1">',
        f"## [{lesson.title}]({linker.href(lesson.id)}) {{ #lesson-{lesson.number} }}",
        lesson.description,
        f"{len(lesson.questions)} questions · one activity\n{{: .how }}",
        "</section>",
    )
