"""A page of a private edition in use: axe, the keyboard, phrases and notes that light each other, paper."""

from __future__ import annotations

import pytest

from axe import violations
from browser import open_notes
from dressed import ESSAY, PARAGRAPHS, PART, dressed
from helpers import process

BOXES = """() => [...document.querySelectorAll('section.passage')].map(section =>
    ['.card', '.own', 'ol.notes'].map(name => section.querySelector(name).getBoundingClientRect())
        .map(({ top, bottom, left, right }) => ({ top, bottom, left, right })))"""


@pytest.fixture(scope="module")
def edition(once):
    """The private edition of the invented essay's companion."""

    def make(folder):
        outcome = process("build", "--article", ESSAY, "--root", dressed(folder))
        assert outcome.status == 0, outcome.err

    return once("private-page", make) / "site-private"


@pytest.fixture(params=["http", "file"])
def start(request, edition, server) -> str:
    return server(edition) if request.param == "http" else edition.as_uri()


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(width, scheme, edition, server, page):
    tab = page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    tab.goto(f"{server(edition)}/{PART}")
    assert tab.locator(".own .words").count() == 2 and tab.locator("aside.private").is_visible()
    assert not violations(tab)
    open_notes(tab)
    assert not violations(tab)
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= width


def test_the_frame_tells_whose_words_these_are(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}")
    frame = tab.get_by_role("group", name="Paragraph 1 in your copy")
    assert frame.locator(".words").inner_text() == PARAGRAPHS[0]
    assert frame.locator(".words").get_attribute("lang") == "en"
    assert frame.locator(".whose").inner_text().lower() == "your copy"


def test_by_keyboard_a_phrase_leads_to_its_note_and_back_and_the_walk_goes_on_from_it(start, page):
    tab = page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    tab.goto(f"{start}/{PART}")
    phrase = tab.locator(".own a.ref").first
    note = tab.locator(f"details.note:has({phrase.get_attribute('href')})")
    phrase.focus()
    tab.keyboard.press("Enter")
    note.locator(".back a").wait_for()
    back = note.locator(".back a")
    assert back.get_attribute("href") == f"#{phrase.get_attribute('id')}"
    back.focus()
    tab.keyboard.press("Enter")
    assert phrase.evaluate("phrase => phrase.matches(':target')")
    phrase.focus()
    tab.get_by_role("region", name="Notes").get_by_role("button", name="Next note").press("Enter")
    assert note.locator("summary").evaluate("summary => summary === document.activeElement")
    tab.keyboard.press("Escape")
    assert phrase.evaluate("phrase => phrase === document.activeElement")


def test_a_note_lights_its_phrases_in_card_and_copy_and_each_of_them_the_note(start, page):
    tab = page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    tab.goto(f"{start}/{PART}")
    phrase = tab.locator(".own a.ref").first
    id = phrase.get_attribute("href")
    note = tab.locator(f"details.note:has({id})")
    card = tab.locator(f".card a.ref[href='{id}']")
    for act in (phrase.hover, phrase.focus, card.focus, note.locator("summary").hover, note.locator("summary").focus):
        tab.mouse.move(2, 300)
        tab.locator("a").first.focus()
        assert tab.locator(".lit").count() == 0
        act()
        assert tab.locator(".lit").count() == 3
        assert all("lit" in one.get_attribute("class") for one in (phrase, card, note))


def test_on_paper_the_notes_stand_open_under_the_text_with_the_banner_over_all(edition, server, page):
    tab = page(viewport={"width": 700, "height": 900})
    tab.goto(f"{server(edition)}/{PART}")
    tab.emulate_media(media="print")
    assert tab.locator("aside.private").is_visible()
    for card, own, notes in tab.evaluate(BOXES):
        assert card["bottom"] <= own["top"] and own["bottom"] <= notes["top"]
        assert abs(own["left"] - notes["left"]) < 1 and own["right"] > 400
    assert tab.locator("details.note .body").count() > 4
    assert all(body.is_visible() for body in tab.locator("details.note .body").all())


def test_without_script_the_text_and_its_links_are_there(edition, page):
    tab = page(java_script_enabled=False)
    tab.goto(f"{edition.as_uri()}/{PART}")
    assert tab.locator(".own .words").first.inner_text() == PARAGRAPHS[0]
    tab.locator(".own a.ref").first.click()
    assert tab.locator("details.note[open]").count() == 1
