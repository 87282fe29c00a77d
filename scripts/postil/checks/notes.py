"""N: each note hangs on one phrase of its card, and says what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from .. import rules
from ..findings import Finding
from ..model import Companion, Essay, Note, Passage
from ..words import INLINE, REFERENCE, occurrences


def check(companion: Companion) -> Iterator[Finding]:
    for passage in companion.passages:
        taken: list[tuple[int, int, int]] = []
        for note in passage.notes:
            yield from _phrase(passage, note, taken)
            yield from _pin(companion.essay, passage, note)
            yield from _grounds(note)


def _phrase(passage: Passage, note: Note, taken: list[tuple[int, int, int]]) -> Iterator[Finding]:
    found = [
        (which, *span)
        for which, prose in enumerate((passage.claim, passage.analysis))
        for span in occurrences(note.phrase, prose.text)
    ]
    if not note.phrase:
        return
    if not found:
        yield Finding(
            rules.PHRASE_ABSENT,
            note.place,
            f"expected {note.phrase!r} in the card of ¶{passage.number}, found it nowhere",
        )
    elif len(found) > 1:
        yield Finding(
            rules.PHRASE_TWICE,
            note.place,
            f"expected {note.phrase!r} once in the card of ¶{passage.number}, found it {len(found)} times",
        )
    else:
        which, start, end = found[0]
        if _in_link((passage.claim, passage.analysis)[which].text, start, end):
            yield Finding(
                rules.PHRASE_OVERLAPS,
                note.place,
                f"expected a phrase clear of links, found {note.phrase!r} touching one",
            )
        elif any(which == other and start < last and first < end for other, first, last in taken):
            yield Finding(
                rules.PHRASE_OVERLAPS,
                note.place,
                f"expected a phrase of its own, found {note.phrase!r} overlapping another note's",
            )
        taken.append(found[0])


def _in_link(text: str, start: int, end: int) -> bool:
    return any(
        start < link.end() and link.start() < end for pattern in (REFERENCE, INLINE) for link in pattern.finditer(text)
    )


def _pin(essay: Essay, passage: Passage, note: Note) -> Iterator[Finding]:
    if note.pin is None or not 0 < passage.number <= len(essay.words):
        return
    length = essay.words[passage.number - 1]
    if sum(note.pin) > length:
        yield Finding(
            rules.PIN_OUTSIDE,
            note.place,
            f"expected a pin within the {length} words of ¶{passage.number}, found {note.pin[0]}+{note.pin[1]}",
        )


def _grounds(note: Note) -> Iterator[Finding]:
    if note.kind == "evidence" and not note.verdict:
        yield Finding(rules.VERDICT_MISPLACED, note.place, f"expected a verdict for {note.id}, found none")
    if note.kind != "evidence" and note.verdict:
        yield Finding(
            rules.VERDICT_MISPLACED, note.place, f"expected no verdict on a {note.kind} note, found {note.verdict!r}"
        )
    if note.kind != "craft" and not note.sources:
        yield Finding(rules.SOURCES_MISSING, note.place, f"expected sources for {note.id}, found none")
    if (note.kind != "craft" or note.sources) and note.checked is None:
        yield Finding(rules.CHECKED_MISSING, note.place, f"expected the day {note.id} was checked, found none")
