"""The pages of the classroom that are made: the form in which a teacher makes an assignment, the table in which the
hand-ins are read, and the list of ready assignments. What they do is done by docs/assets/classroom/."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ..links import Linker
from ..model import KINDS, USES, Companion, Lesson, Question, Ready
from ..words import curly, plain
from .lessons import DEPTHS, NEEDS
from .page import cover, joined, opening, paragraphs
from .tasks import USE


def assign_page(companion: Companion, linker: Linker, address: str) -> str:
    lede = "Choose passages and questions, and copy one link. Everything is in the link; nothing is sent or stored."
    meta = "script: assign.js\nstyle: classroom.css\nhide: [toc]\nsearch:\n  exclude: true\n"
    data = f' data-site="{escape(address)}"' if address else ""
    return paragraphs(
        cover(opening("Make an assignment", lede, "Classroom", meta)),
        f"<div><class-assign{data}>\n{_plain(linker)}",
        '<form class="assign" hidden autocomplete="off">',
        _where(),
        _choose(companion),
        _kinds(),
        _first(),
        '<fieldset class="due"><legend>Due</legend><label>Day <input type="date" name="due"></label></fieldset>',
        '<section class="preview"><h2>What your students will see</h2></section>',
        '<p class="copy-link"></p>',
        "</form>",
        "</class-assign></div>",
    )


def collect_page(companion: Companion, linker: Linker) -> str:
    lede = "Drop the hand-ins as they come out of your school’s system: one table by student and question."
    meta = "script: collect.js\nstyle: classroom.css\nhide: [toc]\nsearch:\n  exclude: true\n"
    return paragraphs(
        cover(opening("Collect the hand-ins", lede, "Classroom", meta)),
        "Everything happens on this computer. Nothing is sent, and nothing is kept when you close the page.",
        f"<div><class-collect>\n{_plain(linker)}",
        '<p class="drop" hidden><label>Hand-ins: .zip, .txt, .html or .json '
        '<input type="file" multiple accept=".zip,.txt,.html,.htm,.json"></label></p>',
        '<div class="found"></div>',
        "</class-collect></div>",
    )


def ready_list(companion: Companion, linker: Linker) -> str:
    """The ready assignments, a row for each lesson and a cell for each use, for the page that somebody wrote."""
    rows = [_row(lesson, companion, linker) for lesson in companion.lessons]
    return joined('<ol class="shelf" markdown="1">', *rows, "</ol>")


def _row(lesson: Lesson, companion: Companion, linker: Linker) -> str:
    given = [each for each in companion.assignments if each.lesson == lesson.id]
    cells = [_cell(each, lesson, linker) for use in USES for each in given if each.kind == use]
    title = f"{linker.link(lesson.title, lesson.id)}\n{{: .of-lesson }}"
    return joined('<li markdown="block">\n', title, *cells, "</li>") if cells else ""


def _cell(ready: Ready, lesson: Lesson, linker: Linker) -> str:
    needed = [each for each in lesson.questions if each.id in ready.questions and each.needs == "essay"]
    needs = "one question needs the essay" if len(needed) == 1 else NEEDS["essay" if needed else "companion"]
    facts = f'<span class="depth">{USE[ready.kind].capitalize()} · {ready.minutes} minutes · {needs}</span>'
    return f"{linker.link(ready.title, ready.id)} {facts}\n{{: .{ready.kind} }}"


def _plain(linker: Linker) -> str:
    hub = linker.to("classroom/index.md").removesuffix(".md") + ".html"
    return f'<p class="plain">This page needs JavaScript. The <a href="{hub}">ready assignments</a> do not.</p>'


def _where() -> str:
    return """<fieldset class="where"><legend>Where your students get the essay</legend>
<label>A link (library, course reserve) or words (Files, week 3) <input name="get" maxlength="500"></label>
<label>Title <input name="title" maxlength="120"></label>
<label>A word to your students <textarea name="words" rows="2" maxlength="1000"></textarea></label>
</fieldset>"""


def _choose(companion: Companion) -> str:
    passages = [
        _choice("passage", str(each.number), f"¶{each.number} {escape(curly(each.title))}")
        for each in companion.passages
    ]
    lessons = [
        (f"{each.number}. {escape(curly(each.title))}", map(_asked, each.questions)) for each in companion.lessons
    ]
    folded = [_folded("Passages", passages), *(_folded(title, labels) for title, labels in lessons)]
    head = '<fieldset class="choose"><legend>Passages and questions</legend>'
    return "\n".join([head, *folded, '<div class="own-questions"></div>\n</fieldset>'])


def _folded(title: str, labels: Iterable[str]) -> str:
    return "\n".join([f"<details><summary>{title}</summary>", *labels, "</details>"])


def _asked(question: Question) -> str:
    text = escape(curly(" ".join(plain(question.body.text).split())))
    passages = " ".join("¶" + id[1:] for id in question.passages)
    depth = f'<span class="depth">{DEPTHS[question.depth]} · {passages} · {NEEDS.get(question.needs, "")}</span>'
    data = f' data-passages="{" ".join(question.passages)}"'
    return _choice("question", question.id, f"<span>{text}</span> {depth}", data)


def _kinds() -> str:
    boxes = [_choice("kind", kind, kind, " checked") for kind in KINDS]
    return "\n".join(['<fieldset class="kinds"><legend>Kinds of note</legend>', *boxes, "</fieldset>"])


def _first() -> str:
    words = "Notes stay closed until a student has written a first thought on the passage"
    box = _choice("first", "yes", words)
    return f'<fieldset class="first"><legend>First reading, then notes</legend>\n{box}\n</fieldset>'


def _choice(name: str, value: str, words: str, more: str = "") -> str:
    return f'<label><input type="checkbox" name="{name}" value="{escape(value)}"{more}> {words}</label>'
