"""The timeline's strip: narrowed to themes, widened, linked, printed; over HTTP and from the folder."""

from __future__ import annotations

import pytest

from axe import violations
from browser import home

TIMELINE = "timeline/index.html"
MARKS, EVENTS = ".strip svg a", "section.event"


@pytest.fixture(params=["http", "file"])
def opened(request, page):
    """opened(query, **options): the timeline in a window."""

    def visit(query: str = "", **options):
        tab = page(**options)
        tab.goto(f"{home(request, request.param)}/{TIMELINE}{query}")
        return tab

    return visit


def shown(tab) -> tuple[int, int]:
    return tab.locator(f"{MARKS}:visible").count(), tab.locator(f"{EVENTS}:visible").count()


def test_marks_and_list_are_narrowed_to_themes_and_the_address_says_so(opened):
    tab = opened()
    everything = tab.locator(MARKS).count()
    assert shown(tab) == (everything, everything) and everything > 100
    for theme in ("Battlefield", "The West"):
        tab.get_by_label(theme).press("Space")
    rest, listed = shown(tab)
    assert rest == listed < everything
    assert tab.locator("event-filter output").inner_text() == f"{rest} of {everything} events shown"
    assert tab.url.endswith("?themes=talks,law")
    tab.reload()
    assert shown(tab) == (rest, rest)
    tab.emulate_media(media="print")
    assert tab.locator(f"{EVENTS}:visible").count() == everything


@pytest.mark.parametrize("query", ["?themes=%00", "?themes=unknown", "?themes=" + "x" * 10_000, "?themes=<script>"])
def test_rubbish_in_the_address_changes_nothing(query, opened):
    tab = opened(query)
    assert shown(tab) == (tab.locator(MARKS).count(),) * 2


def test_a_link_to_an_event_that_is_out_shows_it(opened):
    tab = opened("?themes=battlefield")
    id = tab.locator(f"{EVENTS}.out [id]").first.get_attribute("id")
    tab.evaluate("id => { location.hash = id }", id)
    tab.locator(f"[id='{id}']").wait_for()
    assert "themes" not in tab.url


@pytest.mark.parametrize("width", [390, 1440])
def test_the_strip_is_widened_by_keys_and_buttons_with_its_middle_kept(width, opened):
    tab = opened(viewport={"width": width, "height": 900})
    box, wide = tab.locator(".strip > div"), "box => box.scrollWidth"
    middle = "box => (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth"
    first, where = box.evaluate(wide), box.evaluate(middle)
    tab.get_by_role("button", name="Wider").press("Enter")
    assert box.evaluate(wide) == pytest.approx(1.5 * first, abs=3)
    assert box.evaluate(middle) == pytest.approx(where, abs=0.02)
    tab.keyboard.press("0")
    assert box.evaluate(wide) == first


def test_without_script_the_figure_is_there_and_its_controls_are_not(opened):
    tab = opened("?themes=law", java_script_enabled=False)
    assert not tab.locator("event-filter").is_visible()
    assert shown(tab) == (tab.locator(MARKS).count(),) * 2


def test_no_rule_of_axe_is_broken_while_in_use(request, page):
    tab = page()
    tab.goto(f"{home(request, 'http')}/{TIMELINE}?themes=law")
    tab.get_by_role("button", name="Wider").click()
    assert not violations(tab)
