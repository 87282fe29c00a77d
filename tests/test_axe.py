"""axe finds nothing on any page: both themes, 320, 390, 768 and 1440 px wide, all notes and a card open.

A page is opened once; width and theme are switched in place. What is run where, and why that is enough:

- at 320 px in the light theme every rule but that for contrast looks at the whole of every page;
- then the page is thinned: of passages, entries and sources those stay that hold an element which none before them has;
- at each width the rules that measure look at what is left: how wide a thing is depends on its words;
- at each width every other rule looks at what is new, since each width shows and hides other things;
- in the dark theme at each width only the rule for contrast does: the themes differ in nothing but colours.

New is an element unlike all on the pages opened before in the same test. Elements are alike when the way to them from
the root is, by tags, classes, roles and states, because that is all our style sheets look at. The first page is new as
a whole; of those after it only what none before has, which is neither header nor foot nor another note.

What is opened by hand (search, drawer, bar, dialog, a tapped card) is in test_accessibility, test_note_bar, test_peek.
"""

from __future__ import annotations

from itertools import chain

import pytest

from axe import AXE, OPTIONS, RUN
from browser import PART, TEMPLATES, home, open_notes, pages
from waiting import until

WIDTHS = (320, 390, 768, 1440)
FOLDERS = {
    "references": ("", "sources", "timeline"),
    "reading": ("essay", "lessons"),
    "about": ("about",),
    "classroom": ("classroom", "classroom/assignments"),
}
MEASURING = ("target-size", "scrollable-region-focusable")


def without(*rules: str) -> dict:
    return {**OPTIONS, "rules": {rule: {"enabled": rule not in rules} for rule in (*OPTIONS["rules"], *rules)}}


def only(*rules: str) -> dict:
    return {"runOnly": {"type": "rule", "values": rules}, "resultTypes": ["violations"]}


RUN_NEW = RUN.replace("document", "window.fresh")  # which THIN leaves
SHOW_CARD = """() => {
    const link = [...document.querySelectorAll('a:is(.term, .person, .event, .source, .passage, .lesson)')].find(link =>
        link.checkVisibility() && window.__peeks?.[link.hash.slice(1)])
    link?.focus({ focusVisible: true })
    return Boolean(link)
}"""
# Leaves what is new in window.fresh, the root alone where all is, and gives the ways to it.
THIN = """known => {
    const before = new Set(known), seen = new Set(known), ways = new Map()
    const states = ({ role, ariaCurrent, open, hidden, disabled, type }) =>
        [role, ariaCurrent, open, hidden, disabled, type]
    const name = node => [node.localName, ...node.classList, ...states(node)].join('.')
    const all = () => [...document.querySelectorAll('*')]
    for (const node of all()) ways.set(node, `${ways.get(node.parentElement) ?? ''} ${name(node)}`)
    for (const block of document.querySelectorAll('section.passage, section.entry, div.source, ol.notes > li')) {
        const own = [...block.querySelectorAll('*')].map(node => ways.get(node))
        if (own.every(way => seen.has(way)) && !block.querySelector('.peek')) block.remove()
        for (const way of own) seen.add(way)
    }
    const isNew = node => !before.has(ways.get(node))
    window.fresh = all().filter(node => isNew(node) && !(node.parentElement && isNew(node.parentElement)))
    return all().filter(isNew).map(node => ways.get(node))
}"""
# Material lets a long line of code be reached by key; it measures in its own time.
REACHED = """() => [...document.querySelectorAll('pre > code')].every(code =>
    code.scrollWidth <= code.clientWidth || code.tabIndex === 0)"""
# Two with the same words, too small and too near each other.
ADD_BUTTONS = """words => [1, 2].forEach(() => {
    const made = document.createElement('button')
    made.append(words)
    Object.assign(made.style, { width: '10px', height: '10px' })
    document.querySelector('h1').after(made)
})"""
SCHEMES = {"light": "default", "dark": "slate"}


