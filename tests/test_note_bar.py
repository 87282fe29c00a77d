"""The bar of a part on any screen: axe, one row, nothing that moves or sticks out; on paper, and without script."""

from __future__ import annotations

from itertools import pairwise

import pytest

from axe import violations
from browser import PART, open_notes
from note_walk import REMEMBERED, SHOWN, box, more, region
from test_looks import SHIFTS


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_with_the_bar_open(width, scheme, served, page):
    options = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "reduced_motion": "reduce"}
    tab = page(init=REMEMBERED, **options)
    for path in (PART, "essay/index.html"):
        tab.goto(f"{served}/{path}")
        if path == PART:
            assert not violations(tab)
            region(tab).get_by_role("button", name="Next note").click()
            more(tab)
            box(tab, "craft").click()
            region(tab).get_by_text("Keyboard").click()
        assert not violations(tab), path


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_the_bar_is_one_row_and_nothing_in_it_overlaps(width, served, page):
    tab = page(viewport={"width": width, "height": 800}, init=REMEMBERED)
    tab.goto(f"{served}/{PART}?notes=evidence,since")
    for _ in range(2):
        boxes = tab.evaluate("""[...document.querySelectorAll('note-walk > *, reading-place > a, reading-place > span')]
            .filter(one => one.localName != 'reading-place' && one.checkVisibility())
            .map(one => one.getBoundingClientRect()).filter(box => box.width)
            .map(({ left, right, top, bottom }) => [left, right, top, bottom]).sort((a, b) => a[0] - b[0])""")
        assert len(boxes) > 3
        assert all(one[1] <= other[0] + 0.5 for one, other in pairwise(boxes)), boxes
        assert boxes[0][0] >= 0 and boxes[-1][1] <= width
        height = tab.locator("note-walk").bounding_box()["height"]
        assert height <= 48
        region(tab).get_by_role("button", name="Next note").click()


def test_nothing_is_wider_than_a_phone_with_the_panel_open(served, page):
    tab = page(viewport={"width": 320, "height": 700})
    tab.goto(f"{served}/{PART}")
    open_notes(tab)
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= 320
    panel = tab.locator("note-walk > details > div").bounding_box()
    assert panel["x"] >= 0 and panel["x"] + panel["width"] <= 320 and panel["y"] >= 0


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("filtered", [False, True])
def test_nothing_moves_while_bar_filter_and_place_come(filtered, width, served, page):
    memory = f"""{REMEMBERED}
        if (location.protocol === "http:") localStorage.setItem("/.notes", '"evidence"')"""
    tab = page(viewport={"width": width, "height": 900}, init=SHIFTS + (f"\n{memory}" if filtered else ""))
    for path in (PART, "essay/index.html"):
        tab.goto(f"{served}/{path}", wait_until="networkidle")
        assert sum(tab.evaluate("shifts")) < 0.01, path
    tab.goto(f"{served}/{PART}")
    assert (set(tab.evaluate(SHOWN)) == {"evidence"}) == filtered


def test_print_hides_the_bar_and_shows_every_note(served, page):
    tab = page()
    tab.goto(f"{served}/{PART}?notes=craft")
    region(tab).get_by_role("button", name="Next note").click()
    tab.emulate_media(media="print")
    for chrome in ("note-walk", "reading-place", ".onward"):
        assert not tab.locator(chrome).first.is_visible(), chrome
    assert len(tab.evaluate(SHOWN)) == tab.locator("details.note").count()


def test_without_script_there_is_no_bar(served, page):
    tab = page(java_script_enabled=False)
    for path in (PART, "essay/index.html"):
        tab.goto(f"{served}/{path}")
        assert not tab.locator("note-walk, reading-place, note-filter").first.is_visible()
