"""timeline/tables.yml: the parties to the talks, and who of them sat at the table in which round."""

from __future__ import annotations

from .. import rules
from ..model import PRESENCE, Round, Tables
from .essay import fields
from .events import named, records
from .reader import Reader, Record

PATH = "timeline/tables.yml"
KNOWN = ("parties", "rounds")
REQUIRED = ("event", "label", "who")


def load_tables(reader: Reader) -> Tables:
    """The tables; none when there is no such file. A round that lacks a field is reported and left out."""
    record = reader.yaml(PATH)
    if record is None:
        return Tables()
    if not isinstance(record, Record):
        reader.report(rules.FIELD_MISSING, reader.place(PATH), "expected the fields parties and rounds")
        return Tables()
    fields(reader, record, KNOWN, KNOWN)
    rounds = [_round(reader, item) for item in records(reader, record, "rounds")]
    return Tables(named(reader, record, "parties"), tuple(each for each in rounds if each))


def _round(reader: Reader, item: Record) -> Round | None:
    if not fields(reader, item, REQUIRED, (*REQUIRED, "remark")):
        return None
    return Round(item["event"], item["label"], item.get("remark", ""), _who(reader, item), item.place)


def _who(reader: Reader, item: Record) -> tuple[tuple[str, str], ...]:
    who = item["who"]
    if not isinstance(who, Record):
        message = "expected who came, as in {ukraine: at, turkiye: host}; found a text or a list"
        reader.report(rules.FIELD_MISSING, item.place_of("who"), message)
        return ()
    for id, part in who.items():
        if part not in PRESENCE:
            message = f"expected {id!r} to be one of {', '.join(PRESENCE)}; found {part!r}"
            reader.report(rules.FIELD_MISSING, who.place_of(id), message)
    return tuple((id, part) for id, part in who.items() if part in PRESENCE)
