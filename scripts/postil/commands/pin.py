"""pin: print the pin of a note, from the words of the essay it is about: postil pin p6 "some words" --copy COPY.

The pin holds no word of the essay. Status 1 when the words are not in that passage of the copy, or stand there twice.
"""

from __future__ import annotations

import argparse
import sys

from ..copy import store
from ..copy.align import MATCHED
from ..copy.normalise import normalise
from ..copy.pins import check, find
from .align import best_of


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("passage", metavar="PASSAGE", help="its id, as in p6")
    parser.add_argument("words", metavar="WORDS", help="words of the essay, in quotation marks")
    parser.add_argument("--copy", required=True, metavar="COPY", help="a file of the essay, or - for standard input")


def run(options: argparse.Namespace) -> int:
    prints = store.read(options.root)
    number = options.passage.removeprefix("p")
    if not number.isdecimal() or not 0 < int(number) <= len(prints):
        return _refuse(f"expected a passage from p1 to p{len(prints)}, found {options.passage!r}", 2)
    placed = best_of(options.copy, prints)[int(number) - 1]
    if placed.status != MATCHED:
        return _refuse(f"¶{number} is {placed.status} in this copy; a pin needs it whole")
    phrase = [word.text for word in normalise(options.words)]
    found = find(placed.words, phrase)
    if len(found) != 1:
        times = "nowhere" if not found else f"{len(found)} times; give more of them"
        return _refuse(f"expected the words once in ¶{number}, found them {times}")
    print(written(placed.words, found[0], len(phrase)))
    return 0


def written(words: tuple[str, ...], first: int, length: int) -> str:
    """The pin as a note has it."""
    return f"pin: {first}+{length} {check(words, first, length):04x}"


def _refuse(words: str, status: int = 1) -> int:
    print(f"postil: {words}", file=sys.stderr)
    return status
