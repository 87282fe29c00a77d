"""Who sat at which table: a row a round, linked to its event, and a column a party.

A cell has a sign and the word for it, so that nothing hangs on shape or colour. Parties that are only ever host or
mediator share the last column, by name.
"""

from __future__ import annotations

from html import escape
from itertools import groupby

from ..model import Companion, Event, Round, Tables
from ..words import curly
from .page import joined

SIGNS = {"at": ("●", "seated"), "host": ("◇", "host"), "absent": ("○", "absent")}
CAPTION = (
    "● seated at the table. ◇ host or mediator. ○ absent, though its land, forces or duties were at issue. Empty: no "
    "part known. A choice of rounds, without calls, envoys and meetings among allies; each links to its event and "
    "sources."
)


def tables(companion: Companion) -> str:
    """The heading and the table; nothing without rounds."""
    found = companion.tables
    events = {event.id: event for event in companion.timeline.events}
    rounds = [each for each in found.rounds if each.event in events]
    if not rounds:
        return ""
    seated = {id for each in found.rounds for id, part in each.who if part != "host"}
    columns = [(id, title) for id, title in found.parties if id in seated]
    heads = "".join(f'<th scope="col">{escape(title)}</th>' for _, title in columns)
    hosts = '<th scope="col">Host or mediator</th>' if len(columns) < len(found.parties) else ""
    years = groupby(rounds, key=lambda each: events[each.event].date.first.year)
    bodies = "\n".join(
        "<tbody>\n" + "\n".join(_row(each, events[each.event], found, columns) for each in group) + "\n</tbody>"
        for _, group in years
    )
    return joined(
        "## Who sat at which table { #tables }",
        '<div class="matrix tables" role="region" aria-label="Who sat at which table" tabindex="0">\n'
        f'<table class="plain">\n<caption>{CAPTION}</caption>\n'
        f'<thead><tr><th scope="col">Round</th>{heads}{hosts}</tr></thead>\n{bodies}\n</table>\n</div>',
    )


def _row(each: Round, event: Event, found: Tables, columns: list[tuple[str, str]]) -> str:
    who, seated = dict(each.who), {id for id, _ in columns}
    hosts = [title for id, title in found.parties if id in who and id not in seated]
    cells = [_cell(who.get(id, "")) for id, _ in columns]
    if len(columns) < len(found.parties):
        cells.append(f'<td class="host">{SIGNS["host"][0]} {escape(", ".join(hosts))}</td>' if hosts else "<td></td>")
    remark = f"<br>{escape(curly(each.remark))}" if each.remark else ""
    name = f'<a href="#{each.event}">{escape(curly(each.label))}</a>'
    return f'<tr><th scope="row">{name} <small>{event.date}{remark}</small></th>{"".join(cells)}</tr>'


def _cell(part: str) -> str:
    return f'<td class="{part}">{" ".join(SIGNS[part])}</td>' if part else "<td></td>"
