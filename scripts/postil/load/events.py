"""timeline/events.yml: phases, themes and events."""

from __future__ import annotations

from typing import Any

from .. import rules
from ..model import Event, Prose, Timeline
from .essay import fields, texts
from .reader import UNREADABLE, Reader, Record

PATH = "timeline/events.yml"
REQUIRED = ("id", "date", "title", "phase", "sources", "checked", "text")


def load_timeline(reader: Reader) -> Timeline:
    """The timeline. An event without an id is reported and left out; one without a readable date is kept for its id."""
    record = reader.yaml(PATH)
    if record is None:
        return Timeline()
    if not isinstance(record, Record):
        reader.report(rules.FIELD_MISSING, reader.place(PATH), "expected the fields phases, themes and events")
        return Timeline()
    fields(reader, record, ("phases", "events"), ("phases", "themes", "events"))
    events = [_event(reader, item) for item in records(reader, record, "events")]
    return Timeline(
        named(reader, record, "phases"), named(reader, record, "themes"), tuple(event for event in events if event)
    )


def records(reader: Reader, record: Record, key: str) -> list[Record]:
    """The records listed under `key`; anything else there is reported and left out."""
    value: Any = record.get(key) or []
    items = [item for item in value if isinstance(item, Record)] if isinstance(value, list) else []
    if len(items) < len(value):
        reader.report(rules.FIELD_MISSING, record.place_of(key), f"expected `key: value` records in {key!r}")
    return items


def named(reader: Reader, record: Record, key: str) -> tuple[tuple[str, str], ...]:
    """The (id, title) pairs listed under `key`."""
    known = ("id", "title")
    return tuple(
        (item["id"], item["title"]) for item in records(reader, record, key) if fields(reader, item, known, known)
    )


def _event(reader: Reader, item: Record) -> Event | None:
    fields(reader, item, REQUIRED, (*REQUIRED, "themes"))
    if not item.get("id"):
        return None
    return Event(
        id=item["id"],
        date=reader.date(item.get("date", ""), item.place_of("date")) or UNREADABLE,
        title=item.get("title", ""),
        phase=item.get("phase", ""),
        themes=tuple(texts(item.get("themes"))),
        sources=tuple(texts(item.get("sources"))),
        checked=reader.date(item.get("checked", ""), item.place_of("checked")),
        body=Prose(item.get("text", ""), item.place_of("text")),
        place=item.place,
    )
