"""A student in Firefox, by keys: first thought, notes, answer, mark, hand in, reload, erase; served, from a folder, and
in the packet alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from browser import home
from hands import FirefoxHands
from postil.classroom.link import encode
from student import ASSIGNMENT, PACKET, PAGE

FIRST = encode(replace(ASSIGNMENT, first=True))
ANSWER = "document.getElementById('work-q-table-who')"
SELECT = "getSelection().selectAllChildren(document.querySelector('.reading .claim'))"


@pytest.fixture(
    params=[("http", PAGE, 1440), ("file", PAGE, 390), ("file", PACKET, 390)], ids=lambda each: f"{each[0]} {each[1]}"
)
def tab(request, firefox):
    way, page, width = request.param
    before = len(firefox.errors())
    firefox.resize(width, 900)
    firefox.goto(f"{home(request, way)}/{page}#{FIRST}")
    firefox.wait("document.querySelector('.hand-in .reopen')")
    yield firefox
    assert not firefox.errors()[before:]


def test_the_whole_way_by_keys(tab, tmp_path):
    hands = FirefoxHands(tab, tmp_path)
    hands.fill("Your first thought on ¶9", "no idea yet")
    hands.use("Show the notes")
    assert tab.ask("return document.activeElement.matches('.note summary')")
    hands.fill("Your answer to question 1", "The guarantors")
    tab.wait("document.activeElement.closest('.answer').querySelector('.kept').textContent.startsWith('Saved on')")

    tab.ask(SELECT)
    tab.wait("document.querySelector('.mark-words')")
    tab.ask("document.querySelector('.mark-words').click()")
    hands.type("Strong words")
    tab.wait("Object.values(localStorage).some(one => one.includes('Strong words'))")
    tab.driver.refresh()
    tab.wait(f"{ANSWER}?.value === 'The guarantors'")
    assert tab.ask("return document.querySelector('.marks textarea').value") == "Strong words"
    assert tab.ask("return CSS.highlights.get('marked').size === 1")
    assert tab.ask("return document.querySelectorAll('.reading > .passage > ol.notes').length") == 1

    hands.fill("Your name", "Ana")
    hands.use("Copy answers")
    tab.wait("document.querySelector('.hand-in .tools .said').textContent")
    hands.use("Erase my work")
    hands.press("Enter")
    assert tab.ask("return document.activeElement.textContent").startswith("Erased.")
    assert tab.ask(f"return {ANSWER}.value + document.querySelectorAll('.marks li').length") == "0"
    assert not tab.ask("return Object.keys(localStorage).some(key => key.includes('.work.'))")


def test_a_link_within_the_page_keeps_the_assignment(tab):
    tab.ask("document.querySelector('#p10 .mark').click()")
    tab.wait("document.activeElement.id === 'p10'")
    assert tab.ask("return location.hash") == f"#{FIRST}"
