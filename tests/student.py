"""What a student does in an assignment, for the tests of the classroom."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page

from postil.classroom.link import Assignment, Own, encode
from waiting import until

PAGE, PACKET = "classroom/assignment.html", "packet.html"
READY = "classroom/assignments/all-parties-at-the-table-in-class.html"
ASSIGNMENT = Assignment(
    title="Who was not in the room?",
    mark="k3f9ab",
    get="https://library.example.edu/permalink?id=1&x=2",
    words="Read both passages.\nOne sentence each.",
    passages=(9, 10),
    tasks=("q-table-who", Own(9, "Who else was missing?"), "q-table-witness"),
    due="2026-12-14",
)
OTHER = Assignment(title="Another one", mark="zzzzzz", passages=(9,), tasks=("q-table-who",))
FIRST = replace(ASSIGNMENT, first=True, kinds=("context", "evidence"))
CODE, OTHER_CODE = encode(ASSIGNMENT), encode(OTHER)
STORED = "() => JSON.parse(localStorage.getItem(Object.keys(localStorage).find(key => /\\.work\\.\\w{8}$/.test(key))))"


def begin(tab: Page, start: str, code: str = CODE, page: str = PAGE) -> None:
    """Follow the link of an assignment."""
    tab.goto("about:blank")
    tab.goto(f"{start}/{page}{'#' + code if code else ''}")
    tab.locator(".hand-in .reopen" if code else ".open-assignment").wait_for()


@pytest.fixture
def assignment(served, page) -> Page:
    """ASSIGNMENT, opened by its link over HTTP."""
    tab = page()
    begin(tab, served)
    return tab


def answer(tab: Page, number: int = 1) -> Locator:
    return tab.get_by_label(f"Your answer to question {number}", exact=True)


def kept(tab: Page, number: int = 1) -> Locator:
    """The line beside an answer that says where it is."""
    return tab.locator(".task").nth(number - 1).locator(".kept")


def write(tab: Page, text: str, number: int = 1, said: str = "Saved on this device only, ") -> None:
    """Type an answer and wait until what becomes of it is said."""
    answer(tab, number).fill(text)
    if said.startswith("Saved"):
        until(tab, f"() => Object.values(localStorage).some(one => one.includes({json.dumps(json.dumps(text)[1:-1])}))")
    kept(tab, number).filter(has_text=said).wait_for()


def stored(tab: Page) -> dict:
    return tab.evaluate(STORED)


def texts(tab: Page) -> dict[str, str]:
    return {key: field["text"] for key, field in stored(tab)["fields"].items()}


def keys(tab: Page) -> list[str]:
    """The keys in the store that belong to work."""
    return tab.evaluate("() => Object.keys(localStorage).filter(key => key.includes('.work.'))")


def change_stored(tab: Page, **values: object) -> None:
    """Change what is stored, as if another version or another day had written it."""
    changed = json.dumps({**stored(tab), **values})
    tab.evaluate("([key, value]) => localStorage.setItem(key, value)", [keys(tab)[0], changed])


def copied(tab: Page) -> str:
    """What "Copy answers" puts on the clipboard."""
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.locator(".hand-in").get_by_role("button", name="Copy answers").click()
    tab.locator(".hand-in").get_by_text("Copied.").wait_for()
    return tab.evaluate("navigator.clipboard.readText()")


def settled(tab: Page) -> None:
    """Nothing waits to be saved."""
    until(tab, "() => true")
    tab.wait_for_timeout(500)


def select(tab: Page, selector: str) -> None:
    """Select the words of the first such element."""
    tab.evaluate("one => getSelection().selectAllChildren(document.querySelector(one))", selector)


def saved_zip(tab: Page, name: str = "Ana Example") -> bytes:
    tab.get_by_label("Your name").fill(name)
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save as a zip").click()
    return download.value.path().read_bytes()


def give(tab: Page, data: bytes, name: str = "work.zip") -> str:
    """Open saved work; what is said of it."""
    said = tab.locator(".reopen .said")
    said.evaluate("one => { one.textContent = '' }")
    tab.locator("#work-file").set_input_files({"name": name, "mimeType": "application/zip", "buffer": data})
    said.filter(has_text=re.compile(r"\w")).wait_for()
    return said.inner_text()
