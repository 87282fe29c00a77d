"""align a copy of the essay with the fingerprints: which passages stand in it, where, and which notes find their place.

COPY is a .txt, .md, .html, .mhtml, .docx or .pdf file, or - for standard input. Nothing leaves this machine.
Status 0 when every passage is matched, 3 when some are not, 2 when the file cannot be read.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter

from ..copy import store
from ..copy.align import AMBIGUOUS, CHANGED, MATCHED, NOT_FOUND, Placed, align
from ..copy.fingerprints import Print
from ..copy.pins import land
from ..copy.readers import Unreadable, read_copy
from ..load import load
from ..model import Companion, Note

ADVICE = "nothing of the essay was found: is this the right text, and is it all there?"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("copy", metavar="COPY", help="the file of the essay, or - for standard input")
    parser.add_argument(
        "--json", action="store_true", help='print {"passages": [{"n", "status", "begin", "end", "text", …}]}'
    )


def run(options: argparse.Namespace) -> int:
    prints = store.read(options.root)
    placed = best_of(options.copy, prints)
    notes = _notes(load(options.root)[0])
    if options.json:
        rows = [_record(each, print_, notes.get(each.n, ())) for each, print_ in zip(placed, prints, strict=True)]
        print(json.dumps({"passages": rows}, ensure_ascii=False, indent=1))
    else:
        for each, print_ in zip(placed, prints, strict=True):
            print(_line(each, print_, notes.get(each.n, ())))
        print(summary(placed))
    return 0 if all(each.status == MATCHED for each in placed) else 3


def best_of(name: str, prints: list[Print]) -> list[Placed]:
    """The alignment of that text of a file that shows most passages. OSError when the file cannot be read."""
    try:
        texts = read_copy(name)
    except Unreadable as problem:
        raise OSError(str(problem)) from problem
    best: list[Placed] = []
    for text in texts:
        found = align(text, prints)
        best = max(best, found, key=_worth) if best else found
        if all(each.status == MATCHED for each in best):
            break
    return best


def summary(placed: list[Placed]) -> str:
    """One sentence on the whole copy."""
    counted = Counter(each.status for each in placed)
    if not counted[MATCHED] + counted[CHANGED] + counted[AMBIGUOUS]:
        return f"0 of {len(placed)} paragraphs found; {ADVICE}"
    found = counted[MATCHED] + counted[CHANGED]
    rest = "; ".join(
        f"{status}: {_numbers(placed, status)}" for status in (CHANGED, AMBIGUOUS, NOT_FOUND) if counted[status]
    )
    return f"{found} of {len(placed)} paragraphs found" + (f"; {rest}" if rest else "")


def _numbers(placed: list[Placed], status: str) -> str:
    return ", ".join(f"¶{each.n}" for each in placed if each.status == status)


def _worth(placed: list[Placed]) -> tuple[int, int]:
    counted = Counter(each.status for each in placed)
    return counted[MATCHED] + counted[CHANGED], counted[MATCHED]


def _notes(companion: Companion) -> dict[int, tuple[Note, ...]]:
    return {passage.number: passage.notes for passage in companion.passages}


def _landed(each: Placed, notes: tuple[Note, ...]) -> dict[str, bool]:
    return {
        note.id: note.pin_check is not None and land(each, *note.pin, note.pin_check) is not None
        for note in notes
        if note.pin
    }


def _record(each: Placed, print_: Print, notes: tuple[Note, ...]) -> dict[str, object]:
    return {
        "n": each.n,
        "status": each.status,
        "begin": each.begin,
        "end": each.end,
        "text": each.text,
        "grams": each.grams,
        "of": len(print_.grams),
        "more": each.more,
        "pins": _landed(each, notes),
    }


def _line(each: Placed, print_: Print, notes: tuple[Note, ...]) -> str:
    line = f"¶{each.n:<3} {each.status:<9}"
    if each.begin is None:
        return line.rstrip()
    pins = _landed(each, notes)
    line += f" {each.begin:>7}–{each.end:<7} {sum(pins.values())} of {len(pins)} notes in place"
    if each.status == CHANGED:
        line += f"; {each.grams} of {len(print_.grams)} anchors, {each.more:+d} words"
    lost = [name for name, landed in pins.items() if not landed]
    return line + (f"; not: {', '.join(lost)}" if lost else "")
