"""With JavaScript off everything can still be read, and every note reached and left again."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from browser import PART, home, pages, parts

CONTROLS = ".card > .tools"  # "Cite", and with script "Copy link": something to do, nothing to read
BESIDE_CONTROLS = """lines => lines.map(line => {
    const rest = line.cloneNode(true)
    for (const control of rest.querySelectorAll("a, button")) control.remove()
    return rest.textContent.replaceAll("·", "").trim()
})"""


@pytest.fixture
def start(request, site) -> str:
    return home(request, "http")


WITH_SCRIPT = ("classroom/assign", "classroom/collect", "packet.html")  # assign, assignment and assignments/


def test_every_page_says_the_same_without_script(start, site, page):
    plain, scripted = page(java_script_enabled=False), page()
    for path in pages(site):
        if path.startswith(WITH_SCRIPT):  # they are for writing, and say what they lack without script
            plain.goto(f"{start}/{path}")
            assert path == "packet.html" or plain.locator(".plain").first.is_visible(), path
            continue
        assert words(plain, f"{start}/{path}") == words(scripted, f"{start}/{path}"), path


@pytest.mark.parametrize("script", [False, True])
def test_the_lines_left_out_of_that_comparison_hold_controls_only(script, start, site, page):
    tab = page(java_script_enabled=script)
    for path in parts(site):
        tab.goto(f"{start}/{path}")
        lines = tab.locator(CONTROLS).evaluate_all(BESIDE_CONTROLS)
        assert lines and not any(lines), path


def test_a_link_to_any_note_opens_it(start, site, page):
    tab = page(java_script_enabled=False)
    for path in parts(site):
        for note in ids(site / path, ".note .body"):
            tab.goto(f"{start}/{path}#{note}")
            assert tab.locator(f"[id='{note}'] > p").first.is_visible(), f"{path}#{note}"


def test_a_link_from_another_page_opens_the_note(start, page):
    tab = page(java_script_enabled=False)
    tab.goto(f"{start}/notes.html")
    link = tab.locator(f".md-content a[href^='{PART}#p6-']").first
    note = link.get_attribute("href").split("#")[1]
    link.click()
    tab.wait_for_url(f"**/{PART}#{note}")
    assert tab.locator(f"[id='{note}'] > p").first.is_visible()


def test_from_the_phrase_to_its_note_and_back(start, site, page):
    tab = page(java_script_enabled=False)
    tab.goto(f"{start}/{PART}")
    for phrase in ids(site / PART, "a.ref"):
        note = phrase.removesuffix("-ref")
        tab.locator(f"[id='{phrase}']").click()
        back = tab.locator(f"[id='{note}'] [role=doc-backlink]")
        assert back.is_visible(), note
        back.click()
        assert tab.url.endswith(f"#{phrase}")
        assert in_window(tab, phrase), phrase


def test_a_note_opens_and_closes_by_its_summary(start, page):
    tab = page(java_script_enabled=False)
    tab.goto(f"{start}/{PART}")
    note = tab.locator("details.note").first
    for shown in (True, False):
        note.locator("summary").click()
        assert note.locator(".body").is_visible() == shown


def test_without_script_the_pages_are_reached_by_links(start, page):
    """From the front page, by the door "Read", to a part, to the next part."""
    tab = page(java_script_enabled=False)
    tab.goto(f"{start}/index.html")
    tab.locator(".md-content").get_by_role("link", name="Read", exact=True).click()
    tab.locator(".md-content").get_by_role("link", name="Far Horizon").first.click()
    tab.wait_for_url(f"**/{PART}*")
    tab.locator(".md-footer__link--next").click()
    tab.wait_for_url("**/essay/3-*.html")


def words(tab, address: str) -> list[str]:
    tab.goto(address)
    tab.locator(f"{CONTROLS}, event-filter").evaluate_all("lines => lines.forEach(line => { line.remove() })")
    return tab.locator("article").inner_text().split()


def ids(path, selector: str) -> list[str]:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    return [node.attributes["id"] for node in tree.css(selector)]


def in_window(tab, id: str) -> bool:
    box = tab.locator(f"[id='{id}']").bounding_box()
    return box is not None and 0 <= box["y"] <= tab.viewport_size["height"]
