"""Whatever stands in the storage of this site, a page works: the scheme, the search, the notes."""

from __future__ import annotations

import json

import pytest

from browser import PART, home, search_for

SPOILT = [
    "", "{", "null", "true", "7", "[]", "{}", '"x"', '{"index": null, "color": null}', '{"color": {"scheme": "slate"}}',
    '{"index": 0.5, "color": {"scheme": "slate"}}', '{"index": 0, "color": {"scheme": "<b>"}}', '{"toString": 1}',
    '{"page": {"toString": 1}, "passage": 3}', '{"page": "../../x.html", "passage": 3}', '["evidence"]',
    '{"page": "javascript:x.html", "passage": 1e9}', '{"page": 1, "passage": "3"}', '{"__proto__": {"index": 1}}',
]  # fmt: skip
KEYS = ["__palette", "__tabs", "notes", "keys", "place"]


@pytest.mark.parametrize("value", SPOILT)
@pytest.mark.parametrize("way", ["http", "file"])
def test_spoilt_values_are_harmless(value, way, request, page):
    tab = page(color_scheme="dark")
    start = home(request, way)
    tab.goto(f"{start}/{PART}")
    root = tab.evaluate("__md_scope.pathname")
    tab.evaluate("([root, keys, value]) => keys.forEach(key => localStorage.setItem(`${root}.${key}`, value))",
                 [root, KEYS, value])  # fmt: skip
    tab.reload()
    assert tab.evaluate("document.body.dataset.mdColorScheme") == "slate"
    assert tab.locator("details.note").first.is_visible()
    assert not tab.locator("html").get_attribute("data-notes")
    if value in ("{}", '{"color": {"scheme": "slate"}}'):  # what Material itself used to stop at
        search_for(tab, "Arakhamia")


def test_a_whole_value_is_handed_on(request, page):
    tab = page(color_scheme="light")
    tab.goto(f"{home(request, 'http')}/{PART}")
    value = {"index": 1, "color": {"media": "", "scheme": "slate", "primary": "indigo", "accent": "indigo"}}
    tab.evaluate("value => localStorage.setItem(`${__md_scope.pathname}.__palette`, value)", json.dumps(value))
    tab.reload()
    assert tab.evaluate("document.body.dataset.mdColorScheme") == "slate"
