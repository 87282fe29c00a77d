"""Dates as historians write them: EDTF (ISO 8601-2), read by the edtf library, printed for readers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import edtf

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


@dataclass(frozen=True)
class Span:
    """An EDTF date as written, and the first and the last day it may mean."""

    text: str
    first: date
    last: date

    def __str__(self) -> str:
        return printed(self.text)


@lru_cache(maxsize=4096)
def parse(text: str) -> Span:
    """The span of an EDTF `text`; ValueError when it is none. Plain days skip the library: it takes 20 ms a date."""
    try:
        if days := DAYS.fullmatch(text):
            return Span(text, date.fromisoformat(days[1]), date.fromisoformat(days[2] or days[1]))
        value = edtf.parse_edtf(text)
        return Span(text, date(*value.lower_strict()[:3]), date(*value.upper_strict()[:3]))
    except Exception as error:  # the library raises several unrelated kinds
        raise ValueError(f"{text!r} is not an EDTF date") from error


def printed(text: str) -> str:
    """29 March 2022; March 2022; 28–30 March 2022; about April 2022."""
    if "/" not in text:
        return _one(text)
    begin, end = text.split("/")
    words, last = _one(begin).split(), _one(end).split()
    shared = 0
    while shared < len(words) - 1 and words[-1 - shared :] == last[-1 - shared :]:
        shared += 1
    words = words[: len(words) - shared]
    return " ".join(words) + ("–" if len(words) == 1 else " – ") + " ".join(last)


def _one(text: str) -> str:
    prefix = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(text[-1:], "")
    parts = text.rstrip("~?%").split("-")
    if not all(part.isdigit() for part in parts) or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return text
    words = [parts[0]] if len(parts) == 1 else [MONTHS[int(parts[1]) - 1], parts[0]]
    return prefix + " ".join([str(int(parts[2])), *words] if len(parts) == 3 else words)
