"""What a reader would notice at once, without comparing pictures: the line, the jump, the header, paper, colours."""

from __future__ import annotations

import pytest

from browser import PART, TEMPLATES, hidden_by_header, home

NOTE = f"/{PART}#p6-successor"
KINDS = ["context", "evidence", "perspective", "craft", "since"]
# Characters in each full line of the cards' analysis: the last line of a paragraph does not count.
LINES = """() => [...document.querySelectorAll('.card > p:not(.claim)')].flatMap(paragraph => {
    const lines = new Map(), range = document.createRange()
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
    for (let node; node = walker.nextNode();)
        for (let at = 0; at < node.length; at++) {
            range.setStart(node, at); range.setEnd(node, at + 1)
            const line = Math.round(range.getBoundingClientRect().bottom / 12)
            lines.set(line, (lines.get(line) ?? 0) + 1)
        }
    return [...lines.values()].slice(0, -1)
})"""
SHIFTS = """window.shifts = []
new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push(entry.value)))
    .observe({ type: 'layout-shift', buffered: true })"""
KIND = """kind => {
    const word = document.querySelector(`.note.${kind} .kind`), shape = getComputedStyle(word, '::before')
    return { word: word.textContent, shape: shape.content, shown: shape.display != 'none',
             same: shape.color == getComputedStyle(document.body).backgroundColor }
}"""
SHEET = {"width": 627, "height": 940}  # the text of an A4 sheet: 210 mm less the margins of print.css, 96 px an inch
# What is seen and holds text that its own box hides, in words. What is left out of sight on purpose is 1 px or clipped,
# and a box that scrolls hides nothing. Material's own search and the drawer are shut.
CUT = """() => [...document.querySelectorAll('main *, footer *, note-walk *, reading-place *, .md-header__title *')]
    .filter(node => node.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter(node => {
        const style = getComputedStyle(node)
        const hides = way => ['hidden', 'clip'].includes(style[way]) && style.clipPath == 'none'
        return node.clientWidth > 1 && (hides('overflowX') && node.scrollWidth > node.clientWidth + 1 ||
                                        hides('overflowY') && node.scrollHeight > node.clientHeight + 1)
    })
    .map(node => `${node.tagName}.${node.className}: ${node.textContent.trim().slice(0, 60)}`)"""
SEEN = "node => node.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })"


@pytest.fixture
def start(request) -> str:
    return home(request, "http")


