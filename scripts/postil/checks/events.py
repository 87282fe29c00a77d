"""E: events end after they begin and stand in a known phase and theme."""

from __future__ import annotations

from collections.abc import Iterator

from .. import rules
from ..findings import Finding
from ..model import Companion


def check(companion: Companion) -> Iterator[Finding]:
    timeline = companion.timeline
    phases, themes = {id for id, _ in timeline.phases}, {id for id, _ in timeline.themes}
    for event in timeline.events:
        if event.date.last < event.date.first:
            yield Finding(
                rules.DATE_BACKWARDS,
                event.place,
                f"expected {event.id!r} to end after it begins, found {event.date.text}",
            )
        if event.phase and event.phase not in phases:
            yield Finding(
                rules.EVENT_PLACE,
                event.place,
                f"expected a phase of {event.id!r} among {', '.join(sorted(phases))}; found {event.phase!r}",
            )
        for theme in event.themes:
            if theme not in themes:
                yield Finding(
                    rules.EVENT_PLACE,
                    event.place,
                    f"expected a theme of {event.id!r} among {', '.join(sorted(themes))}; found {theme!r}",
                )
