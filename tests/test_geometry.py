"""Chromium: with all notes open nothing overlaps, is cut or scrolls sideways, at six widths; Firefox: test_firefox."""

from __future__ import annotations

import pytest

from browser import PART, TEMPLATES, home
from geometry import FAULTS, OPEN_NOTES, WIDTHS

PLACES = [path for name, path in TEMPLATES.items() if name not in ("404", "companion", "sources")]


@pytest.mark.parametrize("way", ["http", "file"])
def test_nothing_overlaps_is_cut_or_scrolls_sideways(way, request, page):
    tab, start, found = page(viewport={"width": 1440, "height": 800}, reduced_motion="reduce"), home(request, way), []
    for path in PLACES:
        tab.goto(f"{start}/{path}")
        tab.evaluate(OPEN_NOTES)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            found += [f"{path} at {width}: {fault}" for fault in tab.evaluate(f"() => {{ {FAULTS} }}")]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("fault", ["margin-block-start: -80px", "position: relative; inset-block-start: -80px"])
def test_a_list_of_notes_pushed_into_the_passage_above_is_seen(fault, request, page):
    tab = page(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    tab.goto(f"{home(request, 'http')}/{PART}")
    tab.evaluate(OPEN_NOTES)
    assert not tab.evaluate(f"() => {{ {FAULTS} }}")
    tab.evaluate(
        """fault => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(`section.passage:has(#p6) :is(.card, ol.notes) { ${fault} !important }`)
        document.adoptedStyleSheets = [sheet]
    }""",
        fault,
    )
    assert any("px into" in found for found in tab.evaluate(f"() => {{ {FAULTS} }}"))
