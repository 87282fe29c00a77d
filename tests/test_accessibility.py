"""WCAG 2.2 AA as far as a machine can tell: axe on what is opened by hand (test_axe has the pages), keyboard."""

from __future__ import annotations

import pytest

from axe import violations
from browser import PART, RESULTS, TEMPLATES, home, open_notes, pages, search_for

FOCUS = """() => {
    const at = document.activeElement, style = getComputedStyle(at)
    return { name: `${at.tagName} ${at.className} ${at.textContent.trim().slice(0, 30)}`, tag: at.tagName,
             phrase: at.matches('a.ref'), skip: at.matches('.md-skip'), hash: at.hash ?? '',
             ring: style.outlineStyle != 'none' && parseFloat(style.outlineWidth) >= 1, field: at.matches('input') }
}"""


@pytest.fixture
def start(request) -> str:
    return home(request, "http")


@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_while_the_search_is_open(width, start, page):
    tab = page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    tab.goto(f"{start}/{PART}")
    search_for(tab, "guarantee")
    assert tab.locator(f"{RESULTS} a").first.is_visible()
    assert not violations(tab)


def test_axe_finds_nothing_with_all_notes_closed_or_the_drawer_open(start, page):
    tab = page(viewport={"width": 390, "height": 900}, reduced_motion="reduce")
    tab.goto(f"{start}/{PART}")
    assert not violations(tab)
    tab.locator("label.md-header__button[for=__drawer]").click()
    tab.wait_for_timeout(400)
    assert not violations(tab)


def test_no_page_scrolls_sideways_on_a_phone(start, site, page):
    tab, wide = page(viewport={"width": 390, "height": 800}), []
    for path in pages(site):
        tab.goto(f"{start}/{path}")
        open_notes(tab)
        for width in (390, 320):
            tab.set_viewport_size({"width": width, "height": 800})
            if (needed := tab.evaluate("document.scrollingElement.scrollWidth")) > width:
                wide.append(f"{path}: {needed} px at {width}")
    assert not wide


def test_tab_reaches_the_skip_link_first_and_then_the_first_phrase(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}")
    tab.keyboard.press("Tab")
    assert tab.evaluate(FOCUS)["skip"]
    tab.keyboard.press("Enter")
    assert tab_to(tab, "phrase", 20)["hash"].startswith("#p5-")


def test_enter_on_a_phrase_opens_its_note_and_tab_goes_on_inside(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}")
    note = tab_to(tab, "phrase", 60)["hash"]
    tab.keyboard.press("Enter")
    body = tab.locator(f"[id='{note[1:]}']")
    assert body.is_visible()
    tab.keyboard.press("Tab")
    assert body.evaluate("body => body.contains(document.activeElement)"), tab.evaluate(FOCUS)["name"]


def test_a_note_opens_from_its_summary_by_keyboard(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}")
    note = tab.locator("details.note").first
    note.locator("summary").focus()
    for key, shown in (("Enter", True), ("Space", False)):
        tab.keyboard.press(key)
        assert note.locator(".body").is_visible() == shown


def test_the_mark_of_a_passage_is_named_by_its_number(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}")
    mark = tab.get_by_role("link", name="Paragraph 6", exact=True)
    assert mark.count() == 1
    assert mark.get_attribute("href") == "#p6"


def test_phrases_and_their_back_links_have_the_roles_of_notes(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}")
    phrases, notes = tab.locator("a.ref"), tab.locator("details.note")
    assert phrases.count() == notes.count() == tab.locator(".body [role=doc-backlink]").count() > 0
    assert tab.locator("a.ref:not([role=doc-noteref])").count() == 0


@pytest.mark.parametrize("template", ["front", "part", "sources"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_seen_on_every_stop(template, scheme, start, page):
    tab, unseen = page(color_scheme=scheme), []
    tab.goto(f"{start}/{TEMPLATES[template]}")
    for _ in range(40):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(FOCUS)
        if not stop["ring"] and stop["tag"] != "BODY":
            unseen.append(stop["name"])
    assert not unseen


def test_single_letters_do_nothing(start, page):
    """WCAG 2.1.4: nobody who speaks to the computer, or touches a key by chance, is sent elsewhere."""
    tab = page()
    tab.goto(f"{start}/{PART}")
    for key in "sfnp/,.":
        tab.keyboard.press(key)
    tab.wait_for_timeout(200)
    assert tab.url == f"{start}/{PART}"
    assert tab.evaluate("document.activeElement === document.body")


def tab_to(tab, what: str, limit: int) -> dict:
    """Press Tab until the focus is on `what`; fail when it takes more than `limit` times."""
    for _ in range(limit):
        tab.keyboard.press("Tab")
        if (stop := tab.evaluate(FOCUS))[what]:
            return stop
    pytest.fail(f"{limit} times Tab, and no {what}")
