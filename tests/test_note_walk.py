"""The bar of a part: walking the notes and coming back, the filter, the place; over HTTP and from the folder."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from axe import violations
from browser import PART, open_notes, without_storage
from test_looks import SHIFTS

LAST = "essay/7-a-possible-thaw.html"
NEXT_PART = "essay/3-all-seated-at-the-table.html"
# The note whose summary has the focus, if it is open, by its place in the page.
WALKED = """[...document.querySelectorAll('details.note')].findIndex(note =>
    note.open && note.firstElementChild === document.activeElement)"""
OPEN = "document.querySelectorAll('details.note[open]').length"
SHOWN = """[...document.querySelectorAll('details.note')].filter(note => note.checkVisibility())
    .map(note => note.classList[1])"""
COVERED = """() => {
    const box = document.activeElement.getBoundingClientRect()
    const bar = document.querySelector('note-walk').getBoundingClientRect()
    return box.bottom > bar.top || box.top < document.querySelector('.md-header').getBoundingClientRect().bottom
}"""
REMEMBERED = """if (location.protocol === "http:")
    localStorage.setItem("/.place", '{"page": "x.html", "passage": 20}')"""


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


def test_nothing_is_wider_than_a_phone_with_the_panel_open(served, page):
    tab = page(viewport={"width": 320, "height": 700})
    tab.goto(f"{served}/{PART}")
    open_notes(tab)
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= 320
    panel = tab.locator("note-walk > details > div").bounding_box()
    assert panel["x"] >= 0 and panel["x"] + panel["width"] <= 320 and panel["y"] >= 0


def region(tab):
    return tab.get_by_role("region", name="Notes", exact=True)


def press(tab, button) -> None:
    """By keyboard, as somebody does who has no mouse."""
    button.focus()
    tab.keyboard.press("Enter")


def more(tab) -> None:
    panel = tab.locator("note-walk > details")
    if not panel.evaluate("panel => panel.open"):
        panel.locator("> summary").press("Enter")


def box(tab, kind: str):
    return region(tab).get_by_role("checkbox", name=kind)


def use_letters(tab) -> None:
    more(tab)
    region(tab).get_by_text("Keyboard").click()
    region(tab).get_by_role("checkbox", name="Single-letter shortcuts").check()
    more_summary = tab.locator("note-walk > details > summary")
    more_summary.press("Enter")


def scroll_to(tab, selector: str) -> None:
    """With the wheel, until `selector` stands in the upper third of the window."""
    tab.mouse.move(300, 300)
    for _ in range(60):
        top = tab.locator(selector).bounding_box()["y"]
        if top < 200:
            break
        tab.mouse.wheel(0, min(top - 150, 400))
        tab.wait_for_timeout(60)
    tab.wait_for_timeout(300)
