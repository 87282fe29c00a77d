"""From a teacher and back, by keys alone: an assignment is made, a student does it, thirty hand in, the teacher reads
them all. In Chromium and Firefox, served and from a folder, narrow and wide, with axe at each step."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from browser import home
from handed_in import canvas, ours, packed
from hands import ChromiumHands, FirefoxHands
from postil.classroom.link import Own, decode

TITLE, OWN, MINE = "Who was missing?", "Who would you have asked?", "The states that should have answered"
QUESTION = "q-table-who"


@pytest.fixture(
    params=[("Chromium", "http", 1440), ("Chromium", "file", 390), ("Firefox", "http", 390), ("Firefox", "file", 1440)],
    ids=lambda each: " ".join(map(str, each)),
)
def person(request, page, tmp_path):
    """Hands, and the address of the companion."""
    browser, way, width = request.param
    start = home(request, way)
    if browser == "Chromium":
        yield ChromiumHands(page(viewport={"width": width, "height": 900}, reduced_motion="reduce")), start
        return
    tab = request.getfixturevalue("firefox")
    before = len(tab.errors())
    tab.resize(width, 900)
    yield FirefoxHands(tab, tmp_path), start
    assert not tab.errors()[before:]


def test_a_week_of_a_class(person, tmp_path_factory):
    hands, start = person
    link = make(hands, start)
    text, data = answer(hands, start, link)
    handed = json.loads(zipfile.ZipFile(io.BytesIO(data)).read("hand-in.json"))
    collect(hands, start, submissions(text, data, handed, tmp_path_factory.mktemp("lms") / "submissions.zip"))


def make(hands, start: str) -> str:
    """The teacher's part; what is put into the LMS: the link, or from a folder the code."""
    hands.open(f"{start}/classroom/assign.html")
    hands.fill("A link (library", "https://library.example.edu/82")
    hands.fill("Title", TITLE)
    hands.use("2. ")  # the lesson's questions
    hands.use("Which states did the Istanbul talks", " ")
    hands.use("Add a question of your own")
    hands.type(OWN)
    hands.use("Notes stay closed", " ")
    hands.fill("Day", "12142026")
    hands.wait("document.querySelector('.preview').textContent.includes('Due Monday, December 14, 2026.')")
    assert hands.faults() == []
    hands.use("Copy ")
    hands.wait("document.querySelector('.copy-link .said').textContent === 'Copied'")
    link = hands.clipboard()
    found = decode(link)
    assert not found.fault and found.assignment.tasks == (QUESTION, Own(0, OWN))
    assert found.assignment.first and found.assignment.title == TITLE
    assert link.startswith("http" if start.startswith("http") else "#1.")
    return link


def answer(hands, start: str, link: str) -> tuple[str, bytes]:
    """The student's part: what is copied for the text box, and the zip."""
    if link.startswith("http"):
        hands.open(link)
    else:
        hands.open(f"{start}/classroom/assignment.html")
        hands.fill("Paste the link", link)
        hands.press("Enter")
    hands.wait("document.querySelector('.hand-in .reopen')")
    assert hands.ask("document.querySelector('h1').textContent") == TITLE
    assert hands.faults() == []
    passages = decode(link).assignment.passages
    for number in passages:
        hands.fill(f"Your first thought on ¶{number}", "I am not sure yet")
        hands.use("Show the notes")
    hands.fill("Your answer to question 1", MINE)
    hands.fill("Your answer to question 2", "The neighbors, first of all")
    hands.fill("Your name", "Ben Example")
    assert hands.faults() == []
    hands.reach("Save as a zip")
    data = hands.saved()
    hands.open("about:blank")
    hands.open(link if link.startswith("http") else f"{start}/classroom/assignment.html{link}")
    hands.wait("document.querySelector('.hand-in .reopen')")  # the work is there again, the name is not
    hands.fill("Your name", "Ana Example")
    hands.use("Copy answers")
    hands.wait("document.querySelector('.hand-in .tools .said').textContent.startsWith('Copied')")
    return hands.clipboard(), data


def submissions(text: str, data: bytes, handed: dict, path: Path) -> Path:
    """The bulk download of an LMS: thirty of the same assignment, twenty from its text box, ten as zips."""

    def other(number: int) -> dict:
        entries = [{**one, "text": f"{one['text']}, says {number}"} for one in handed["entries"]]
        return {**handed, "name": f"Student {number:02}", "entries": entries}

    files = {"ana_1_1_text.html": canvas(handed, text), "ben_2_2_hand-in.zip": data}
    files |= {f"s{n}_{n}_{n}_text.html": canvas(other(n)) for n in range(3, 22)}
    files |= {f"s{n}_{n}_{n}_hand-in.zip": ours(other(n)) for n in range(22, 31)}
    path.write_bytes(packed(files))
    return path


def collect(hands, start: str, zip: Path) -> None:
    """The teacher's part again."""
    hands.open(f"{start}/classroom/collect.html")
    hands.reach("Hand-ins")
    hands.choose(zip)
    hands.wait("/ read[.,]/.test(document.querySelector('.progress').textContent)")
    assert hands.ask("document.querySelector('.progress').textContent") == "30 hand-ins read."
    hands.wait("document.querySelectorAll('tbody tr').length === 30")
    assert hands.ask("document.querySelectorAll('.skipped li, .remark.changed').length") == 0
    assert hands.faults() == []
    hands.use("Next")
    hands.wait("document.querySelectorAll('.body article').length === 30")
    assert MINE in hands.ask("document.querySelector('.body').textContent")
    assert hands.faults() == []
    hands.reach("Save as CSV")
    head, *rows = csv.reader(io.StringIO(hands.saved().decode("utf-8-sig"), newline=""))
    assert {row[0] for row in rows} == {"Ana Example", "Ben Example", *(f"Student {n:02}" for n in range(3, 31))}
    assert len(rows) == 30 and all(any(cell.startswith(MINE) for cell in row) for row in rows)
    assert OWN in head
