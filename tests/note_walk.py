"""What a reader does with the bar of a part, for the tests: walk the notes, choose kinds, scroll on."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

# The note whose summary has the focus, if it is open, by its place in the page.
WALKED = """[...document.querySelectorAll('details.note')].findIndex(note =>
    note.open && note.firstElementChild === document.activeElement)"""
OPEN = "document.querySelectorAll('details.note[open]').length"
SHOWN = """[...document.querySelectorAll('details.note')].filter(note => note.checkVisibility())
    .map(note => note.classList[1])"""
REMEMBERED = """if (location.protocol === "http:")
    localStorage.setItem("/.place", '{"page": "x.html", "passage": 20}')"""


def region(tab: Page) -> Locator:
    """The bar."""
    return tab.get_by_role("region", name="Notes", exact=True)


def press(tab: Page, button: Locator) -> None:
    """By keyboard, as somebody does who has no mouse."""
    button.focus()
    tab.keyboard.press("Enter")


def more(tab: Page) -> None:
    """Open the panel of the bar."""
    panel = tab.locator("note-walk > details")
    if not panel.evaluate("panel => panel.open"):
        panel.locator("> summary").press("Enter")


def box(tab: Page, kind: str) -> Locator:
    """The box of a kind of note in the filter."""
    return region(tab).get_by_role("checkbox", name=kind)


def use_letters(tab: Page) -> None:
    """Switch the letters on, and close the panel."""
    more(tab)
    region(tab).get_by_text("Keyboard").click()
    region(tab).get_by_role("checkbox", name="Single-letter shortcuts").check()
    tab.locator("note-walk > details > summary").press("Enter")


def scroll_to(tab: Page, selector: str) -> None:
    """With the wheel, until `selector` stands in the upper third of the window."""
    tab.mouse.move(300, 300)
    for _ in range(60):
        top = tab.locator(selector).bounding_box()["y"]
        if top < 200:
            break
        tab.mouse.wheel(0, min(top - 150, 400))
        tab.wait_for_timeout(60)
    tab.wait_for_timeout(300)
