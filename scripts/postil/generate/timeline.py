"""The timeline: events by phase, each with its date, themes, sources and where it is mentioned."""

from __future__ import annotations

from ..links import Linker
from ..model import Companion, Event, Timeline
from .page import grounds, joined, opening, paragraphs
from .strip import SCRIPT, strip
from .tables import tables


def page(companion: Companion, linker: Linker) -> str:
    timeline = companion.timeline
    blocks = []
    for id, title in timeline.phases:
        events = sorted(
            (event for event in timeline.events if event.phase == id),
            key=lambda event: (event.date.first, event.date.last),
        )
        if events:
            blocks.append(f"## {title} {{ #phase-{id} }}")
            blocks += [_event(event, timeline, linker) for event in events]
    lede = "What happened when, with the sources for each date."
    head = opening("Timeline", lede, meta=f"script: {SCRIPT}\n")
    return paragraphs(head, strip(timeline), tables(companion), *blocks)


def _event(event: Event, timeline: Timeline, linker: Linker) -> str:
    themes = dict(timeline.themes)
    names = " · ".join(themes[id] for id in event.themes if id in themes)
    return joined(
        '<section class="entry event" markdown="1">',
        f"### {_time(event)} {event.title} {{ #{event.id} }}",
        f"{names}\n{{: .themes }}" if names else "",
        linker.resolve(event.body),
        grounds(event.sources, event.checked, linker),
        linker.mentioned(event.id),
        "</section>",
    )


def _time(event: Event) -> str:
    """HTML knows no intervals or doubts: <time> has a datetime only for a plain date."""
    exact = event.date.text.replace("-", "").isdigit()
    return (
        f'<time datetime="{event.date.text}">{event.date}</time>'
        if exact
        else f'<span class="time">{event.date}</span>'
    )
