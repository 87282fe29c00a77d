"""A passage's own text as a page takes it: the text, and where in it the phrases stand that notes are pinned to.

`placed.words` counts a word that a line end cut as one; in the text a hyphen may part it. Letters are the same in both,
so places are told by the letters before them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ..model import Companion, Note
from .align import Placed
from .normalise import normalise
from .pins import land


@dataclass(frozen=True)
class Pin:
    """The phrase of a note: `start` and `end` in the text of its passage, equal where other pins took all its words."""

    note: str
    start: int
    end: int


@dataclass(frozen=True)
class OwnText:
    """One passage in a reader's copy. `status` as in align; `text` is empty unless matched or changed; `pins` do not
    overlap and are in the order of the text; `notes` is how many notes could be pinned."""

    status: str
    text: str = ""
    pins: tuple[Pin, ...] = ()
    notes: int = 0


Own = Mapping[int, OwnText]


def own_texts(companion: Companion, placed: Sequence[Placed]) -> dict[int, OwnText]:
    """The own text of each passage of `companion`, by number. Passages that `placed` does not know have none."""
    found = {each.n: each for each in placed}
    return {
        each.number: own_text(found[each.number], each.notes) for each in companion.passages if each.number in found
    }


def own_text(placed: Placed, notes: Sequence[Note]) -> OwnText:
    """The own text of one passage with `notes`."""
    pinned = [note for note in notes if note.pin]
    return OwnText(placed.status, placed.text, tuple(apart(_pins(placed, pinned))), len(pinned))


def _pins(placed: Placed, notes: Sequence[Note]) -> Iterator[Pin]:
    before = [0, *accumulate(map(len, placed.words))]
    starts, ends = _letters(placed.text)
    for note in notes:
        if note.pin is None or note.pin_check is None:
            continue
        if place := land(placed, *note.pin, note.pin_check):
            start, end = starts.get(before[place[0]]), ends.get(before[place[1]])
            if start is not None and end is not None:
                yield Pin(note.id, start, end)


def _letters(text: str) -> tuple[dict[int, int], dict[int, int]]:
    """Where the word begins that has so many letters before it, and where the word ends that has so many up to it."""
    starts, ends, letters = {}, {}, 0
    for word in normalise(text):
        starts[letters] = word.start
        letters += len(word.text)
        ends[letters] = word.end
    return starts, ends


def apart(pins: Iterator[Pin]) -> list[Pin]:
    """Pins that do not overlap, since a link cannot stand in a link, in the order of the text. Where two meet, the one
    that begins first gives way; one that would lose all of its words becomes a mark behind the other."""
    made: list[Pin] = []
    for pin in sorted(pins, key=lambda pin: (pin.start, pin.end)):
        last = made[-1] if made else None
        if last and pin.start < last.end:
            if pin.start > last.start and pin.end >= last.end:
                made[-1] = replace(last, end=pin.start)
            else:
                pin = replace(pin, start=last.end, end=max(pin.end, last.end))
        made.append(pin)
    return sorted(made, key=lambda pin: pin.start)
