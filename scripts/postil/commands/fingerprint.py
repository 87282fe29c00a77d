"""fingerprint a copy of the essay: split it into passages and write docs/essay/fingerprints.json, without its text.

Prints each part and the length of its passages. Status 1 when they are not those of essay.yml, which also corrects the
split: `leave_out: [3]` and `take: [5]` name blocks by the number that --blocks prints.
"""

from __future__ import annotations

import argparse
import datetime

from ..copy import store
from ..copy.fingerprints import fingerprints
from ..copy.readers import Unreadable, read_copy
from ..copy.split import Split, split
from ..load import load
from ..model import Essay


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("copy", metavar="COPY", help="the file of the essay, or - for standard input")
    parser.add_argument("--made-from", metavar="WORDS", help="what copy this is (default: provenance in essay.yml)")
    parser.add_argument(
        "--blocks", action="store_true", help="list every block with number, kind and length; write nothing"
    )


def run(options: argparse.Namespace) -> int:
    essay = load(options.root)[0].essay
    try:
        found = split(read_copy(options.copy)[0], essay.leave_out, essay.take)
    except Unreadable as problem:
        raise OSError(str(problem)) from problem
    if options.blocks:
        for block in found.blocks:
            print(f"{block.number:4}  {block.kind:8} {len(block.words):5} words")
        return 0
    _show(found)
    if problem := unlike(found, essay):
        print(
            f"not written: {problem}\n    hint: postil fingerprint COPY --blocks, then leave_out: or take: in essay.yml"
        )
        return 1
    prints = fingerprints([block.words for block in found.passages])
    made = {
        "from": options.made_from or essay.provenance,
        "on": datetime.date.today().isoformat(),
        "by": "postil fingerprint, version 1",
    }
    print(store.write(options.root, prints, made).relative_to(options.root).as_posix())
    return 0


def unlike(found: Split, essay: Essay) -> str:
    """How the split differs from what essay.yml says; nothing when it does not."""
    parts = [len(passages) for _, passages in found.parts]
    due = [plan.last - plan.first + 1 for plan in essay.plans]
    if parts != due:
        return f"expected parts of {due} passages, found {parts}"
    lengths = [len(block.words) for block in found.passages]
    for number, (here, words) in enumerate(zip(lengths, essay.words, strict=False), 1):
        if here != words:
            return f"expected {words} words in ¶{number}, found {here}"
    return ""


def _show(found: Split) -> None:
    number = 0
    for at, (_, passages) in enumerate(found.parts, 1):
        lengths = ", ".join(str(len(block.words)) for block in passages)
        print(f"part {at}: ¶{number + 1}–¶{number + len(passages)}, {lengths} words")
        number += len(passages)
