"""How soon a note is open on a page of a thousand: from the click to the frame after the one that painted it."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from .generated import write
from .made_up import NOTES, PASSAGES
from .process import NotMeasured, progress, run
from .section import Section
from .server import serving
from .visit import browsing

WANTED, OPENED = 1000, 20
PAGE = "companion.html"  # every note of a companion, on one page
HOW = (
    "The one-page companion of a made-up companion with {notes:,} notes, in Chromium at 1,440 pixels. {opened} notes, "
    "spread evenly, are opened one after the other and stay open; the time runs from the click on a title until two "
    "frames have been drawn."
)
OPEN = """count => {
    const notes = [...document.querySelectorAll("details.note")]
    const frame = () => new Promise(requestAnimationFrame)
    const open = async note => {
        note.scrollIntoView({ block: "center", behavior: "instant" })
        await frame()
        await frame()
        const begin = performance.now()
        note.firstElementChild.click()
        await frame()
        await frame()
        return note.open ? performance.now() - begin : NaN
    }
    const chosen = notes.filter((_, at) => at % Math.floor(notes.length / count) === 0).slice(0, count)
    return chosen.reduce(async (before, note) => [...await before, await open(note)], Promise.resolve([]))
        .then(times => [notes.length, times])
}"""


def measure(source: Path, folder: Path, notes: int = WANTED) -> Section:
    """`source` gives the looks, `folder` is a new one to build in; the page has `notes` notes, or a few more."""
    parts = -(-notes // (PASSAGES * NOTES))
    section = Section(
        "A page of a thousand notes", "opening", HOW.format(notes=parts * PASSAGES * NOTES, opened=OPENED)
    )
    try:
        fill(section, *_opened(source, folder, parts))
    except NotMeasured as reason:
        section.note(f"Opening a note: {reason}.")
        section.goal("the slowest of the notes opened", None, 100, " ms")
    return section


def fill(section: Section, notes: int, times: list[float]) -> None:
    """`times` in milliseconds, one for each note opened, of the page's `notes`."""
    section.table(
        ("Notes on the page", "Opened", "Median, ms", "Slowest, ms"),
        (f"{notes:,}", str(len(times)), median(times), max(times)),
    )
    section.goal("the slowest of the notes opened", max(times), 100, " ms")


def _opened(source: Path, folder: Path, parts: int) -> tuple[int, list[float]]:
    progress("a page of a thousand notes")
    write(source, folder, parts)
    for command in ("addresses", "build"):
        run(folder, sys.executable, "-m", "postil", command)
    with serving(folder / "site") as (address, _), browsing() as browser:
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        tab.goto(f"{address}/{PAGE}", wait_until="networkidle")
        notes, times = tab.evaluate(OPEN, OPENED)
    if len(times) < OPENED or any(time != time for time in times):
        raise NotMeasured(f"of {notes} notes not all that were clicked have opened")
    return notes, times
