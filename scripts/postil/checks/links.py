"""L: every id names one thing, and every `[words][id]` finds it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from .. import rules
from ..findings import Finding
from ..links import Index, proses, references, targets
from ..model import Companion

ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def check(companion: Companion, index: Index) -> Iterator[Finding]:
    yield from _ids(companion, index)
    known = set(index.targets)
    sources = {source.id for source in companion.sources}
    for owner, prose, cited in proses(companion):
        for reference in references(prose):
            if reference.id not in known:
                yield Finding(
                    rules.ID_UNKNOWN,
                    reference.place,
                    f"expected an id, found {reference.id!r}{_near(reference.id, known)}",
                )
        for id in cited:
            if owner.kind == "lesson" and id not in known:
                yield Finding(rules.ID_UNKNOWN, prose.place, f"expected a passage, found {id!r}")
            elif owner.kind != "lesson" and id not in sources:
                yield Finding(rules.SOURCE_UNKNOWN, owner.place, f"expected a source, found {id!r}{_near(id, sources)}")
    yield from _twice(companion, index)
    yield from _rounds(companion)


def _ids(companion: Companion, index: Index) -> Iterator[Finding]:
    for target in targets(companion):
        if target.id and not ID.fullmatch(target.id) and target.kind != "heading":
            yield Finding(
                rules.ID_MALFORMED, target.place, f"expected lower case words with hyphens, found {target.id!r}"
            )
        first = index.targets[target.id]
        if target.id and target.kind != "passage" and first.place != target.place:
            yield Finding(
                rules.ID_DOUBLE,
                target.place,
                f"expected a new id, found {target.id!r}, which is a {first.kind} at {first.place}",
            )


def _near(id: str, known: set[str]) -> str:
    near = get_close_matches(id, known, 1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _twice(companion: Companion, index: Index) -> Iterator[Finding]:
    for passage in companion.passages:
        seen: set[str] = set()
        for prose in (passage.claim, passage.analysis):
            for reference in references(prose):
                target = index.targets.get(reference.id)
                if target and target.kind == "term" and target.id in seen:
                    yield Finding(
                        rules.TERM_TWICE,
                        reference.place,
                        f"expected one link to {target.id!r} in ¶{passage.number}, found another",
                    )
                seen.add(reference.id)


def _rounds(companion: Companion) -> Iterator[Finding]:
    events = {event.id for event in companion.timeline.events}
    parties = {id for id, _ in companion.tables.parties}
    for each in companion.tables.rounds:
        if each.event not in events:
            message = f"expected an event, found {each.event!r}{_near(each.event, events)}"
            yield Finding(rules.ID_UNKNOWN, each.place, message)
        for id, _ in each.who:
            if id not in parties:
                yield Finding(rules.ID_UNKNOWN, each.place, f"expected a party, found {id!r}{_near(id, parties)}")
