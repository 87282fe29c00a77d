"""A reader's own copy in the browser, from opening to forgetting, served and from a folder, by keyboard alone."""

from __future__ import annotations

import json

import pytest

from axe import violations
from browser import pages, parts
from dressed import OTHER_PART, PARAGRAPHS, PART, TEXT
from own_copy import COMPANION, DIALOG, FOUND, address, open_dialog, place, read, report, shown
from student import PACKET
from waiting import until

FOCUS = "document.activeElement.textContent.trim() || document.activeElement.id"
LIT = "[...document.querySelectorAll('.lit')].map(one => one.id || one.querySelector('.body').id)"


@pytest.fixture(params=["http", "file"])
def way(request) -> str:
    return request.param


@pytest.fixture
def start(bridges, server, way) -> str:
    return address(bridges, server, way)


@pytest.fixture
def served(bridges, server) -> str:
    return address(bridges, server, "http")


@pytest.fixture
def expected(way) -> list[str]:
    """The paragraphs that stand on the page where the copy is opened."""
    return PARAGRAPHS if way == "file" else PARAGRAPHS[:2]


def test_nothing_of_it_is_loaded_before_it_is_asked_for(served, page):
    tab, asked = page(), []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(served, wait_until="networkidle")
    before = set(asked)
    open_dialog(tab)
    start = served.removesuffix(PART)
    brought = {url.removeprefix(start) for url in set(asked) - before}
    assert brought == {"assets/js/open-copy.js", "assets/css/own-copy.css", "essay/fingerprints.js"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_whole_way_by_keyboard_with_axe_at_each_step(scheme, start, expected, page):
    tab = page(
        color_scheme=scheme,
        reduced_motion="reduce",
        viewport={"width": 1280, "height": 900},
        init="window.print = () => { window.printed = (window.printed ?? 0) + 1 }",
    )
    tab.goto(start)
    tab.get_by_role("button", name="Open my copy").focus()
    tab.keyboard.press("Enter")
    tab.locator(DIALOG).wait_for()
    assert not violations(tab)

    tab_to(tab, "own-text")
    tab.keyboard.insert_text(TEXT)
    tab_to(tab, "Place this text")
    tab.keyboard.press("Enter")
    assert FOUND in report(tab)
    until(tab, "() => document.activeElement.matches('.report')")
    assert not violations(tab)

    tab_to(tab, "Read it with the notes")
    tab.keyboard.press("Enter")
    until(tab, "() => document.activeElement.matches('.own-bar')")  # the focus goes to what was opened
    assert shown(tab) == expected
    assert not violations(tab)

    tab_to(tab, "Print with the notes")
    tab.keyboard.press("Enter")
    assert tab.evaluate("window.printed") == 1

    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.type("toll")
    tab.keyboard.press("Enter")
    assert tab.get_by_role("search", name="My copy").get_by_role("status").inner_text().startswith("1 of ")
    assert not violations(tab)

    phrase = "so did the monks who kept the crossings"
    tab_to(tab, phrase, most=80)
    tab.get_by_role("tooltip").get_by_text("Context").wait_for()
    tab.keyboard.press("Enter")
    note = tab.locator(".note .body").first
    note.wait_for()
    assert not violations(tab)
    for key in ("Tab",) * 6:
        if tab.evaluate("document.activeElement.matches('[role=doc-backlink]')"):
            break
        tab.keyboard.press(key)
    tab.keyboard.press("Enter")
    assert tab.evaluate("location.hash").startswith("#own-")

    tab.evaluate("document.querySelector('.own-bar').focus()")
    tab.keyboard.press("Tab")
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("document.documentElement.dataset.own") == "card"
    tab_to(tab, "Forget my copy")
    tab.keyboard.press("Enter")
    tab.get_by_text("Your copy is forgotten").wait_for()
    assert not shown(tab)
    assert not violations(tab)


def test_notes_are_pinned_to_the_phrases_of_the_copy_and_each_lights_the_other(start, page):
    tab = page()
    tab.goto(start)
    read(tab)
    first = tab.locator(".own").first.locator("a.ref")
    assert first.all_text_contents() == ["so did the monks who kept the crossings", "They took no toll from pilgrims"]
    phrase = first.first
    note = phrase.get_attribute("href")[1:]
    assert note.endswith("p1-monks")
    phrase.focus()
    lit = sorted([note, f"{note}-ref", f"own-{note}-ref"])
    assert sorted(tab.evaluate(LIT)) == lit
    tab.locator(f"details.note:has([id='{note}']) > summary").focus()
    assert sorted(tab.evaluate(LIT)) == lit

    phrase.click()
    body = tab.locator(f"[id='{note}']")
    assert body.is_visible()
    body.locator("[role=doc-backlink]").click()
    assert tab.url.endswith(f"#own-{note}-ref")


def test_the_walk_goes_on_from_a_phrase_of_the_copy(served, page):
    tab = page()
    tab.goto(served)
    read(tab)
    phrase = tab.locator(".own a.ref").nth(1)
    phrase.focus()
    tab.get_by_role("region", name="Notes").get_by_role("button", name="Next note").click()
    walked = tab.evaluate("document.activeElement.closest('details.note[open]').querySelector('.body').id")
    assert phrase.get_attribute("href") == f"#{walked}"
    tab.get_by_role("button", name="Return").click()
    assert tab.evaluate("document.activeElement.id") == phrase.get_attribute("id")


def test_a_phrase_of_the_copy_shows_its_whole_note_at_the_foot_of_a_phone(start, page):
    tab = page(viewport={"width": 390, "height": 844}, has_touch=True)
    tab.goto(start)
    read(tab)
    phrase = tab.locator(".own a.ref").first
    phrase.tap()
    foot = tab.get_by_role("dialog", name="Who kept the crossings")
    foot.wait_for()
    assert "Monks kept three" in foot.inner_text()
    assert not violations(tab)
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.id") == phrase.get_attribute("id")


def test_every_part_the_companion_and_assignments_open_a_copy_and_no_other_page(site, bundle):
    for folder in (site, bundle):
        having = {path for path in pages(folder) if 'class="open-copy"' in (folder / path).read_text(encoding="utf-8")}
        assignments = {path for path in pages(folder) if "classroom/assign" in path} - {"classroom/assign.html"}
        assert having == {*parts(folder), COMPANION, *assignments} | {PACKET}
        assert (folder / "assets/js/open-copy.js").is_file()
    assert not (bundle / "assets/pdfjs").exists()


def test_copy_card_or_both(served, page):
    tab = page()
    tab.goto(served)
    read(tab)
    card, own = tab.locator(".card .claim").first, tab.locator(".own").first
    for way, card_shown, own_shown in (("My copy", False, True), ("Card", True, False), ("Both", True, True)):
        tab.get_by_role("radio", name=way).check()
        assert (card.is_visible(), own.is_visible()) == (card_shown, own_shown)
    assert tab.locator("h2#p1").is_visible()


def test_on_paper_the_copy_stands_with_its_notes_open_beside_it(start, page):
    tab = page(viewport={"width": 800, "height": 1100})
    tab.goto(start)
    read(tab)
    tab.emulate_media(media="print")
    own, notes = tab.locator(".own").first, tab.locator("section.passage").first.locator("ol.notes")
    assert own.is_visible() and notes.locator(".body").first.is_visible()
    assert notes.bounding_box()["x"] >= own.bounding_box()["x"] + own.bounding_box()["width"]
    assert not tab.locator(".own-bar").is_visible()
    assert not tab.locator(".own-find").is_visible()


def test_find_counts_goes_on_and_back_and_knows_the_other_pages(served, page):
    tab = page()
    tab.goto(served)
    read(tab)
    field, line = tab.get_by_label("Find in my copy"), tab.get_by_role("search", name="My copy").get_by_role("status")
    field.fill("TOLL")
    assert line.inner_text() == "2 places"
    field.press("Enter")
    assert line.inner_text() == "1 of 2"
    tab.get_by_role("button", name="Next", exact=True).click()
    assert line.inner_text() == "2 of 2"
    field.press("Shift+Enter")
    assert line.inner_text() == "1 of 2"
    field.fill("ferryman")
    assert line.inner_text() == "0 places"
    assert tab.get_by_role("link", name="¶3").get_attribute("href").endswith(f"{OTHER_PART}#p3")
    assert tab.evaluate("CSS.highlights.get('own-found')?.size ?? 0") == 0


def test_the_export_is_annotations_with_places_in_the_copy_as_it_was_read(start, page):
    text = "\N{SLIGHTLY SMILING FACE} An emoji is one code point.\r\n\r\n" + TEXT
    tab = page()
    tab.goto(start)
    open_dialog(tab)
    tab.locator(DIALOG).locator("input[type=file]").set_input_files(
        {"name": "copy.txt", "mimeType": "text/plain", "buffer": text.encode()}
    )
    report(tab)
    tab.get_by_role("button", name="Read it with the notes").click()
    with tab.expect_download() as waiting:
        tab.get_by_role("button", name="Export these notes").click()
    page_of_notes = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert page_of_notes["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert page_of_notes["type"] == "AnnotationPage"
    assert len(page_of_notes["items"]) == tab.locator(".own a.ref").count() > 4
    for item in page_of_notes["items"]:
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert item["body"][0]["value"] and item["motivation"] == "commenting"


def test_it_works_with_the_network_switched_off(served, page):
    tab = page()
    tab.goto(served)
    dialog = open_dialog(tab)
    assert "switch your network off and try" in dialog.inner_text()
    tab.context.set_offline(True)
    assert FOUND in place(tab, TEXT)
    tab.get_by_role("button", name="Read it with the notes").click()
    assert shown(tab) == PARAGRAPHS[:2]
    tab.get_by_role("button", name="Forget my copy").click()
    tab.get_by_text("Your copy is forgotten").wait_for()


def test_in_a_folder_the_control_of_a_part_leads_to_the_companion(bridges, page):
    tab = page()
    tab.goto(f"{bridges.as_uri()}/{PART}")
    tab.get_by_role("button", name="Open my copy").click()
    tab.wait_for_url(f"**/{COMPANION}#*")
    tab.locator(DIALOG).wait_for()


def test_without_script_the_control_leads_to_the_help_page(served, page):
    tab = page(java_script_enabled=False)
    tab.goto(served)
    tab.get_by_role("link", name="Open my copy").click()
    tab.get_by_role("heading", name="Your own copy").wait_for()


def test_a_script_that_does_not_load_is_said(served, page, troubles):
    tab = page()
    tab.goto(served)
    tab.context.set_offline(True)
    tab.get_by_role("button", name="Open my copy").click()
    tab.get_by_role("button", name="it did not load").wait_for()
    troubles.clear()
    tab.context.set_offline(False)
    open_dialog(tab)


@pytest.mark.parametrize("width", [390, 320])
def test_nothing_scrolls_sideways_on_a_phone(width, served, page):
    tab = page(viewport={"width": width, "height": 800})
    tab.goto(served)
    open_dialog(tab)
    assert tab.locator(DIALOG).evaluate("dialog => dialog.scrollWidth - dialog.clientWidth") <= 0
    place(tab, TEXT)
    tab.get_by_role("button", name="Read it with the notes").click()
    tab.get_by_label("Find in my copy").fill("bridge")
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= width
    assert not violations(tab)


def tab_to(tab, name: str, most: int = 40) -> None:
    """Press Tab until the focus is on what has this text or id."""
    for _ in range(most):
        tab.keyboard.press("Tab")
        if tab.evaluate(FOCUS) == name:
            return
    pytest.fail(f"Tab does not reach {name!r}")
