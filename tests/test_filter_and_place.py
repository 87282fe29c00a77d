"""What the bar of a part remembers, the kinds of note and the place; whatever stands in the address and the storage."""

from __future__ import annotations

import json

import pytest

from browser import PART, without_storage
from note_walk import OPEN, SHOWN, WALKED, box, more, region, scroll_to, use_letters

LAST = "essay/7-a-possible-thaw.html"


def test_the_filter_hides_other_kinds_and_is_remembered_and_carried_by_the_address(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}")
    everything = tab.evaluate(SHOWN)
    more(tab)
    for kind in ("context", "perspective", "since"):
        box(tab, kind).click()
    wanted = [kind for kind in everything if kind in ("evidence", "craft")]
    assert tab.evaluate(SHOWN) == wanted
    assert region(tab).get_by_text(f"{len(wanted)} of {len(everything)} notes shown").is_visible()
    assert tab.evaluate("location.search") == "?notes=evidence,craft"
    unmarked = tab.locator("a.ref.context").first
    assert "rgba(0, 0, 0, 0)" in unmarked.evaluate("phrase => getComputedStyle(phrase).textDecorationColor")

    tab.reload()
    assert tab.evaluate(SHOWN) == wanted
    tab.goto(f"{start}/{PART}")
    assert tab.evaluate(SHOWN) == wanted, "forgotten"
    tab.goto(f"{start}/{PART}?notes=context")
    assert set(tab.evaluate(SHOWN)) == {"context"}, "the address goes first"
    tab.goto(f"{start}/{PART}")
    assert tab.evaluate(SHOWN) == wanted, "an address is not a choice to be remembered"

    more(tab)
    for kind in ("context", "perspective", "since"):
        box(tab, kind).click()
    assert tab.evaluate(SHOWN) == everything
    assert tab.evaluate("location.search") == ""
    for kind in ("context", "evidence", "perspective", "craft", "since"):
        box(tab, kind).click()
    assert tab.evaluate(SHOWN) == everything, "without any kind there is nothing to show: all again"


def test_the_walk_passes_over_notes_filtered_out_and_a_link_opens_one(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}?notes=evidence")
    for _ in range(3):
        region(tab).get_by_role("button", name="Next note").click()
        assert tab.evaluate("document.activeElement.parentElement.classList.contains('evidence')")
    tab.goto(f"{start}/{PART}?notes=craft#p6-successor")
    assert tab.locator("[id='p6-successor'] > p").first.is_visible()
    phrase = tab.locator("a.ref.evidence").first
    phrase.click()
    assert tab.locator(phrase.get_attribute("href").replace("#", "[id='") + "'] > p").first.is_visible()


RUBBISH = ["%00", "%", "x" * 10_000, "nothing", "<script>alert(1)</script>", "Evidence", ",,,", "", "__proto__"]


@pytest.mark.parametrize("rubbish", RUBBISH, ids=lambda text: text[:9])
def test_rubbish_in_the_address_changes_nothing(rubbish, start, page):
    tab, dialogs = page(), []
    tab.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for address in (f"?notes={rubbish}", f"#{rubbish}", f"?notes={rubbish}#{rubbish}"):
        tab.goto("about:blank")
        tab.goto(f"{start}/{PART}{address}")
        assert len(tab.evaluate(SHOWN)) == tab.locator("details.note").count()
        assert tab.evaluate(OPEN) == 0
        region(tab).get_by_role("button", name="Next note").click()
        assert tab.evaluate(WALKED) == 0
    assert not dialogs


def test_known_kinds_among_rubbish_count(served, page):
    tab = page()
    tab.goto(f"{served}/{PART}?notes=evidence,%00,craft,<b>")
    assert set(tab.evaluate(SHOWN)) == {"evidence", "craft"}


def test_the_place_is_shown_and_remembered_once_the_reader_has_scrolled(start, page):
    tab = page(viewport={"width": 1200, "height": 800})
    tab.goto(f"{start}/{PART}#p8", wait_until="load")
    tab.wait_for_timeout(600)
    assert region(tab).get_by_text("¶8 of 26").is_visible()
    assert region(tab).get_by_text("min left").is_visible()
    tab.goto(f"{start}/essay/index.html")
    assert not tab.get_by_role("link", name="Resume").is_visible(), "nobody has read there yet"

    tab.goto(f"{start}/{PART}", wait_until="load")
    tab.wait_for_timeout(600)
    scroll_to(tab, "#p7")
    for path in (LAST, "essay/index.html", "index.html"):
        tab.goto(f"{start}/{path}")
        assert tab.get_by_role("link", name="Resume at ¶7", exact=True).is_visible(), path
    tab.get_by_role("link", name="Resume at ¶7", exact=True).click()
    tab.wait_for_url(f"{start}/{PART}#p7")
    tab.wait_for_timeout(300)
    assert not tab.get_by_role("link", name="Resume").is_visible()


CORRUPT = [
    "{",
    "null",
    "[]",
    '"x"',
    "7",
    '{"page": "javascript:alert(1)", "passage": 3}',
    '{"page": "../x.html", "passage": 3}',
    '{"page": "a.html", "passage": 99}',
    '{"page": "a.html", "passage": "<b>"}',
]


@pytest.mark.parametrize("corrupt", CORRUPT)
def test_corrupt_storage_changes_nothing(corrupt, served, page):
    store = f"""if (location.protocol === "http:") for (const key of ["notes", "place", "keys"])
        localStorage.setItem(`/.${{key}}`, {json.dumps(corrupt)})"""
    tab = page(init=store)
    for path in (PART, "essay/index.html", "index.html"):
        tab.goto(f"{served}/{path}")
        assert not tab.get_by_role("link", name="Resume").is_visible()
    tab.goto(f"{served}/{PART}")
    assert len(tab.evaluate(SHOWN)) == tab.locator("details.note").count()
    tab.keyboard.press("n")
    assert tab.evaluate(OPEN) == 0
    region(tab).get_by_role("button", name="Next note").click()
    assert tab.evaluate(WALKED) == 0


def test_everything_works_where_storage_is_blocked(start, browser, tmp_path, troubles):
    with without_storage(browser, tmp_path, troubles) as context:
        tab = context.new_page()
        tab.goto(f"{start}/{PART}")
        use_letters(tab)
        tab.keyboard.press("n")
        assert tab.evaluate(WALKED) >= 0
        more(tab)
        box(tab, "craft").click()
        assert "craft" not in tab.evaluate(SHOWN)
        scroll_to(tab, "#p7")
    assert not troubles


def test_storage_that_is_full_is_no_error(start, page):
    tab = page(init="Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    tab.goto(f"{start}/{PART}")
    more(tab)
    box(tab, "craft").click()
    assert "craft" not in tab.evaluate(SHOWN)