@pytest.mark.parametrize("width", [1440, 768])
def test_a_line_of_text_has_55_to_75_characters(width, start, page):
    tab = page(viewport={"width": width, "height": 900})
    tab.goto(f"{start}/{PART}")
    lines = sorted(tab.evaluate(LINES))
    assert len(lines) > 5
    assert 55 <= lines[len(lines) // 2] <= 75, lines


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("anchor", ["", "#p6"])
def test_nothing_moves_while_a_part_loads(width, anchor, start, page):
    """Not asked of a link to a note: Chromium itself opens the note, after it has begun to paint."""
    tab = page(viewport={"width": width, "height": 900}, init=SHIFTS, color_scheme="dark")
    tab.goto(f"{start}/{PART}{anchor}", wait_until="networkidle")
    assert sum(tab.evaluate("shifts")) < 0.01


@pytest.mark.parametrize("width", [390, 1440])
def test_a_passage_linked_to_is_not_hidden_by_the_header(width, start, page):
    tab = page(viewport={"width": width, "height": 700})
    tab.goto(f"{start}/{PART}#p6", wait_until="networkidle")
    assert not hidden_by_header(tab, tab.locator("#p6"))


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("width", [390, 1440])
def test_a_note_linked_to_shows_its_title_below_the_header(width, script, start, page):
    tab = page(viewport={"width": width, "height": 700}, java_script_enabled=script)
    tab.goto(start + NOTE, wait_until="networkidle")
    note = tab.locator("details.note:has(:target)")
    assert not hidden_by_header(tab, note.locator(".title"))
    assert not hidden_by_header(tab, note.locator(".body"))


@pytest.mark.parametrize(
    "page_of",
    [
        "glossary.html#security-guarantee",
        "timeline/index.html#istanbul-communique-2022",
        "sources/index.html#doc-un-charter",
        "people.html#putin",
    ],
)
def test_an_entry_linked_to_is_not_hidden_by_the_header(page_of, start, page):
    tab = page(viewport={"width": 390, "height": 700})
    tab.goto(f"{start}/{page_of}", wait_until="networkidle")
    assert not hidden_by_header(tab, tab.locator(":target"))


def test_on_paper_every_note_is_open_and_the_chrome_is_gone(start, page):
    tab = page()
    tab.goto(f"{start}/{PART}")
    tab.emulate_media(media="print")
    bodies = tab.locator(".note .body")
    assert bodies.count() > 9
    assert all(body.evaluate(SEEN) and body.bounding_box()["height"] > 20 for body in bodies.all())
    for chrome in (".md-header", ".md-tabs", ".md-search", ".md-sidebar", ".md-footer", "nav.contents", ".back"):
        assert not [node for node in tab.locator(chrome).all() if node.is_visible()], chrome


def test_on_paper_an_address_is_spelled_out(start, page):
    tab = page()
    tab.goto(f"{start}/sources/index.html")
    tab.emulate_media(media="print")
    link = tab.locator("article a[href^='https://']").first
    after = link.evaluate("link => link.textContent + getComputedStyle(link, '::after').content")
    assert link.get_attribute("href").split("//")[1] in after


@pytest.mark.parametrize("template", TEMPLATES)
def test_on_paper_nothing_is_wider_than_the_sheet(template, start, page):
    tab = page(viewport=SHEET)
    tab.goto(f"{start}/{TEMPLATES[template]}")
    tab.emulate_media(media="print")
    assert tab.evaluate("document.documentElement.scrollWidth") <= SHEET["width"]
    assert tab.evaluate(CUT) == []


@pytest.mark.parametrize("template", ["glossary", "people", "timeline"])
def test_on_paper_the_text_of_an_entry_has_most_of_the_line(template, start, page):
    tab = page(viewport=SHEET)
    tab.goto(f"{start}/{TEMPLATES[template]}")
    tab.emulate_media(media="print")
    text = tab.locator("section.entry > p:not([class])").first.bounding_box()
    assert text["width"] > SHEET["width"] / 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_part_prints_dark_on_white_to_a_tagged_pdf(scheme, start, page):
    tab = page(color_scheme=scheme)
    tab.goto(f"{start}/{PART}")
    pdf = tab.pdf(tagged=True, outline=True, prefer_css_page_size=True)
    assert b"/StructTreeRoot" in pdf and b"/Outlines" in pdf
    tab.emulate_media(media="print", color_scheme=scheme)
    ink = tab.locator(".card p").first.evaluate("node => getComputedStyle(node).color")
    assert sum(float(value) for value in ink.strip("rgba()").split(",")[:3]) < 3 * 110, ink


@pytest.mark.parametrize("colors", ["none", "active"])
def test_every_kind_is_told_by_its_word_and_a_shape_of_its_own(colors, start, page):
    tab = page(forced_colors=colors)
    tab.goto(f"{start}/{PART}")
    kinds = {kind: tab.evaluate(KIND, kind) for kind in KINDS}
    assert {kind: found["word"].lower() for kind, found in kinds.items()} == {kind: kind for kind in KINDS}
    assert all(found["shown"] and not found["same"] for found in kinds.values()), kinds
    shapes = [found["shape"] for found in kinds.values()]
    assert len(set(shapes)) == 5 and "none" not in shapes, shapes
    assert all('/ ""' in shape for shape in shapes), "a screen reader would read the shapes aloud"
