"""Firefox: nothing overlaps, is cut or scrolls sideways; search, note links and bar work; the console is silent."""

from __future__ import annotations

import pytest

from browser import PART, TEMPLATES, home
from geometry import FAULTS, OPEN_NOTES, WIDTHS

PLACES = [path for name, path in TEMPLATES.items() if name not in ("404", "companion", "sources")]


@pytest.fixture
def tab(firefox):
    before = len(firefox.errors())
    yield firefox
    assert not firefox.errors()[before:]


@pytest.mark.parametrize("way", ["http", "file"])
def test_nothing_overlaps_is_cut_or_scrolls_sideways(way, request, tab):
    start, found = home(request, way), []
    for path in PLACES:
        tab.goto(f"{start}/{path}")
        tab.ask(OPEN_NOTES)
        for width in WIDTHS:
            tab.resize(width, 800)
            found += [f"{path} at {width}: {fault}" for fault in tab.ask(FAULTS)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("way", ["http", "file"])
def test_a_link_to_a_note_opens_it_and_the_walk_goes_on(way, request, tab):
    tab.resize(1024, 800)
    tab.goto(f"{home(request, way)}/{PART}#p6-successor")
    tab.wait("document.getElementById('p6-successor')?.checkVisibility()")
    tab.wait("document.querySelector('body > note-walk [name=next]')")
    tab.ask("document.querySelector('note-walk [name=next]').click()")
    assert tab.ask("return document.activeElement.matches('details.note[open] > summary')")


@pytest.mark.parametrize("way", ["http", "file"])
def test_the_search_answers(way, request, tab):
    tab.resize(1440, 800)
    tab.goto(f"{home(request, way)}/about/method.html")
    tab.ask("""document.querySelector('[for=__search]').click()
        const field = document.querySelector('[data-md-component=search-query]')
        field.focus()
        field.value = 'Arakhamia'
        field.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true }))
        field.dispatchEvent(new Event('input', { bubbles: true }))""")
    tab.wait("document.querySelector('[data-md-component=search-result] a[href*=arakhamia]')")