@pytest.mark.parametrize("kind", FOLDERS)
def test_axe_finds_nothing_on_any_page(kind, request, site, page):
    start, found, seen = home(request, "http"), [], set()
    tab = opened(page)
    for path in pages(site):
        if path.rpartition("/")[0] in FOLDERS[kind] and path != "packet.html":  # it follows the system: test_packet
            tab.goto(f"{start}/{path}")
            found += [f"{path} {where}: {rule}" for where, rule in violations(tab, seen)]
    assert not found, "\n".join(found)


def test_axe_looks_into_every_folder(site):
    assert {path.rpartition("/")[0] for path in pages(site)} == {*chain(*FOLDERS.values())}


def test_axe_would_see_a_fault_in_what_is_left_of_a_thinned_page(request, page):
    """Without this the test above could pass by looking at nothing: faint text, and a nameless button."""
    tab = opened(page)
    tab.goto(f"{home(request, 'http')}/{PART}")
    tab.evaluate("document.querySelector('section.passage:last-of-type').append(document.createElement('button'))")
    style(tab, "body[data-md-color-scheme=slate] .claim { color: #333 !important }")
    found = violations(tab, set())
    assert places(found, "button-name") == ["320 light, whole", *(f"{width} light" for width in WIDTHS)]
    assert places(found, "color-contrast") == [f"{width} dark" for width in WIDTHS]


def test_axe_would_see_a_fault_in_what_a_second_page_alone_has(request, page):
    """What is like something before is looked at once, but measured at each width; the rest is looked at everywhere."""
    tab, seen = opened(page), set()
    for path, fault in ((TEMPLATES["about"], "A"), (TEMPLATES["numbering"], "")):
        tab.goto(f"{home(request, 'http')}/{path}")
        tab.evaluate(ADD_BUTTONS, fault)
        if not fault:
            tab.evaluate("document.querySelector('h1').classList.add('unlike')")
            style(tab, "body .md-content .unlike { color: #777 !important; background: #888 !important }")
        found = violations(tab, seen)
    light = [f"{width} light" for width in WIDTHS]
    assert places(found, "button-name") == ["320 light, whole"]
    assert places(found, "target-size") == ["320 light, whole", *light]
    assert places(found, "color-contrast") == [*light, *(f"{width} dark" for width in WIDTHS)]


def opened(page):
    return page(viewport={"width": 320, "height": 900}, color_scheme="light", reduced_motion="reduce")


def style(tab, rule: str) -> None:
    tab.evaluate(
        """rule => {
        const sheet = [...document.styleSheets].at(-1)
        sheet.insertRule(rule, sheet.cssRules.length)
    }""",
        rule,
    )


def places(found: list[tuple[str, str]], rule: str) -> list[str]:
    return [where for where, said in found if said.split(" ")[0] == rule]


def violations(tab, seen: set[str]) -> list[tuple[str, str]]:
    """Width and theme, and the rule broken there with the first elements that break it, for the page as opened.

    `seen` are the ways to what was looked at on pages before; those of this page are added.
    """
    tab.evaluate(AXE)
    open_notes(tab)
    if tab.evaluate(SHOW_CARD):
        tab.locator(".peek").wait_for()
    until(tab, REACHED)
    found = [("320 light, whole", rule) for rule in tab.evaluate(RUN, without("color-contrast"))]
    new = tab.evaluate(THIN, list(seen))
    seen.update(new)
    runs = {"light": [(RUN, only(*MEASURING))], "dark": []}
    if new:
        runs["light"].append((RUN_NEW, without(*MEASURING)))
        runs["dark"].append((RUN_NEW, only("color-contrast")))
    for scheme in filter(runs.get, runs):
        tab.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})
            tab.locator(f"body[data-md-color-scheme={SCHEMES[scheme]}]").wait_for()
            until(tab, REACHED)
            found += [(f"{width} {scheme}", rule) for run in runs[scheme] for rule in tab.evaluate(*run)]
    tab.emulate_media(color_scheme="light")
    tab.set_viewport_size({"width": WIDTHS[0], "height": 900})
    return found
