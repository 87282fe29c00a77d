"""What a reader does with a copy of the invented essay, for the tests of "Open my copy"."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page

from dressed import PARAGRAPHS, PART, TEXT

FOUND = f"{len(PARAGRAPHS)} of {len(PARAGRAPHS)} paragraphs found"
COMPANION = "companion.html"
DIALOG = "dialog.own-copy"


def address(site: Path, server, way: str, page: str = "") -> str:
    """Where a copy is opened: on a part over HTTP, on the companion in a folder."""
    start = site.as_uri() if way == "file" else server(site)
    return f"{start}/{page or (COMPANION if way == 'file' else PART)}"


def open_dialog(tab: Page) -> Locator:
    tab.get_by_role("button", name="Open my copy").click()
    dialog = tab.get_by_role("dialog", name="Open my copy")
    dialog.wait_for()
    return dialog


def report(tab: Page) -> str:
    """The report, when there is one: a heading, and what it says."""
    said = tab.get_by_role("group", name="Report")
    said.get_by_role("heading").wait_for()
    return said.inner_text()


def place(tab: Page, text: str, remember: bool = False) -> str:
    """Put `text` into the field of the open dialog and have it placed; the report."""
    dialog = tab.locator(DIALOG)
    dialog.get_by_label("Paste the text").fill(text)
    dialog.get_by_role("checkbox").set_checked(remember)
    dialog.get_by_role("button", name="Place this text").click()
    return report(tab)


def give(tab: Page, name: str, data: bytes) -> str:
    """Choose a file in the open dialog; the report."""
    tab.locator(DIALOG).locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    )
    return report(tab)


def read(tab: Page, text: str = TEXT, remember: bool = False) -> None:
    """Open the dialog, place `text`, and close the dialog with the copy in its place."""
    open_dialog(tab)
    assert FOUND in place(tab, text, remember)
    tab.get_by_role("button", name="Read it with the notes").click()
    tab.locator(DIALOG).wait_for(state="hidden")


def shown(tab: Page) -> list[str]:
    """The words of the copy in each passage of this page, with plain spaces."""
    return [" ".join(text.split()) for text in tab.locator(".own .words").all_text_contents()]
