"""axe finds nothing on any page: both themes, 320, 390, 768 and 1440 px wide, all notes and a card open.

A page is opened once; width and theme are switched in place. What is run where, and why that is enough:

- at 320 px in the light theme every rule but that for contrast looks at the whole page;
- then the page is thinned: of passages, entries and sources those stay that hold an element which none before them has.
  Elements are alike when the way to them from the root is, by tags, classes, roles and states, because that is all our
  style sheets look at;
- at each width every rule looks at what is left, since each width shows and hides other things;
- in the dark theme at each width only the rule for contrast does: the themes differ in nothing but colours.

What is opened by hand (search, drawer, bar, dialog, a tapped card) is in test_accessibility, test_note_bar, test_peek.
"""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest

from axe import OPTIONS
from browser import PART, home, open_notes, pages
from waiting import until

WIDTHS = (320, 390, 768, 1440)
SHARES = 8  # of the pages, by size, so that two workers end at about the same time
WITHOUT_CONTRAST = {**OPTIONS, "rules": {**OPTIONS["rules"], "color-contrast": {"enabled": False}}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations"]}
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
RUN = """async options => (await axe.run(document, options)).violations.map(({ id, impact, nodes }) => {
    const first = nodes.slice(0, 4).map(node => `${node.target.join(" ")} ${node.failureSummary.slice(0, 160)}`)
    return `${id} (${impact}): ${first.join(" | ")} (${nodes.length} in all)`
})"""
SHOW_CARD = """() => {
    const link = [...document.querySelectorAll('a:is(.term, .person, .event, .source, .passage, .lesson)')].find(link =>
        link.checkVisibility() && window.__peeks?.[link.hash.slice(1)])
    link?.focus({ focusVisible: true })
    return Boolean(link)
}"""
THIN = """() => {
    const seen = new Set()
    const name = node => [node.localName, ...node.classList, node.getAttribute('role'), node.open].join('.')
    const way = node => node.parentElement ? `${way(node.parentElement)} ${name(node)}` : ''
    for (const block of document.querySelectorAll('section.passage, section.entry, div.source, ol.notes > li')) {
        const ways = [...block.querySelectorAll('*')].map(way)
        if (ways.every(one => seen.has(one)) && !block.querySelector('.peek')) block.remove()
        for (const one of ways) seen.add(one)
    }
}"""
# Material lets a long line of code be reached by key; it measures in its own time.
REACHED = """() => [...document.querySelectorAll('pre > code')].every(code =>
    code.scrollWidth <= code.clientWidth || code.tabIndex === 0)"""
SCHEMES = {"light": "default", "dark": "slate"}


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_on_any_page(share, request, site, page):
    start, found = home(request, "http"), []
    others = [path for path in pages(site) if path != "packet.html"]  # it follows the system: test_packet
    by_size = sorted(others, key=lambda path: (site / path).stat().st_size, reverse=True)
    tab = page(viewport={"width": 320, "height": 900}, color_scheme="light", reduced_motion="reduce")
    for path in by_size[share::SHARES]:
        tab.goto(f"{start}/{path}")
        found += [f"{path} {where}: {rule}" for where, rule in violations(tab)]
    assert not found, "\n".join(found)


def test_axe_would_see_a_fault_in_what_is_left_of_a_thinned_page(request, page):
    """Without this the test above could pass by looking at nothing: faint text, and a nameless button."""
    tab = page(viewport={"width": 320, "height": 900}, color_scheme="light", reduced_motion="reduce")
    tab.goto(f"{home(request, 'http')}/{PART}")
    tab.evaluate("""() => {
        document.querySelector('section.passage:last-of-type').append(document.createElement('button'))
        const sheet = [...document.styleSheets].at(-1)
        sheet.insertRule('body[data-md-color-scheme=slate] .claim { color: #333 !important }', sheet.cssRules.length)
    }""")
    found = [(where, rule.split(" ")[0]) for where, rule in violations(tab)]
    assert [where for where, rule in found if rule == "button-name"] == [
        "320 light, whole",
        *(f"{width} light" for width in WIDTHS),
    ]
    assert [where for where, rule in found if rule == "color-contrast"] == [f"{width} dark" for width in WIDTHS]


def violations(tab) -> list[tuple[str, str]]:
    """Width and theme, and the rule broken there with the first elements that break it, for the page as opened."""
    tab.evaluate(AXE)
    open_notes(tab)
    if tab.evaluate(SHOW_CARD):
        tab.locator(".peek").wait_for()
    until(tab, REACHED)
    found = [("320 light, whole", rule) for rule in tab.evaluate(RUN, WITHOUT_CONTRAST)]
    tab.evaluate(THIN)
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        for scheme, options in (("light", OPTIONS), ("dark", CONTRAST)):
            tab.emulate_media(color_scheme=scheme)
            tab.locator(f"body[data-md-color-scheme={SCHEMES[scheme]}]").wait_for()
            until(tab, REACHED)
            found += [(f"{width} {scheme}", rule) for rule in tab.evaluate(RUN, options)]
        tab.emulate_media(color_scheme="light")
    return found
