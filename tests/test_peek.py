"""Cards for links, and the tools of a passage: copy its address, cite it and the essay."""

from __future__ import annotations

import pytest

from axe import violations
from browser import PART, requested
from test_looks import SHIFTS

REFUSE = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject() } })"
KEEP = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text } } })"
RECTS = """() => ['.peeking', '.peek'].map(selector => {
    const { left, top, right, bottom } = document.querySelector(selector).getBoundingClientRect()
    return { left, top, right, bottom }
})"""
UNANCHORED = """const supports = CSS.supports
CSS.supports = (...all) => all[0] !== "position-area" && supports(...all)"""
BIBTEX = """@incollection{{lessons-of-istanbul-p6,
  author    = {{{{Lessons of Istanbul}}}},
  title     = {{{{\\P}}6, Two Fears, Side by Side}},
  booktitle = {{Lessons of Istanbul: A Reading Companion}},
  year      = {{2026}},
  url       = {{{address}#p6}}
}}"""
LONG = (
    "Why Peace Talks Fail in Ukraine: Learning the Right Lessons From Three Years of Grinding War and "
    "Faltering Negotiations"
)
ESSAY = {
    "chicago": f"Charap, Samuel, and Sergey Radchenko. 2025. “{LONG}.” Foreign Affairs, May 2025.",
    "mla": f"Charap, Samuel, and Sergey Radchenko. “{LONG}.” Foreign Affairs, May 2025.",
    "apa": "Charap, S., & Radchenko, S. (2025, May). Why peace talks fail in Ukraine: Learning the right lessons from "
    "three years of grinding war and faltering negotiations. Foreign Affairs.",
    "bibtex": "@article{charap-radchenko-2025,\n  author  = {Charap, Samuel and Radchenko, Sergey},\n"
    f"  title   = {{{LONG.replace('Ukraine', '{Ukraine}')}}},\n"
    "  journal = {Foreign Affairs},\n  year    = {2025},\n  month   = may\n}",
}


def link_of(tab, kind: str = "term"):
    """The first link of a kind that is seen and has a card."""
    link = tab.locator(f".card a.{kind}").first
    link.scroll_into_view_if_needed()
    return link


def overlap(tab) -> bool:
    link, card = tab.evaluate(RECTS)
    across = link["left"] < card["right"] and card["left"] < link["right"]
    return across and link["top"] < card["bottom"] and card["top"] < link["bottom"]


@pytest.mark.parametrize("width", [390, 1440])
def test_a_card_shows_on_hover_stays_under_the_pointer_and_goes_with_it(width, opened):
    tab = opened(viewport={"width": width, "height": 900})
    tab.wait_for_load_state("networkidle")  # the icon comes last
    asked = requested(tab)
    link, card = link_of(tab), tab.locator(".peek")
    link.hover()
    assert not card.is_visible(), "a card at once would flicker under a passing pointer"
    card.wait_for()
    assert "Permanent neutrality A lasting promise" in card.inner_text().replace("\n", " ")
    assert link.get_attribute("aria-describedby") == card.get_attribute("id")
    assert card.get_attribute("role") == "tooltip" and not overlap(tab)
    if width > 999:
        card.hover()
        tab.wait_for_timeout(600)
        assert card.is_visible()
    tab.mouse.move(3, 300)
    card.wait_for(state="detached")
    assert not link.get_attribute("aria-describedby")
    assert not asked


@pytest.mark.parametrize("height", [900, 330])
def test_a_card_covers_its_link_nowhere_in_the_window(height, opened):
    tab = opened(viewport={"width": 1440, "height": height})
    tab.evaluate("document.querySelectorAll('details').forEach(note => { note.open = true })")
    for link in tab.locator("section.passage a:is(.term, .person, .event, .source)").all()[::5]:
        link.focus()
        if tab.locator(".peek").count() == 0:
            tab.keyboard.press("Shift")
        link.hover()
        tab.locator(".peek").wait_for()
        assert not overlap(tab), link.inner_text()
        _, card = tab.evaluate(RECTS)
        assert card["left"] >= 0 and card["right"] <= 1440, link.inner_text()
        tab.mouse.move(2, 2)
        link.blur()
        tab.locator(".peek").wait_for(state="detached")


def test_a_card_follows_the_keyboard_and_escape_puts_it_away(opened):
    tab = opened()
    link, card = link_of(tab), tab.locator(".peek")
    tab.keyboard.press("Tab")
    link.focus()
    assert card.is_visible()
    tab.keyboard.press("Escape")
    assert card.count() == 0
    assert link.evaluate("link => link === document.activeElement")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Shift+Tab")
    assert card.is_visible()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/glossary.html#permanent-neutrality")


