"""How fast a copy is aligned, how often rightly and how often wrongly, beside rapidfuzz doing the same job.

Seam for the browser: another entry in FINDERS (finders.py) is counted in every table here; one that measures its own
time and memory gives `speed` rows of the same five cells (see `_speed`).
"""

from __future__ import annotations

import difflib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .damaged import KINDS, PASSAGES, Damage, edited, essay
from .finders import ENOUGH, FINDERS, Finder, folded
from .process import NotMeasured, progress, run
from .section import Section, rounded

HOW = (
    f"A made-up essay of {PASSAGES} paragraphs, some 2,400 words, alone and amid others. postil has of each paragraph "
    "its lengths and four hashes of four words; rapidfuzz has **the paragraph's whole text**, which a companion to a "
    "text in copyright cannot publish, and looks for its best partial match in the same folded words; from a score of "
    f"{ENOUGH} of 100 on it counts as found. Right: what is shown and the paragraph as it stands in the copy share at "
    "least 95 of 100 words. Wrong: less than 80, or the paragraph is not there as a whole. The rest of those shown lie "
    "between; all others were refused. Seconds of aligning alone, the median of {times}; memory of the whole process "
    "at its peak, Python and the made-up text included, in MiB."
)
WORDS = (2_300, 500_000)
PERCENT = (1, 2, 5, 10, 20)
VERDICTS = ("right", "between", "refused", "wrong")
Speed = tuple[float, int, float | None]


def measure(folder: Path, times: int, quick: bool) -> Section:
    """`quick`: the shorter text and the first of everything."""
    words, kinds, percent = (WORDS, list(KINDS), PERCENT) if not quick else (WORDS[:1], list(KINDS)[:1], PERCENT[:1])
    damages = {kind: (KINDS[kind], 1) for kind in kinds}
    edits = {f"{each} %": (edited(each), 2 * times) for each in percent}
    section = Section("Aligning a copy", "aligning", HOW.format(times=times))
    speeds = {(count, name): _speed(folder, name, count, times) for count in words for name in FINDERS}
    section.table(("Words", "Finder", "Found", "Seconds", "Memory"), *_speed_rows(speeds))
    section.note(f"Right, in between, refused and wrong, of {PASSAGES}, with one seed each:")
    section.table(_head("The copy"), *_counts(damages))
    of = f"of {PASSAGES * 2 * times} paragraphs, {2 * times} seeds"
    section.note(f"Words left out, replaced or put in, a third each: {of}:")
    section.table(_head("Words edited"), *_counts(edits))
    wrong = sum(judged(FINDERS["postil"], *each)["wrong"] for each in [*damages.values(), *edits.values()])
    section.goal("paragraphs that postil places wrongly in all of the above", float(wrong), 0, "")
    return section


def judged(finder: Finder, damage: Damage, seeds: int) -> Counter[str]:
    """How many paragraphs a finder shows rightly, wrongly, in between, and not at all."""
    paragraphs, counted = essay(), Counter[str]()
    for seed in range(seeds):
        copy, due = damage(paragraphs, seed)
        for found, words in zip(finder(copy, paragraphs), due, strict=True):
            counted[verdict(found, folded(words) if words else None)] += 1
    return counted


def verdict(found: list[str] | None, due: list[str] | None) -> str:
    if found is None:
        return "refused"
    same = difflib.SequenceMatcher(None, due or [], found, autojunk=False).get_matching_blocks()
    share = sum(block.size for block in same) / max(1, len(due or []), len(found))
    return "right" if share >= 0.95 else "wrong" if share < 0.8 else "between"


def _speed(folder: Path, name: str, words: int, times: int) -> Speed | NotMeasured:
    """Seconds, paragraphs found and MiB, in a fresh process each time."""
    progress(f"aligning {words:,} words by {name}")
    try:
        runs = [run(folder, sys.executable, "-m", "postil.bench.find_once", name, str(words)) for _ in range(times)]
    except NotMeasured as reason:
        return reason
    seconds, found, peak = sorted((*map(float, each.output.split()), each.peak or 0.0) for each in runs)[times // 2]
    return seconds, int(found), peak or None


def _speed_rows(speeds: dict[tuple[int, str], Speed | NotMeasured]) -> Iterator[tuple[object, ...]]:
    for (words, name), each in speeds.items():
        if isinstance(each, NotMeasured):
            yield f"{words:,}", name, each, "", ""
        else:
            yield f"{words:,}", name, str(each[1]), each[0], rounded(each[2])


def _head(first: str) -> tuple[str, ...]:
    return (first, *(f"{name}: {what}" for name in FINDERS for what in VERDICTS))


def _counts(damages: dict[str, tuple[Damage, int]]) -> Iterator[tuple[object, ...]]:
    for kind, (damage, seeds) in damages.items():
        progress(f"a copy: {kind}")
        yield (kind, *(cell for finder in FINDERS.values() for cell in _cells(finder, damage, seeds)))


def _cells(finder: Finder, damage: Damage, seeds: int) -> tuple[object, ...]:
    try:
        counted = judged(finder, damage, seeds)
    except NotMeasured as reason:
        return reason, "", ""
    return tuple(str(counted[each]) for each in VERDICTS)
