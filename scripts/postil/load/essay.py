"""essay.yml: what may be said about the essay without holding it."""

from __future__ import annotations

from typing import Any

from .. import rules
from ..findings import Place
from ..model import Essay, Limits, Plan
from .reader import Reader, Record

PATH = "essay/essay.yml"
REQUIRED = ("title", "authors", "publisher", "issued", "parts", "words")
LISTS = (
    "authors",
    "words",
    "fragments",
    "parts",
    "limits",
    "leave_out",
    "take",
    "phases",
    "themes",
    "events",
    "sources",
)
LISTS += ("parties", "rounds", "who")
KNOWN = (*REQUIRED, "subtitle", "address", "address_note", "fragments", "limits", "provenance", "leave_out", "take")


def load_essay(reader: Reader) -> Essay:
    """The essay of docs/essay/essay.yml; an empty one when it cannot be read (reported)."""
    record = reader.yaml(PATH, required=True)
    if not isinstance(record, Record):
        if record is not None:
            reader.report(rules.FIELD_MISSING, reader.place(PATH), "expected `key: value` lines")
        record = Record(reader.place(PATH))
    elif record:
        fields(reader, record, REQUIRED, KNOWN)
    return Essay(
        title=record.get("title", ""),
        subtitle=record.get("subtitle", ""),
        authors=tuple(texts(record.get("authors"))),
        publisher=record.get("publisher", ""),
        issued=record.get("issued", ""),
        address=record.get("address", ""),
        address_note=record.get("address_note", ""),
        provenance=record.get("provenance", ""),
        plans=tuple(_plans(reader, record)),
        words=tuple(_numbers(reader, texts(record.get("words")), record.place_of("words"))),
        fragments=tuple(texts(record.get("fragments"))),
        limits=_limits(reader, record.get("limits")),
        place=record.place,
        leave_out=tuple(_numbers(reader, texts(record.get("leave_out")), record.place_of("leave_out"))),
        take=tuple(_numbers(reader, texts(record.get("take")), record.place_of("take"))),
    )


def fields(reader: Reader, record: Record, required: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Reports missing and unknown fields of `record`, and lists where text is due; True when all required are there."""
    for key in required:
        if not record.get(key):
            reader.report(rules.FIELD_MISSING, record.place, f"expected the field {key!r}, found none")
    for key, value in record.items():
        place = record.place_of(key)
        if key not in known:
            reader.report(rules.FIELD_UNKNOWN, place, f"expected one of {', '.join(known)}; found {key!r}")
        elif not isinstance(value, str) and key not in LISTS:
            reader.report(rules.FIELD_MISSING, place, f"expected text in {key!r}, found a list or a mapping")
            record[key] = ""
    return all(record.get(key) for key in required)


def texts(value: Any) -> list[str]:
    """`value` as a list of texts: a list as it is, a text alone, nothing as nothing."""
    items = value if isinstance(value, list) else [value] if value else []
    return [item for item in items if isinstance(item, str)]


def _numbers(reader: Reader, items: list[str], place: Place) -> list[int]:
    for item in items:
        if not item.isdecimal():
            reader.report(rules.FIELD_MISSING, place, f"expected a number, found {item!r}")
    return [int(item) for item in items if item.isdecimal()]


def _plans(reader: Reader, record: Record) -> list[Plan]:
    plans = []
    items = record.get("parts")
    for item in items if isinstance(items, list) else []:
        if isinstance(item, Record) and fields(
            reader, item, ("slug", "title", "passages"), ("slug", "title", "passages")
        ):
            first, _, last = item["passages"].partition("-")
            numbers = _numbers(reader, [first, last or first], item.place_of("passages"))
            if len(numbers) == 2:
                plans.append(Plan(item["slug"], item["title"], *numbers))
    return plans


def _limits(reader: Reader, record: Any) -> Limits:
    if not isinstance(record, Record):
        if record:
            reader.report(rules.FIELD_MISSING, reader.place(PATH), "expected limits as {card: 45, cards: 40}")
        return Limits()
    known = tuple(Limits.__dataclass_fields__)
    fields(reader, record, (), known)
    found = {key: _numbers(reader, texts(record[key]), record.place_of(key)) for key in known if key in record}
    return Limits(**{key: numbers[0] for key, numbers in found.items() if numbers})
