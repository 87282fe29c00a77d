"""Where a text breaks between two words: nowhere, at a sentence, at a line after a sentence, at a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .normalise import FILLER, LINE_END, Word

BREAK = re.compile(LINE_END)
PARAGRAPH = re.compile(f"\f|{LINE_END}{FILLER}{LINE_END}")
SENTENCE = re.compile("[.?!\u2026][\"'\u2019\u201d)\\]\u00bb]*[ \t\r\n\u00a0]")
NONE, LINE, SENTENCE_END, LINE_AFTER_SENTENCE, FULL = range(5)
COST = {NONE: 48, LINE: 40, SENTENCE_END: 16, LINE_AFTER_SENTENCE: 8, FULL: 0}  # in letters


def strength(text: str, words: Sequence[Word], at: int) -> int:
    """How strongly `text` breaks before the word of index `at`."""
    if at <= 0 or at >= len(words):
        return FULL
    between = text[words[at - 1].end : words[at].start]
    if PARAGRAPH.search(between):
        return FULL
    line, sentence = BREAK.search(between), SENTENCE.search(between)
    if line and sentence:
        return LINE_AFTER_SENTENCE
    return SENTENCE_END if sentence else LINE if line else NONE
