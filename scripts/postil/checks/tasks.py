"""T: ready assignments hold together: what they name is there, and each question stands beside its passages. And what a
question speaks of beyond cards and notes is linked, because only then it comes with the question on paper."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from .. import rules
from ..findings import Finding
from ..links import SINCE, Index, Target, references
from ..model import USES, Companion, Question, Ready

SPOKEN_OF = {  # what words of a question speak of, and the kind of thing to link to
    re.compile(r"\bglossary\b", re.I): "entry",
    re.compile(r"\bwhat happened since\b", re.I): "list",
    re.compile(r"\bth(?:is|e) lesson\b", re.I): "lesson",
}


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
    for question in companion.questions:
        yield from _unlinked(question, index)


def _unknown(each: Ready, what: str, ids: Iterable[str], known: Container[str]) -> Iterator[Finding]:
    for id in ids:
        if id not in known:
            yield Finding(rules.ID_UNKNOWN, each.place, f"expected {what}, found {id!r}")


def _unlinked(question: Question, index: Index) -> Iterator[Finding]:
    linked = {_kind(index.targets[each.id]) for each in references(question.body) if each.id in index.targets}
    for words, kind in SPOKEN_OF.items():
        found = words.search(question.body.text)
        if found and kind not in linked:
            message = f"expected a link to the {kind} that {question.id} speaks of; found {found[0]!r} and no link"
            yield Finding(rules.TASK_UNLINKED, question.body.place_of(found.start()), message)


def _kind(target: Target) -> str:
    if target.kind in ("term", "person"):
        return "entry"
    return "list" if target.id.endswith(SINCE) else target.kind
