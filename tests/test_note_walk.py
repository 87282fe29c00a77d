"""The bar of a part in use: walking the notes and coming back, by buttons and letters; served and from a folder."""

from __future__ import annotations

import pytest

from browser import PART
from note_walk import OPEN, SHOWN, WALKED, more, press, region, use_letters

LAST = "essay/7-a-possible-thaw.html"
NEXT_PART = "essay/3-all-seated-at-the-table.html"
COVERED = """() => {
    const box = document.activeElement.getBoundingClientRect()
    const bar = document.querySelector('note-walk').getBoundingClientRect()
    return box.bottom > bar.top || box.top < document.querySelector('.md-header').getBoundingClientRect().bottom
}"""


def test_the_walk_goes_forth_and_back_by_buttons_and_the_focus_goes_with_it(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}")
    bar = region(tab)
    press(tab, bar.get_by_role("button", name="Next note"))
    first = tab.evaluate(WALKED)
    assert first == 0
    for step in (1, 2, 3):
        press(tab, bar.get_by_role("button", name="Next note"))
        assert tab.evaluate(WALKED) == step
        assert tab.evaluate(OPEN) == 1, "the note before was left open"
        assert not tab.evaluate(COVERED)
    press(tab, bar.get_by_role("button", name="Previous note"))
    assert tab.evaluate(WALKED) == 2


def test_the_live_line_tells_number_kind_and_verdict(served, page):
    tab = page()
    tab.goto(f"{served}/{PART}")
    region(tab).get_by_role("button", name="Next note").click()
    data = tab.locator("note-walk").evaluate("walk => ({ ...walk.dataset })")
    note = tab.locator("details.note").first
    words = [word.lower() for word in note.locator(".kind, .verdict").all_inner_texts()]
    line = region(tab).locator("output").first
    assert line.inner_text() == " · ".join([f"Note {int(data['notesBefore']) + 1} of {data['notes']}", *words])


def test_from_a_note_tab_leads_to_the_next(served, page):
    """Nobody has to tab through the page to the bar."""
    tab = page()
    tab.goto(f"{served}/{PART}")
    region(tab).get_by_role("button", name="Next note").press("Enter")
    for _ in range(30):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.matches('.onward')"):
            break
    tab.keyboard.press("Enter")
    assert tab.evaluate(WALKED) == 1


@pytest.mark.parametrize("way_back", ["Escape", "Return"])
def test_the_way_back_restores_place_and_focus_exactly(way_back, start, page):
    tab = page(viewport={"width": 1000, "height": 700})
    tab.goto(f"{start}/{PART}")
    tab.evaluate("document.querySelectorAll('details.note')[1].open = true")
    phrase = tab.locator("a.ref").nth(6)
    phrase.focus()
    tab.evaluate("scrollBy({ top: 37, behavior: 'instant' })")
    top = tab.evaluate("scrollY")
    use_letters(tab)
    phrase.evaluate("phrase => phrase.focus({ preventScroll: true })")
    for key in "nnnpn":
        tab.keyboard.press(key)
    assert tab.evaluate(WALKED) == 8
    assert tab.evaluate("scrollY") != top
    if way_back == "Escape":
        tab.keyboard.press("Escape")
    else:
        region(tab).get_by_role("button", name="Return").press("Enter")
    assert tab.evaluate("scrollY") == top
    assert phrase.evaluate("phrase => phrase === document.activeElement")
    left = [note.evaluate("note => note.open") for note in tab.locator("details.note").all()]
    assert left.index(True) == 1 and left.count(True) == 1, "what the reader opened stays, the walk's own closes"
    assert region(tab).locator("output").first.inner_text() == ""


