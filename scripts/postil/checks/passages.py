"""P: the passages are all there, once, in the order of the essay and in their part."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from .. import rules
from ..findings import Finding
from ..model import Companion, Passage


def check(companion: Companion) -> Iterator[Finding]:
    seen: dict[int, Passage] = {}
    for passage in companion.passages:
        if passage.number in seen:
            yield Finding(
                rules.PASSAGE_DOUBLE,
                passage.place,
                f"expected ¶{passage.number} once, found it again (first: {seen[passage.number].place})",
            )
        seen.setdefault(passage.number, passage)
        yield from _empty(passage)
    yield from _order(companion)


def _empty(passage: Passage) -> Iterator[Finding]:
    for words, name in ((passage.claim.text, "a claim"), (passage.analysis.text, "an analysis")):
        if not words.strip():
            yield Finding(rules.PASSAGE_EMPTY, passage.place, f"expected {name} for ¶{passage.number}, found none")


def _order(companion: Companion) -> Iterator[Finding]:
    by_slug = {part.slug: part for part in companion.parts}
    for plan in companion.essay.plans:
        part = by_slug.get(plan.slug)
        if part is None:
            continue
        due = list(range(plan.first, plan.last + 1))
        here = [passage.number for passage in part.passages]
        for number in sorted(set(due) - set(here)):
            yield Finding(rules.PASSAGE_MISSING, part.place, f"expected ¶{number} in this part, found none")
        for passage in part.passages:
            if passage.number not in due:
                yield Finding(
                    rules.PASSAGE_ORDER,
                    passage.place,
                    f"expected ¶{plan.first} to ¶{plan.last} in this part, found ¶{passage.number}",
                )
        kept = [passage for passage in part.passages if passage.number in due]
        for passage, number in zip_longest(kept, sorted({passage.number for passage in kept})):
            if passage and number and passage.number != number:
                yield Finding(rules.PASSAGE_ORDER, passage.place, f"expected ¶{number} here, found ¶{passage.number}")
                break
