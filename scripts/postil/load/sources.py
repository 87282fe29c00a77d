"""sources/sources.json: an array of CSL-JSON records."""

from __future__ import annotations

from .. import rules
from ..model import Source
from .reader import Reader


def load_sources(reader: Reader) -> tuple[Source, ...]:
    """Every record that has an id; others are reported and left out."""
    found = []
    for item, place in reader.json("sources/sources.json"):
        if isinstance(item, dict) and item.get("id"):
            found.append(Source(str(item["id"]), item, place))
        else:
            reader.report(rules.SOURCE_LACKS, place, "expected a record with an id, found none")
    return tuple(found)
