"""Lessons against passages: which lesson builds on which paragraph, as a table of links."""

from __future__ import annotations

from html import escape

from ..links import Linker, references
from ..model import Companion, Lesson, Prose
from ..words import curly


def matrix(companion: Companion, linker: Linker) -> str:
    """A table with a row per lesson and a column per passage; a dot links to the passage."""
    numbers = [passage.number for passage in companion.passages]
    heads = "".join(f'<th scope="col">{number}</th>' for number in numbers)
    rows = "\n".join(_row(lesson, numbers, linker) for lesson in companion.lessons)
    return (
        '<div class="matrix" role="region" aria-label="Lessons and paragraphs" tabindex="0">\n<table class="plain">\n'
        "<caption>A dot: the lesson speaks of the paragraph with this number.</caption>\n"
        f'<thead><tr><th scope="col">Lesson</th>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>\n</div>'
    )


def used(lesson: Lesson) -> set[str]:
    """The ids that the lesson's text and questions refer to."""
    found: set[str] = set()
    for piece in lesson.body:
        prose = piece if isinstance(piece, Prose) else piece.body
        found |= {reference.id for reference in references(prose)}
        found |= set() if isinstance(piece, Prose) else set(piece.passages)
    return found


def _row(lesson: Lesson, numbers: list[int], linker: Linker) -> str:
    ids = used(lesson)
    cells = "".join(f"<td>{_dot(number, linker) if f'p{number}' in ids else ''}</td>" for number in numbers)
    title = f'<a href="{linker.html(lesson.id)}">{escape(curly(lesson.title))}</a>'
    return f'<tr><th scope="row">{title}</th>{cells}</tr>'


def _dot(number: int, linker: Linker) -> str:
    return f'<a href="{linker.html(f"p{number}")}" aria-label="¶{number}">●</a>'
