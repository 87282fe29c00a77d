"""T: ready assignments hold together: what they name is there, and each question stands beside its passages."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from .. import rules
from ..findings import Finding
from ..links import Index, references
from ..model import USES, Companion, Ready


def check(companion: Companion, index: Index) -> Iterator[Finding]:
    passages = {passage.id for passage in companion.passages}
    questions = {question.id: question for question in companion.questions}
    lessons = {lesson.id for lesson in companion.lessons}
    for each in companion.assignments:
        if each.kind and each.kind not in USES:
            yield Finding(rules.USE_UNKNOWN, each.place, f"expected {' or '.join(USES)}, found {each.kind!r}")
        yield from _unknown(each, "a lesson", [each.lesson] if each.lesson else [], lessons)
        yield from _unknown(each, "a passage", each.passages, passages)
        yield from _unknown(each, "a question", each.questions, questions)
        for id in each.questions:
            for passage in questions[id].passages if id in questions else ():
                if passage not in each.passages:
                    found = ", ".join(each.passages)
                    message = f"expected {passage}, which {id} is about, among the passages; found {found}"
                    yield Finding(rules.TASK_UNCOVERED, each.place, message)
        for reference in references(each.teacher):
            if reference.id not in index.targets:
                yield Finding(rules.ID_UNKNOWN, reference.place, f"expected an id, found {reference.id!r}")


def _unknown(each: Ready, what: str, ids: Iterable[str], known: Container[str]) -> Iterator[Finding]:
    for id in ids:
        if id not in known:
            yield Finding(rules.ID_UNKNOWN, each.place, f"expected {what}, found {id!r}")
