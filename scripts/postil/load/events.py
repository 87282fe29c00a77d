"""timeline/events.yml: phases, themes and events."""

from __future__ import annotations

from typing import Any

from .. import rules
from ..model import Event, Prose, Timeline
from .essay import fields, texts
from .reader import Reader, Record

PATH = "timeline/events.yml"
REQUIRED = ("id", "date", "title", "phase", "sources", "checked", "text")


def load_timeline(reader: Reader) -> Timeline:
    """The timeline; an event without an id or a readable date is reported and left out."""
    record = reader.yaml(PATH)
    if record is None:
        return Timeline()
    if not isinstance(record, Record):
        reader.report(rules.FIELD_MISSING, reader.place(PATH), "expected the fields phases, themes and events")
        return Timeline()
    fields(reader, record, ("phases", "events"), ("phases", "themes", "events"))
    events = [_event(reader, item) for item in _records(record.get("events"))]
    return Timeline(
        _named(record.get("phases")), _named(record.get("themes")), tuple(event for event in events if event)
    )


def _records(value: Any) -> list[Record]:
    return [item for item in value if isinstance(item, Record)] if isinstance(value, list) else []


def _named(value: Any) -> tuple[tuple[str, str], ...]:
    return tuple((item.get("id", ""), item.get("title", "")) for item in _records(value))


def _event(reader: Reader, item: Record) -> Event | None:
    fields(reader, item, REQUIRED, (*REQUIRED, "themes"))
    span = reader.date(str(item.get("date", "")), item.place_of("date"))
    if not item.get("id") or span is None:
        return None
    return Event(
        id=item["id"],
        date=span,
        title=item.get("title", ""),
        phase=item.get("phase", ""),
        themes=tuple(texts(item.get("themes"))),
        sources=tuple(texts(item.get("sources"))),
        checked=reader.date(item.get("checked", ""), item.place_of("checked")),
        body=Prose(item.get("text", ""), item.place_of("text")),
        place=item.place,
    )
