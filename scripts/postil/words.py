"""Words: how they are counted, found and set. One definition, so that lengths, pins and limits agree."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

WORD = re.compile(r"[a-z0-9]+")
APOSTROPHES = re.compile("['’‘ʼ]")
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1[`~]*[ \t]*$|`[^`\n]+`", re.M | re.S)
REFERENCE = re.compile(r"\[([^\[\]]+)\]\[([^\[\]\s]+)\]")
INLINE = re.compile(r"!?\[([^\[\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
ATTRIBUTES = re.compile(r"\{:?\s[^{}]*\}")


def words(text: str) -> list[str]:
    """The words of `text`, folded: NFKC, no soft hyphens, no marks, lower case, apostrophes dropped."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    text = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return WORD.findall(APOSTROPHES.sub("", text).lower())


def count(markdown: str) -> int:
    """How many words a reader sees in `markdown`."""
    return len(words(plain(markdown)))


def plain(markdown: str) -> str:
    """What a reader sees: link targets, attributes and tags fall away."""
    text = REFERENCE.sub(r"\1", markdown)
    text = ATTRIBUTES.sub("", INLINE.sub(r"\1", text))
    return re.sub(r"<[^<>]+>", " ", text)


def without_code(markdown: str) -> str:
    """`markdown` with code blanked out, every line and offset kept."""
    return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), markdown)


def curly(text: str) -> str:
    """Typographic quotes for text that goes into raw HTML, where the smarty extension does not look."""
    text = re.sub(r"(^|[\s(\[“])'", r"\1‘", re.sub(r'(^|[\s(\[‘])"', r"\1“", text))
    return text.replace("'", "’").replace('"', "”")


def occurrences(phrase: str, markdown: str) -> list[tuple[int, int]]:
    """Where `phrase` stands in `markdown`, link marks seen through and line breaks taken as spaces: (start, end)."""
    return [found.span() for found in _pattern(phrase).finditer(markdown)] if phrase.split() else []


@cache  # compiling takes longer than searching, and each phrase is searched for again on every page it is on
def _pattern(phrase: str) -> re.Pattern[str]:
    gap = r"(?:\s+|\]\[[^\]\s]*\]\s+|\s+\[)"
    return re.compile(rf"(?<!\w){gap.join(map(re.escape, phrase.split()))}(?!\w)")
