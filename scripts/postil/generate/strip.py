"""The timeline as a strip: one mark per event on an axis of dates, each a link to the event below.

A phase is as wide as the square root of its number of events asks for, and the days are evenly spaced within it: four
weeks of March 2022 and the twenty-four years before 2014 can both be read. Marks that would touch are stacked.
The list below the strip says the same in words, so the strip can be skipped.

With script, both can be narrowed to some themes and the strip be widened. The controls stand here from the start, so
that nothing moves, and are dead until docs/assets/js/event-filter.js wakes them. Without script they are not shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from math import sqrt

from ..dates import MONTHS
from ..model import Event, Timeline
from ..words import curly

CAPTION = "Each mark is an event and leads to it{}. The scale changes from phase to phase."
TALKS = "talks"  # the theme whose marks are red (docs/assets/css/figures.css)
SCRIPT = "event-filter.js"
ZOOM = (("-", "−", "Narrower"), ("+", "+", "Wider"), ("0", "all", "All of the strip"))
WIDTH, STEP, RADIUS, AXIS, PAD = 1200, 13, 5, 46, 18


@dataclass(frozen=True)
class Stretch:
    """A phase on the axis: its events, and where it begins and ends in SVG units."""

    title: str
    events: tuple[Event, ...]
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where `day` stands; a phase with a single day puts it in the middle."""
        first, last = self.events[0].date.first, max(event.date.first for event in self.events)
        share = (day - first).days / (last - first).days if last > first else 0.5
        return self.left + PAD + share * (self.right - self.left - 2 * PAD)


def strip(timeline: Timeline) -> str:
    """The figure as raw HTML; nothing without events."""
    stretches = _stretches(timeline)
    if not stretches:
        return ""
    stacks = [_stacked(stretch) for stretch in stretches]
    height = max(level for stack in stacks for _, (_, level) in stack) * STEP + 2 * STEP
    events = [event for stretch in stretches for event in stretch.events]
    return "\n".join([
        '<figure class="strip">',
        _controls(events, timeline.themes),
        '<a class="skip" href="#strip-end">Skip the figure: the list below says the same</a>',
        f'<div><svg viewBox="0 0 {WIDTH} {height + AXIS}" role="group" aria-label="{len(events)} events by date">',
        *(_axis(stretch, height) for stretch in stretches),
        *(_mark(event, x, height - STEP * (level + 1)) for stack in stacks for event, (x, level) in stack),
        "</svg></div>",
        f'<figcaption id="strip-end">{CAPTION.format(_red(events))}</figcaption>',
        "</figure>",
    ])  # fmt: skip


def _red(events: list[Event]) -> str:
    """What the caption says of red marks, if there are any."""
    return "; red marks are talks" if any(TALKS in event.themes for event in events) else ""


def _controls(events: list[Event], themes: tuple[tuple[str, str], ...]) -> str:
    """Boxes for the themes that have events, each with its number, buttons for the width, and what is shown."""
    counts = [(id, title, sum(id in event.themes for event in events)) for id, title in themes]
    boxes = "".join(
        f'<label><input type="checkbox" value="{id}" checked> {escape(title)} {count}</label>'
        for id, title, count in counts
        if count
    )
    buttons = "".join(
        f'<button type="button" value="{value}" aria-label="{label}">{sign}</button>' for value, sign, label in ZOOM
    )
    return (
        "<event-filter data-search-exclude><fieldset disabled><legend>Themes and width of the strip</legend>"
        f"{boxes}<span>{buttons}</span></fieldset><output>All {len(events)} events shown</output></event-filter>"
    )


def _stretches(timeline: Timeline) -> list[Stretch]:
    phases = [(title, _of(timeline, id)) for id, title in timeline.phases]
    phases = [(title, events) for title, events in phases if events]
    unit = WIDTH / (sum(sqrt(len(events)) for _, events in phases) or 1)
    stretches, left = [], 0.0
    for title, events in phases:
        right = left + unit * sqrt(len(events))
        stretches.append(Stretch(title, events, left, right))
        left = right
    return stretches


def _of(timeline: Timeline, phase: str) -> tuple[Event, ...]:
    events = (event for event in timeline.events if event.phase == phase)
    return tuple(sorted(events, key=lambda event: (event.date.first, event.date.last)))


def _stacked(stretch: Stretch) -> list[tuple[Event, tuple[float, int]]]:
    """Each event with its place and its level: the lowest on which no mark stands close by."""
    ends: list[float] = []
    placed = []
    for event in stretch.events:
        x = stretch.x(event.date.first)
        level = next((level for level, end in enumerate(ends) if x - end >= STEP), len(ends))
        ends[level : level + 1] = [x]
        placed.append((event, (x, level)))
    return placed


def _mark(event: Event, x: float, y: float) -> str:
    """The title is the link's name, and what a pointer shows."""
    classes = " ".join((event.phase, *event.themes))
    return (
        f'<a href="#{event.id}" class="{classes}"><title>{escape(curly(f"{event.date}: {event.title}"))}</title>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}"/></a>'
    )


def _axis(stretch: Stretch, height: int) -> str:
    ticks = "".join(_tick(stretch.x(day), height, words) for day, words in _days(stretch))
    middle = (stretch.left + stretch.right) / 2
    return (
        f'<line class="phase" x1="{stretch.left:.1f}" y1="0" x2="{stretch.left:.1f}" y2="{height + AXIS}"/>'
        f'<line x1="{stretch.left:.1f}" y1="{height}" x2="{stretch.right:.1f}" y2="{height}"/>{ticks}'
        f'<text class="phase" x="{middle:.1f}" y="{height + AXIS - 8}">{escape(stretch.title)}</text>'
    )


def _tick(x: float, height: int, words: str) -> str:
    line = f'<line x1="{x:.1f}" y1="{height}" x2="{x:.1f}" y2="{height + 5}"/>'
    return f'{line}<text x="{x:.1f}" y="{height + 18}">{words}</text>'


def _days(stretch: Stretch) -> list[tuple[date, str]]:
    """First days to write under the axis: years where a phase is long, else months, as many as fit."""
    first, last = stretch.events[0].date.first, stretch.events[-1].date.first
    room = max(1, int((stretch.right - stretch.left) / 44))
    years = [(date(year, 1, 1), str(year)) for year in range(first.year + 1, last.year + 1)]
    months = [
        (date(first.year + month // 12, month % 12 + 1, 1), MONTHS[month % 12][:3])
        for month in range(first.month, first.month + (last.year - first.year) * 12 + last.month - first.month)
    ]
    days = years if len(months) > 24 else months
    return days[:: -(-len(days) // room)] if days else []
