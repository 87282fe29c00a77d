"""What was found of a copy, in plain words."""

from __future__ import annotations

from .align import AMBIGUOUS, CHANGED, NOT_FOUND
from .in_place import Own

SAID = {
    CHANGED: "found, but with other words in places",
    AMBIGUOUS: "not placed, because more than one place fits; the card stays and says so",
    NOT_FOUND: "not found; the card stays and says so",
}


def report(own: Own) -> list[str]:
    """One sentence on the whole copy, then a line for each thing that is not as it should be, then the notes."""
    found = [each for each in own.values() if each.text]
    notes, landed = sum(each.notes for each in own.values()), sum(len(each.pins) for each in own.values())
    lines = [f"{len(found)} of {len(own)} paragraphs found"]
    for status, words in SAID.items():
        if numbers := [f"¶{number}" for number, each in own.items() if each.status == status]:
            lines.append(f"{', '.join(numbers)}: {words}")
    if notes:
        rest = "; the others stand in the list of their paragraph" if landed < notes else ""
        lines.append(f"{landed} of {notes} notes stand at their phrases{rest}")
    return lines
