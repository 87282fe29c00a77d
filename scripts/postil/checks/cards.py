"""C: cards stay short beside their paragraphs, and quotations stay short everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from .. import rules
from ..findings import Finding, Place
from ..model import Companion, Essay, Passage
from ..quotations import quotations
from ..rules import CARD_LONG, CARDS_LONG, FRAGMENT_LONG, Rule
from ..words import count


def check(companion: Companion) -> Iterator[Finding]:
    limits = companion.essay.limits
    for passage in companion.passages:
        yield from _long(passage.title, limits.title, passage.place, f"the title of ¶{passage.number}")
        yield from _claim(passage, limits.claim)
        for note in passage.notes:
            yield from _long(note.title, limits.title, note.place, f"the title of {note.id}")
    yield from _shares(companion)
    yield from _fragments(companion.essay)
    yield from _quotations(companion)


def _long(title: str, limit: int, place: Place, what: str) -> Iterator[Finding]:
    if count(title) > limit:
        yield Finding(rules.TITLE_LONG, place, f"expected at most {limit} words in {what}, found {count(title)}")


def _claim(passage: Passage, limit: int) -> Iterator[Finding]:
    if (length := count(passage.claim.text)) > limit:
        message = f"expected at most {limit} words in the claim of ¶{passage.number}, found {length}"
        yield Finding(rules.CLAIM_LONG, passage.claim.place, message)


def card_words(passage: Passage) -> int:
    """The length of a card: its claim and its analysis."""
    return count(passage.claim.text) + count(passage.analysis.text)


def _shares(companion: Companion) -> Iterator[Finding]:
    essay, limits, total = companion.essay, companion.essay.limits, 0
    for passage in companion.passages:
        length = card_words(passage)
        total += length
        paragraph = essay.words[passage.number - 1] if 0 < passage.number <= len(essay.words) else 0
        yield from _share(length, paragraph, limits.card, passage.place, f"the card of ¶{passage.number}", CARD_LONG)
    yield from _share(total, sum(essay.words), limits.cards, essay.place, "all cards", CARDS_LONG)


def _share(length: int, essay: int, limit: int, place: Place, what: str, rule: Rule) -> Iterator[Finding]:
    if essay and length * 100 > limit * essay:
        found = f"{length} words ({length * 100 / essay:.0f} %)"
        yield Finding(rule, place, f"expected {what} within {limit} % of the {essay} words of the essay, found {found}")


def _fragments(essay: Essay) -> Iterator[Finding]:
    for number, fragment in enumerate(essay.fragments, 1):
        if (length := count(fragment)) > essay.limits.fragment:
            message = f"expected at most {essay.limits.fragment} words of ¶{number} in fragments, found {length}"
            yield Finding(FRAGMENT_LONG, essay.place, message)


def _quotations(companion: Companion) -> Iterator[Finding]:
    limit = companion.essay.limits.quotation
    for quotation in quotations(companion):
        if quotation.kind != "page" and (length := count(quotation.text)) > limit:
            message = f"expected at most {limit} quoted words, found {length}"
            yield Finding(rules.QUOTE_LONG, quotation.place, message)
