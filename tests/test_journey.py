"""A reader's way through the companion by keys alone: at each step something has the focus, and shows it."""

from __future__ import annotations

import pytest

from browser import PART, home
from note_walk import SHOWN, WALKED, region
from waiting import until

# Empty when something has the focus and a ring; the points of a figure are filled instead.
UNSEEN = """() => {
    const at = document.activeElement
    if (!at || at === document.body) return 'nothing has the focus'
    if (at.matches('.strip a')) return ''
    const { outlineStyle, outlineWidth } = getComputedStyle(at)
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 ? '' : `${at.outerHTML.slice(0, 90)} has no ring`
}"""


def seen(tab) -> None:
    fault = tab.evaluate(UNSEEN)
    assert not fault, fault


def tab_to(tab, selector: str, key: str = "Tab", most: int = 250) -> None:
    """Press Tab until what has the focus matches; at every stop on the way the focus must be seen."""
    for _ in range(most):
        tab.keyboard.press(key)
        seen(tab)
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{most} times {key}, and never at {selector}")


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_reader_goes_all_the_way_by_keys_and_the_focus_is_never_lost(way, request, page):
    tab, start = page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce"), home(request, way)
    tab.goto(f"{start}/{PART}")
    tab_to(tab, "details.note > summary")

    for _ in range(2):  # the bar stands last; from a note, its own button leads on
        if tab.evaluate(WALKED) < 0:
            tab.keyboard.press("Enter")
        tab_to(tab, "details[open] .onward" if tab.locator(".onward").count() else "note-walk [name=next]")
        tab.keyboard.press("Enter")
        seen(tab)
        assert tab.evaluate(WALKED) >= 0
    tab.keyboard.press("Escape")
    seen(tab)

    tab_to(tab, ".card a.term", "Shift+Tab")
    tab.locator(".peek").wait_for()
    tab.keyboard.press("Escape")
    tab.locator(".peek").wait_for(state="detached")
    seen(tab)

    tab_to(tab, "note-walk > details > summary")
    tab.keyboard.press("Enter")
    tab_to(tab, "note-filter [value=context]")
    tab.keyboard.press("Space")
    seen(tab)
    assert "context" not in tab.evaluate(SHOWN)
    tab.keyboard.press("Escape")
    seen(tab)

    tab_to(tab, "section.passage a.mark", "Shift+Tab")
    until(tab, "() => document.querySelector('note-walk progress').value > 4 && __md_get('place')")
    tab.keyboard.press("Control+Home")
    tab_to(tab, ".md-tabs a[href$='essay/index.html'], .md-tabs a[href='index.html']", "Shift+Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/essay/index.html")
    tab_to(tab, "reading-place > a")
    assert tab.evaluate("document.activeElement.textContent").startswith("Resume at ¶")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/essay/2-*.html#p*")
    tab_to(tab, "a, summary, button")
    assert region(tab).is_visible() and "context" not in tab.evaluate(SHOWN)
