"""docs/essay/measured.json, written beside a copy of the essay: what builds without one could not know.

It holds no word of the essay: the day, the longest run in everything published, the quotations that are not its own.
"""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from ..model import Companion
from ..quotations import quotations
from .essay import NONE_HERE, wanted
from .runs import words

RECORD = Path("docs/essay/measured.json")


def write(root: Path, companion: Companion, longest: int | None = None) -> None:
    """Looks up every quotation and writes the record; without `longest`, the longest run stays as recorded.

    OSError when there is no copy of the essay.
    """
    essay = wanted(root, companion.essay)
    if essay is None:
        raise OSError(f"nothing to record: {NONE_HERE}")
    if longest is None:
        longest = companion.measured.run if companion.measured else 0
    quoted = {tuple(words(each.text)) for each in quotations(companion)}
    others = sorted(" ".join(each) for each in quoted if each and not essay.has(each))
    record = {"on": datetime.date.today().isoformat(), "run": longest, "others": others}
    (root / RECORD).write_text(json.dumps(record, indent=0) + "\n", encoding="utf-8", newline="\n")
