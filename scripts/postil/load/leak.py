"""essay/fingerprints.json and essay/measured.json: what is published to find a copy, and what a copy has told of us."""

from __future__ import annotations

import json
from typing import Any

from .. import rules
from ..copy.fingerprints import Print, from_record
from ..model import Measured
from .reader import Reader

PRINTS, MEASURED = "essay/fingerprints.json", "essay/measured.json"


def load_prints(reader: Reader) -> tuple[Print, ...]:
    """The fingerprints; none when there is no such file, or when it is not one (reported)."""
    record = _object(reader, PRINTS)
    try:
        return () if record is None else tuple(from_record(record))
    except (KeyError, TypeError, ValueError):
        message = "expected passages with words, letters and grams, found something else"
        reader.report(rules.PRINTS_UNFIT, reader.place(PRINTS), message)
        return ()


def load_measured(reader: Reader) -> Measured | None:
    """What was measured beside a copy; None when there is no such file, or when it is not one (reported)."""
    record = _object(reader, MEASURED)
    try:
        if record is None:
            return None
        others = frozenset(str(each) for each in record["others"])
        return Measured(str(record["on"]), int(record["run"]), others, reader.place(MEASURED))
    except (KeyError, TypeError, ValueError):
        reader.report(rules.RECORD_STALE, reader.place(MEASURED), "expected on, run and others, found something else")
        return None


def _object(reader: Reader, path: str) -> Any:
    text = reader.text(path)
    try:
        return None if text is None else json.loads(text)
    except json.JSONDecodeError as error:
        reader.report(rules.JSON_MALFORMED, reader.place(path, error.lineno), f"expected JSON: {error.msg}")
        return None