def test_the_walk_begins_at_what_has_the_focus_or_was_linked_to_or_is_in_view(served, page):
    tab = page(viewport={"width": 1200, "height": 700})
    notes = "[...document.querySelectorAll('details.note')]"
    tab.goto(f"{served}/{PART}#p6-successor")
    linked = tab.evaluate(f"{notes}.findIndex(note => note.matches(':has(:target)'))")
    region(tab).get_by_role("button", name="Next note").click()
    assert tab.evaluate(WALKED) == linked + 1

    tab.goto("about:blank")
    tab.goto(f"{served}/{PART}#p7", wait_until="load")
    first = tab.evaluate(f"{notes}.findIndex(note => note.getBoundingClientRect().top >= 60)")
    region(tab).get_by_role("button", name="Next note").click()
    assert tab.evaluate(WALKED) == first > 0


def test_at_the_ends_of_a_part_links_lead_on(served, page):
    tab = page()
    tab.goto(f"{served}/{PART}?notes=evidence")
    bar = region(tab)
    tab.locator("details.note.evidence > summary").last.focus()
    bar.get_by_role("button", name="Previous note").press("Enter")
    bar.get_by_role("button", name="Next note").press("Enter")
    assert not bar.get_by_role("button", name="Next note").is_visible()
    bar.get_by_role("link", name="Next part").click()
    tab.wait_for_url(f"{served}/{NEXT_PART}?notes=evidence")
    assert set(tab.evaluate(SHOWN)) == {"evidence"}

    tab.goto(f"{served}/{LAST}")
    tab.locator("details.note > summary").last.focus()
    bar.get_by_role("button", name="Previous note").press("Enter")
    bar.get_by_role("button", name="Next note").press("Enter")
    assert bar.get_by_role("button", name="Next note").is_disabled()
    assert not bar.get_by_role("link", name="Next part").is_visible()


def test_open_all_and_close_all(served, page):
    tab = page()
    tab.goto(f"{served}/{PART}")
    more(tab)
    region(tab).get_by_role("button", name="Open all").click()
    assert tab.evaluate(OPEN) == tab.locator("details.note").count()
    region(tab).get_by_role("button", name="Close all").click()
    assert tab.evaluate(OPEN) == 0


def test_letters_do_nothing_until_switched_on_and_then_are_remembered(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}")
    for key in "npo":
        tab.keyboard.press(key)
    assert tab.evaluate(OPEN) == 0
    use_letters(tab)
    tab.reload()
    tab.keyboard.press("n")
    assert tab.evaluate(WALKED) >= 0
    tab.keyboard.press("Control+n")
    tab.keyboard.press("o")
    assert tab.evaluate(OPEN) == tab.locator("details.note").count()


def test_escape_closes_the_panel_before_it_leads_back(served, page):
    tab = page()
    tab.goto(f"{served}/{PART}")
    region(tab).get_by_role("button", name="Next note").press("Enter")
    more(tab)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Escape")
    assert not region(tab).get_by_role("button", name="Open all").is_visible()
    assert tab.evaluate("document.activeElement.matches('note-walk summary')")
    assert tab.evaluate(OPEN) == 1


def test_the_panel_closes_when_the_focus_leaves_the_bar(served, page):
    tab = page()
    tab.goto(f"{served}/{PART}")
    more(tab)
    tab.locator("details.note > summary").last.focus()
    assert not region(tab).get_by_role("button", name="Open all").is_visible()


def test_a_phrase_lights_its_note_and_a_note_its_phrase(served, page):
    tab = page(viewport={"width": 1440, "height": 900})
    tab.goto(f"{served}/{PART}")
    phrase = tab.locator("a.ref").nth(1)
    note = tab.locator(f"details.note:has([id='{phrase.get_attribute('href')[1:]}'])")
    for act in (phrase.hover, phrase.focus, note.locator("summary").hover, note.locator("summary").focus):
        tab.mouse.move(2, 300)
        tab.locator("a").first.focus()
        assert tab.locator(".lit").count() == 0
        act()
        assert tab.locator(".lit").count() == 2
        assert all("lit" in one.get_attribute("class") for one in (phrase, note)), act
