"""The page of an assignment: where the essay is, passages with their tasks, and handing in, in one order.

The script of these pages (docs/assets/classroom/) adds what a student does there; without it they can be read, printed
and answered on paper. A ready assignment holds its own passages; the open one all of them, and all questions, of which
the script shows what the address names.
"""

from __future__ import annotations

from html import escape

from ..classroom.link import Assignment, encode
from ..copy.in_place import Own
from ..links import Index, Linker
from ..model import Companion, Question, Ready
from .beside import beside, spoken_of
from .get import get
from .lessons import DEPTHS, NEEDS
from .page import cover, joined, opening, paragraphs
from .passage import passage
from .teachers import for_teachers

OPEN = "classroom/assignment.md"
META = "script: classroom.js\nstyle: classroom.css\nhide: [toc]\nsearch:\n  exclude: true\n"
USE = {"class": "in class", "homework": "homework"}
NAME = f'<p class="printed" aria-hidden="true">Name: {"_" * 40}</p>'  # on paper alone
WITHOUT = (
    "Without a subscription you can still do much: every question marked “cards and notes are enough” can be answered "
    "from this page."
)


def ready_page(companion: Companion, ready: Ready, index: Index, own: Own, address: str) -> str:
    """The page of a ready assignment; `address` is that of the site, "" where it is not known."""
    numbers = tuple(int(id[1:]) for id in ready.passages if id in index.targets)
    questions = [question for id in ready.questions for question in companion.questions if question.id == id]
    linker = _linker(companion, index, ready.path, numbers)
    lesson = next((lesson for lesson in companion.lessons if lesson.id == ready.lesson), None)
    over = f"Assignment · {USE.get(ready.kind, '')} · {ready.minutes} minutes"
    title = opening(ready.title, ready.description, over, META)
    of = f" · From the lesson {linker.link(lesson.title, lesson.id)}" if lesson else ""
    return paragraphs(
        cover(title),
        NAME,
        f"**You need** {ready.needs}{of}\n{{: .needs }}",
        linker.resolve(ready.body),
        beside(companion, linker, ready.body, spoken_of(*(question.body for question in questions))),
        *_work(companion, linker, numbers, questions, own, _data(ready)),
        for_teachers(ready, linker, address, code(ready)),
    )


def open_page(companion: Companion, index: Index, own: Own) -> str:
    """The page that shows what the code behind `#` in its address names: it holds every passage and question."""
    numbers = tuple(each.number for each in companion.passages)
    linker = _linker(companion, index, OPEN, numbers)
    lede = "What your teacher’s link names: passages, questions, and room for your answers."
    return paragraphs(
        cover(opening("Assignment", lede, "Classroom", META)),
        NAME,
        *_work(companion, linker, numbers, companion.questions, own, ' data-page="open"'),
    )


def _data(ready: Ready) -> str:
    return f' data-page="ready" data-assignment="{code(ready)}"' + ' data-first=""' * ready.first


def code(ready: Ready) -> str:
    """The code of a ready assignment, as its page carries it and as one that is made from it begins."""
    numbers = tuple(sorted(int(id[1:]) for id in ready.passages))
    tasks = tuple(ready.questions)
    return encode(Assignment(title=ready.title, mark="ready", passages=numbers, tasks=tasks, first=ready.first))


def _linker(companion: Companion, index: Index, page: str, numbers: tuple[int, ...]) -> Linker:
    here = [each for each in companion.passages if each.number in numbers]
    return Linker(
        index, page, own=frozenset(id for each in here for id in (each.id, *(note.id for note in each.notes)))
    )


def _work(
    companion: Companion, linker: Linker, numbers: tuple[int, ...], questions: list[Question], own: Own, data: str
) -> list[str]:
    rows = []
    for each in companion.passages:
        if each.number in numbers:
            rows.append(passage(each, linker, companion.essay, 3, own.get(each.number)))
            rows += [_task(question, companion, linker) for question in questions if _last(question) == each.number]
    rows += [_task(question, companion, linker) for question in questions if _last(question) not in numbers]
    return [
        f'<div class="class-work"{data} markdown="1">',
        _step("get-essay", "Get the essay", "" if own else get(companion.essay, linker), WITHOUT),
        _step("reading", "Read and answer", *rows),
        _step("hand-in", "Hand in", f"{_plain()}\n{{: .plain }}"),
        "</div>",
    ]


def _last(question: Question) -> int:
    """The number of the passage that the question stands after."""
    return max((int(id[1:]) for id in question.passages if id[1:].isdecimal()), default=0)


def _step(name: str, title: str, *blocks: str) -> str:
    opened = f'<section class="step {name}" markdown="1">'
    return joined(opened, f"## {title} {{ #step-{name} }}", *blocks, "</section>")


def _plain() -> str:
    return (
        "Without JavaScript this page keeps nothing: write your answers on paper, or in the text box of your school’s "
        "system, with the number of each paragraph."
    )


def _task(question: Question, companion: Companion, linker: Linker) -> str:
    names = [linker.link(linker.index.targets[id].label, id) for id in question.passages if id in linker.index.targets]
    depth = f"{DEPTHS[question.depth]} · {' '.join(names)} · {NEEDS.get(question.needs, '')}"
    data = {
        "question": question.id,
        "passages": " ".join(question.passages),
        "depth": question.depth,
        "needs": question.needs,
    }
    attributes = " ".join(f'data-{key}="{escape(value)}"' for key, value in data.items())
    return joined(
        f'<section class="task question" {attributes} markdown="1">',
        f'<div class="ask" markdown="1">\n\n{linker.resolve(question.body)}\n\n</div>',
        f"{depth}\n{{: .depth }}",
        beside(companion, linker, question.body),
        f'<div class="paper {question.depth}" aria-hidden="true"></div>',
        "</section>",
    )