def test_escape_puts_away_what_the_pointer_shows_until_it_returns(opened):
    tab = opened()
    link, card = link_of(tab), tab.locator(".peek")
    link.hover()
    card.wait_for()
    tab.keyboard.press("Escape")
    tab.wait_for_timeout(600)
    assert card.count() == 0
    tab.mouse.move(3, 300)
    link.hover()
    card.wait_for()


def test_a_phrase_shows_kind_verdict_and_title_of_its_note(opened):
    tab = opened()
    tab.locator("#p5-ranking-ref").hover()
    tab.locator(".peek").wait_for()
    assert tab.locator(".peek").inner_text() == "Evidence · contested: Security above all else in Istanbul?"


@pytest.mark.parametrize("high", [False, True])
def test_on_touch_the_first_tap_shows_the_card_at_the_foot_and_the_second_follows(high, opened):
    tab = opened(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    link, card = link_of(tab), tab.locator(".peek")
    link.evaluate("(link, end) => link.scrollIntoView({ block: end ? 'end' : 'center' })", high)
    link.tap()
    card.wait_for()
    box = card.bounding_box()
    assert box["x"] == 0 and box["width"] == 390 and not overlap(tab)
    assert box["y"] == 0 if high else box["y"] + box["height"] == 800
    assert card.get_attribute("role") == "group"
    tab.touchscreen.tap(380, 400)
    card.wait_for(state="detached")
    link.tap()
    card.wait_for()
    link.tap()
    tab.wait_for_url("**/glossary.html#permanent-neutrality")


def test_on_touch_the_card_holds_a_link_that_leads_there(opened):
    tab = opened(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    link_of(tab).tap()
    go = tab.get_by_role("link", name="Go to Permanent neutrality")
    assert go.bounding_box()["height"] >= 24
    go.tap()
    tab.wait_for_url("**/glossary.html#permanent-neutrality")


def test_where_anchors_are_unknown_the_script_computes_the_place(start, page):
    tab = page(init=UNANCHORED)
    tab.goto(f"{start}/{PART}")
    tab.evaluate("""() => [...document.styleSheets].filter(sheet => sheet.href?.endsWith('peek.css')).forEach(sheet => {
        try { const at = [...sheet.cssRules].findIndex(rule => rule.conditionText?.includes('position-area'))
              sheet.deleteRule(at) } catch {} })""")
    link_of(tab).hover()
    tab.locator(".peek").wait_for()
    assert not overlap(tab)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_with_a_card_or_the_dialog_open(width, scheme, served, page):
    tab = page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    tab.goto(f"{served}/{PART}")
    link_of(tab).hover()
    tab.locator(".peek").wait_for()
    assert not violations(tab)
    tab.mouse.move(3, 300)
    tab.locator("button.cite, .tools button").first.click()
    tab.get_by_role("dialog", name="Cite ¶5").wait_for()
    assert not violations(tab)


def test_axe_finds_nothing_with_a_tapped_card(served, page):
    tab = page(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    tab.goto(f"{served}/{PART}")
    link_of(tab).tap()
    assert not violations(tab)


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_nothing_moves_when_script_adds_the_tools(width, start, page):
    tab = page(viewport={"width": width, "height": 900}, init=SHIFTS)
    tab.goto(f"{start}/{PART}", wait_until="networkidle")
    tab.get_by_role("button", name="Copy link").last.wait_for()
    assert tab.get_by_role("button", name="Copy link").count() == 4
    assert sum(tab.evaluate("shifts")) < 0.01
    lines = tab.evaluate("[...document.querySelectorAll('.card > .tools')].map(line => line.offsetHeight)")
    assert set(lines) == {24}
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= width


def tools(tab, passage: str = "p6"):
    return tab.locator(f".card:has(#{passage}) > .tools")


def test_copy_link_copies_the_permalink_and_says_so(start, opened):
    tab = opened(permissions=["clipboard-read", "clipboard-write"])
    tab.goto(f"{start}/{PART}?notes=%00#p5")
    tools(tab).get_by_role("button", name="Copy link").click()
    status = tools(tab).get_by_role("status")
    status.get_by_text("Copied", exact=True).wait_for()
    assert tab.evaluate("navigator.clipboard.readText()") == f"{start}/{PART}#p6"


def test_where_copying_is_refused_the_address_stands_selected_in_a_field(start, opened):
    tab = opened(init=REFUSE)
    tools(tab).get_by_role("button", name="Copy link").click()
    field = tools(tab).get_by_role("textbox", name="Address of this passage")
    field.wait_for()
    assert field.input_value() == f"{start}/{PART}#p6"
    assert field.evaluate("field => field.selectionEnd - field.selectionStart === field.value.length")
    assert field.evaluate("field => field === document.activeElement")


def test_axe_finds_nothing_with_the_field_of_a_refused_copy(served, page):
    tab = page(init=REFUSE, viewport={"width": 390, "height": 900})
    tab.goto(f"{served}/{PART}")
    tools(tab).get_by_role("button", name="Copy link").click()
    tools(tab).get_by_role("textbox").wait_for()
    assert not violations(tab)


def texts(section) -> dict[str, str]:
    return {form.get_attribute("class").split()[1]: form.text_content() for form in section.locator(".form").all()}


def test_the_analysis_and_the_essay_are_cited_apart_and_as_the_page_on_citing_says(start, opened):
    tab = opened(init=KEEP)
    address = "[address]" if start.startswith("file:") else f"{start}/{PART}"
    cite = tools(tab).get_by_role("button", name="Cite", exact=True)
    cite.focus()
    tab.keyboard.press("Enter")
    dialog = tab.get_by_role("dialog", name="Cite ¶6")
    dialog.wait_for()
    analysis, essay = dialog.locator("section").all()
    assert analysis.get_by_role("heading").first.inner_text() == "Cite this analysis"
    assert essay.get_by_role("heading").first.inner_text() == "Cite the essay"
    book = "Lessons of Istanbul: A Reading Companion"
    assert texts(analysis) == {
        "chicago": f"Lessons of Istanbul. 2026. “¶6, Two Fears, Side by Side.” In {book}. {address}#p6.",
        "mla": f"Lessons of Istanbul. “¶6, Two Fears, Side by Side.” {book}, 2026, {address}#p6.",
        "apa": "Lessons of Istanbul. (2026). ¶6, Two fears, side by side. In Lessons of Istanbul: A reading companion. "
        f"{address}#p6",
        "bibtex": BIBTEX.format(address=address),
    }
    assert texts(essay) == ESSAY
    essay.get_by_role("button", name="Copy BibTeX, the essay").click()
    essay.get_by_role("status").get_by_text("Copied").wait_for()
    assert tab.evaluate("window.copied") == ESSAY["bibtex"]
    tab.keyboard.press("Escape")
    assert dialog.count() == 0
    assert cite.evaluate("button => button === document.activeElement")


def test_the_page_on_citing_has_the_same_forms(start, page):
    tab = page()
    tab.goto(f"{start}/about/how-to-cite.html")
    words = " ".join(tab.locator("article").inner_text().split())
    for form in ESSAY.values():
        assert " ".join(form.split()) in words
    for form in (
        "“¶6, Two Fears, Side by Side.” In Lessons of Istanbul: A Reading Companion.",
        "{\\P}6, Two Fears, Side",
    ):
        assert form in words


def test_a_form_that_may_not_be_copied_is_selected(opened):
    tab = opened(init=REFUSE)
    tools(tab).get_by_role("button", name="Cite", exact=True).click()
    tab.get_by_role("button", name="Copy APA, the essay").click()
    tab.get_by_text("Selected: copy it with your keyboard").wait_for()
    assert tab.evaluate("getSelection().toString()") == ESSAY["apa"]


def test_without_script_there_are_plain_links_and_no_cards(opened):
    tab = opened(java_script_enabled=False)
    assert tools(tab).inner_text() == "Cite · At the publisher"
    tools(tab).get_by_role("link", name="Cite").click()
    tab.wait_for_url("**/about/how-to-cite.html")
    tab.go_back()
    link_of(tab).click()
    tab.wait_for_url("**/glossary.html#permanent-neutrality")


def test_neither_cards_nor_tools_are_printed(opened):
    tab = opened()
    link_of(tab).hover()
    tab.locator(".peek").wait_for()
    tab.emulate_media(media="print")
    assert not tab.locator(".peek").is_visible()
    assert not tools(tab).is_visible()


def test_every_link_with_a_card_says_something_and_lessons_have_theirs(opened):
    tab = opened()
    bare = tab.evaluate("""() => [...document.querySelectorAll(
        'section.passage a:is(.term, .person, .event, .source, .lesson)')].filter(link => {
            const id = link.hash.slice(1) || link.pathname.replace(/.*\\/|\\.html$/g, '')
            return !__peeks[id]?.[0].trim() }).map(link => link.href)""")
    assert not bare
    assert tab.locator("a.lesson").count() > 0
