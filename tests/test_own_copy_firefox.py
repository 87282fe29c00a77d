"""A reader's own copy in Firefox by keys alone: paste, report, text in place, pins, find, print, forget; served and as
a folder."""

from __future__ import annotations

import json

import pytest
from marionette_driver.by import By
from marionette_driver.keys import Keys
from marionette_driver.marionette import ActionSequence

import copy_files
from dressed import PARAGRAPHS, TEXT
from own_copy import FOUND, address

FOCUS = "return document.activeElement.textContent.trim() || document.activeElement.id"
CLIPBOARD = """Cc["@mozilla.org/widget/clipboardhelper;1"].getService(Ci.nsIClipboardHelper).copyString(arguments[0])"""
REPORT = "document.querySelector('.own-copy .report')"


@pytest.fixture(params=["http", "file"])
def tab(request, bridges, server, firefox):
    before = len(firefox.errors())
    firefox.resize(1024, 800)
    firefox.goto(address(bridges, server, request.param))
    firefox.wait("document.querySelector('button.open-copy')")
    firefox.expected = PARAGRAPHS if request.param == "file" else PARAGRAPHS[:2]
    yield firefox
    assert not firefox.errors()[before:]


def press(tab, key: str) -> None:
    ActionSequence(tab.driver, "key", "keyboard").key_down(key).key_up(key).perform()


def tab_to(tab, name: str) -> None:
    for _ in range(60):
        press(tab, Keys.TAB)
        if tab.ask(FOCUS) == name:
            return
    pytest.fail(f"Tab does not reach {name!r}")


def place(tab, text: str) -> None:
    """From the control to the report, by keys; the text comes from the clipboard."""
    with tab.driver.using_context("chrome"):
        tab.driver.execute_script(CLIPBOARD, script_args=[text])
    tab.ask("document.querySelector('button.open-copy').focus()")
    press(tab, Keys.ENTER)
    tab.wait("document.querySelector('dialog.own-copy[open]')")
    tab_to(tab, "own-text")
    ActionSequence(tab.driver, "key", "keyboard").key_down(Keys.CONTROL).key_down("v").key_up("v").key_up(
        Keys.CONTROL
    ).perform()
    tab.wait("document.activeElement.value")
    tab_to(tab, "Place this text")
    press(tab, Keys.ENTER)
    tab.wait(f"{REPORT} === document.activeElement && {REPORT}.textContent")


def test_from_paste_to_forgetting(tab):
    place(tab, TEXT)
    assert FOUND in tab.ask(f"return {REPORT}.textContent")
    tab_to(tab, "Read it with the notes")
    press(tab, Keys.ENTER)
    tab.wait("document.activeElement.matches('.own-bar')")
    shown = tab.ask("return [...document.querySelectorAll('.own .words')].map(one => one.textContent)")
    assert [" ".join(text.split()) for text in shown] == tab.expected

    phrase = "document.querySelector('.own a.ref')"
    tab.ask(f"{phrase}.focus()")
    press(tab, Keys.ENTER)
    # Without a pointer, as here, it comes to the foot of the window; with one, where it stands in the list.
    body = f"document.getElementById({phrase}.hash.slice(1))"
    tab.wait(f"document.querySelector('.note-foot') ?? {body}.checkVisibility()")
    press(tab, Keys.ESCAPE)

    tab.ask("document.querySelector('.own-find input').focus()")
    for letter in "toll":
        press(tab, letter)
    tab.wait("/^\\d+ places$/.test(document.querySelector('.own-find output').textContent)")
    press(tab, Keys.ENTER)
    tab.wait("document.querySelector('.own-find output').textContent.startsWith('1 of ')")

    tab.ask("document.querySelector('.own-bar').focus()")
    tab_to(tab, "Forget my copy")
    press(tab, Keys.ENTER)
    tab.wait("document.activeElement.matches('.own-said')")
    assert not tab.ask("return document.querySelectorAll('.own').length")
    assert "stone" not in tab.ask("return JSON.stringify({ ...sessionStorage, ...localStorage })")


def test_on_paper_the_notes_stand_beside_the_copy(tab):
    place(tab, TEXT)
    tab_to(tab, "Read it with the notes")
    press(tab, Keys.ENTER)
    tab.wait("document.querySelector('.own .words')")
    pdf = tab.driver._send_message("WebDriver:Print", {}, key="value")
    assert pdf.startswith("JVBER"), "a PDF in base64"
    boxes = printed(tab)
    assert boxes["notes"]["left"] >= boxes["own"]["right"] - 1, json.dumps(boxes)
    assert boxes["bar"] == 0
    tab.ask("[...document.querySelectorAll('.own-bar button')].at(-1).click()")
    tab.wait("document.querySelector('.own-said')")


def printed(tab) -> dict:
    """Boxes of the first passage as for print."""
    with tab.driver.using_context("chrome"):
        tab.driver.execute_script("gBrowser.selectedBrowser.browsingContext.mediumOverride = 'print'")
    try:
        return tab.ask("""const box = selector => {
                const { left, right } = document.querySelector(selector).getBoundingClientRect()
                return { left, right }
            }
            return { own: box("section.passage .own"), notes: box("section.passage ol.notes"),
                bar: document.querySelector(".own-bar").getClientRects().length }""")
    finally:
        with tab.driver.using_context("chrome"):
            tab.driver.execute_script("gBrowser.selectedBrowser.browsingContext.mediumOverride = ''")


def test_a_word_file_is_read(tab, tmp_path):
    (tmp_path / "copy.docx").write_bytes(copy_files.docx())
    tab.ask("document.querySelector('button.open-copy').click()")
    tab.wait("document.querySelector('dialog.own-copy[open]')")
    tab.driver.find_element(By.ID, "own-file").send_keys(str(tmp_path / "copy.docx"))
    tab.wait(f"{REPORT}.textContent.includes(given[0])", FOUND)
    tab.ask("[...document.querySelectorAll('.own-bar button')].at(-1).click()")
    tab.wait("document.querySelector('.own-said')")
