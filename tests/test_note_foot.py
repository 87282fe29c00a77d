"""The whole note of a tapped phrase, at the foot of a phone's screen; over HTTP and from the folder."""

from __future__ import annotations

from functools import partial
from itertools import product

import pytest

from axe import violations
from browser import PART, requested

PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
PHRASE = "#p6-successor-ref"
FOCUSED = "element => element === document.activeElement"
COVERED = """() => {
    const box = document.querySelector(".note-foot").getBoundingClientRect()
    return [...document.querySelector("a:has(+ .note-foot)").getClientRects()]
        .some(line => line.bottom > box.top && line.top < box.bottom)
}"""
AT = """(link, block) => {
    link.scrollIntoView({ block, behavior: "instant" })
    const { left, top, width, height } = link.getClientRects()[0]
    return [left + width / 2, top + height / 2]
}"""
TWICE = """() => {
    const ids = [...document.querySelectorAll("[id]")].map(element => element.id)
    return ids.filter((id, at) => ids.indexOf(id) < at)
}"""


@pytest.fixture
def opened(opened):
    """opened(**options): the part on a phone."""
    return partial(opened, **PHONE)


def tapped(tab, phrase: str = PHRASE, block: str = "center"):
    """The note of a phrase, shown by a tap on the phrase's first line where it stands in the window."""
    link = tab.locator(phrase)
    tab.touchscreen.tap(*link.evaluate(AT, block))
    box = tab.locator(".note-foot")
    box.wait_for()
    return box


def test_a_tapped_phrase_shows_its_whole_note_and_the_list_stays_as_it_was(opened):
    tab = opened()
    tab.wait_for_load_state("networkidle")
    asked = requested(tab)
    box = tapped(tab)
    note = tab.locator("details.note:has([id='p6-successor'])")
    for part in (".kind", ".verdict", ".title", ".src"):
        assert box.locator(part).text_content() == note.locator(part).text_content(), part
    shown = [text.text_content() for text in box.locator(".body > p").all()]
    assert shown == [text.text_content() for text in note.locator(".body > p:not(.back)").all()] and len(shown) > 1
    assert box.get_attribute("aria-label") == "Evidence, supported, Ruled out, but for how long?"
    assert note.evaluate("note => !note.open") and "#" not in tab.url
    assert not tab.evaluate(TWICE)
    assert [address.rsplit("/", 1)[1] for address in asked] == ["note-foot.js"]


@pytest.mark.parametrize(("width", "height"), [(390, 800), (800, 360), (320, 256)])
def test_the_note_covers_its_phrase_nowhere_in_the_window(width, height, opened):
    tab = opened(viewport={"width": width, "height": height})
    ids = [phrase.get_attribute("id") for phrase in tab.locator("a.ref").all()[::9]]
    for phrase, block in product(ids, ["start", "center", "end"]):
        box = tapped(tab, f"#{phrase}", block)
        assert not tab.evaluate(COVERED)
        place = box.bounding_box()
        assert place["x"] == 0 and place["width"] == width
        assert place["height"] >= 60
        assert place["y"] == 0 or place["y"] + place["height"] == height
        box.get_by_role("button", name="Close").tap()


def test_the_note_scrolls_inside_and_stays_clear_of_the_phrase_when_the_page_scrolls(opened):
    tab = opened()
    box = tapped(tab)
    assert box.evaluate("box => box.scrollHeight > box.clientHeight")
    box.locator(".src").scroll_into_view_if_needed()
    assert box.locator(".src").evaluate(
        "line => line.getBoundingClientRect().bottom <= line.closest('.note-foot').getBoundingClientRect().bottom"
    )
    assert box.get_by_role("button", name="Close").is_visible()
    for _ in range(6):
        tab.evaluate("scrollBy({ top: -60, behavior: 'instant' })")
        tab.evaluate("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))")
        assert not tab.evaluate(COVERED)


@pytest.mark.parametrize("way", ["Escape", "Close", "outside", "again"])
def test_the_focus_goes_in_and_comes_back_to_the_phrase(way, opened):
    tab = opened()
    box = tapped(tab)
    assert box.evaluate(FOCUSED)
    if way == "Escape":
        tab.keyboard.press("Escape")
    elif way == "Close":
        box.get_by_role("button", name="Close").tap()
    elif way == "again":
        tab.locator(PHRASE).tap()
    else:
        area = box.bounding_box()  # at the head of the screen or at its foot
        above = area["y"] > 200
        tab.touchscreen.tap(385, area["y"] - 20 if above else area["y"] + area["height"] + 20)
    box.wait_for(state="detached")
    assert tab.locator(PHRASE).evaluate(FOCUSED)
    assert tab.locator(".peek").count() == 0


def test_the_next_phrase_tapped_shows_its_own_note(opened):
    tab = opened()
    tapped(tab)
    tab.locator("section.passage:has(#p6) a.ref.context").first.tap()
    tab.locator(".note-foot.context").wait_for()
    assert tab.locator(".note-foot").count() == 1


def test_by_keyboard_the_way_leads_through_the_note_and_out_of_it(opened):
    tab = opened()
    box = tapped(tab)
    stops = box.locator("a, button").count()
    for _ in range(stops):
        tab.keyboard.press("Tab")
        assert box.evaluate("box => box.contains(document.activeElement)")
    tab.keyboard.press("Tab")
    box.wait_for(state="detached")
    assert tab.evaluate("document.activeElement !== document.body")


def test_in_the_list_leads_to_the_note_itself(opened):
    tab = opened()
    for _ in range(2):  # the second time the address stays as it is
        box = tapped(tab)
        box.get_by_role("link", name="In the list").tap()
        box.wait_for(state="detached")
        tab.wait_for_url("**#p6-successor")
        tab.locator("[id='p6-successor'] > p").first.wait_for()
        tab.locator("details.note:has([id='p6-successor'])").evaluate("note => { note.open = false }")


def test_a_link_in_the_note_shows_its_card_and_escape_puts_away_one_at_a_time(opened):
    tab = opened()
    box = tapped(tab)
    box.locator("a.person").first.tap()
    tab.locator(".note-foot .peek").wait_for()
    tab.keyboard.press("Escape")
    tab.locator(".peek").wait_for(state="detached")
    assert box.is_visible()
    box.locator("a.source").first.tap()
    box.get_by_role("link", name="Go to").tap()
    tab.wait_for_url("**/sources/index.html#*")


def test_by_keyboard_and_on_a_wide_screen_a_phrase_leads_to_its_note(start, page):
    for options in (PHONE, {"viewport": {"width": 1440, "height": 900}}):
        tab = page(**options)
        tab.goto(f"{start}/{PART}")
        tab.locator(PHRASE).press("Enter") if options is PHONE else tab.locator(PHRASE).click()
        tab.wait_for_url("**#p6-successor")
        tab.locator("[id='p6-successor'] > p").first.wait_for()
        assert tab.locator(".note-foot").count() == 0


def test_where_the_script_cannot_come_the_phrase_leads_to_its_note(start, page, troubles):
    tab = page(**PHONE)
    tab.goto(f"{start}/{PART}")
    tab.route("**/note-foot.js", lambda route: route.abort())
    tab.locator(PHRASE).tap()
    tab.wait_for_url("**#p6-successor")
    tab.locator("[id='p6-successor'] > p").first.wait_for()
    troubles[:] = [trouble for trouble in troubles if "note-foot.js" not in trouble]


def test_the_note_at_the_foot_is_not_printed(opened):
    tab = opened()
    box = tapped(tab)
    tab.emulate_media(media="print")
    assert not box.is_visible()


@pytest.mark.parametrize("block", ["center", "end"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_note_at_the_foot(scheme, block, served, page):
    tab = page(**PHONE, color_scheme=scheme, reduced_motion="reduce")
    tab.goto(f"{served}/{PART}")
    tapped(tab, block=block)
    assert not violations(tab)
