"""In a private edition a copy's text is text: for the renderer, in the page, in its search. And pins never overlap."""

from __future__ import annotations

import json
import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from browser import RESULTS, search_for
from dressed import PARAGRAPHS, PART, dressed
from helpers import process, replace
from postil.copy import store
from postil.copy.fingerprints import fingerprints
from postil.copy.in_place import Pin, apart
from postil.generate.own import literal
from private import shown, words

EXTENSIONS = ["attr_list", "def_list", "footnotes", "md_in_html", "smarty", "toc", "pymdownx.superfences"]
TRICKS = (
    "<script>alert('a')</script> <img src=x onerror=alert(1)> <style>*{display:none}</style></div></section>",
    "[click me](javascript:alert(1)) ![pic](http://evil.example/x.png) <http://evil.example> [ref][p1] [^1]",
    "**bold** _it_ `code` ~~gone~~ ``` &lt;b&gt; &amp; {: .lit #p1 } { #p2 } {{ config }} {% if %} $x$ <!-- hidden -->",
    "# heading - item 1. item | a | b | --- ... -- \"quoted\" 'single' \\* a:b:smile: *[HTML]: no /// note | context",
)
relaxed = settings(deadline=None, max_examples=80, derandomize=True)


def rendered(text: str) -> LexborHTMLParser:
    frame = f'<div class="own">\n<p>{literal(text)}</p>\n</div>'
    page = f'<section class="passage" markdown="1">\n\n## A\n\n{frame}\n\n</section>'
    return LexborHTMLParser(markdown.markdown(page, extensions=EXTENSIONS))


@pytest.mark.parametrize("text", TRICKS)
def test_tricks_stay_text(text):
    page = rendered(text)
    assert page.css_first(".own p").text() == text
    assert not page.css(".own p *")


@relaxed
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_any_text_stays_as_it_is(text):
    page = rendered(f"a{text}a")
    assert page.css_first(".own p").text() == f"a{text}a"
    assert not page.css(".own p *")


@given(st.text())
def test_control_characters_and_halves_of_pairs_are_gone(text):
    made = literal(text)
    assert not {unicodedata.category(char) for char in made} & {"Cc", "Cs"}
    assert not re.search("&#([0-9]|1[0-9]|2[0-9]|3[01]|12[7-9]|1[345][0-9]);", made)


pins = st.builds(lambda at, size: Pin(f"n{at}-{size}", at, at + size), st.integers(0, 40), st.integers(1, 20))


@relaxed
@given(st.lists(pins, unique_by=lambda pin: pin.note))
def test_pins_are_set_apart_in_order_and_none_is_lost(given_pins):
    made = apart(iter(given_pins))
    assert sorted(pin.note for pin in made) == sorted(pin.note for pin in given_pins)
    assert all(pin.start <= pin.end for pin in made)
    assert all(one.end <= two.start for one, two in pairwise(made))


@pytest.mark.parametrize(("before", "after"), [
    ([(0, 5), (6, 9)], [(0, 5), (6, 9)]),
    ([(0, 6), (4, 9)], [(0, 4), (4, 9)]),
    ([(0, 9), (2, 5)], [(0, 9), (9, 9)]),
])  # fmt: skip
def test_the_pin_that_begins_first_gives_way_and_one_inside_becomes_a_mark(before, after):
    made = apart(Pin(str(at), *span) for at, span in enumerate(before))
    assert [(pin.start, pin.end) for pin in made] == after


@pytest.fixture(scope="module")
def hostile(once) -> tuple[Path, list[str]]:
    """A private edition from a copy full of tricks, each word on a line of its own behind 10,000 lines of them."""
    paragraphs = [
        f"{paragraph} {trick} So it ends here, with four words."
        for paragraph, trick in zip(PARAGRAPHS, TRICKS, strict=True)
    ]

    def make(folder: Path) -> None:
        root = dressed(folder)
        lengths = [len(words(paragraph)) for paragraph in paragraphs]
        replace(root / "docs/essay/essay.yml", "words: [85, 76, 81, 78]", f"words: {lengths}")
        store.write(root, fingerprints([words(paragraph) for paragraph in paragraphs]), {"from": "a test"})
        copy = "<b>line</b> & more\n" * 10_000 + "\n\n".join(
            "\n".join(paragraph.split(" ")) for paragraph in paragraphs
        )
        (folder / "copy.txt").write_text(copy, encoding="utf-8")
        outcome = process("build", "--article", folder / "copy.txt", "--root", root)
        assert outcome.status == 0 and "4 of 4 paragraphs found" in outcome.out, outcome.out + outcome.err

    return once("hostile", make) / "site-private", paragraphs


def test_a_hostile_copy_shows_as_text(hostile):
    site, paragraphs = hostile
    found = shown(site)
    assert [words(found[number].text) for number in found] == [words(paragraph) for paragraph in paragraphs]
    assert found[1].phrases and found[2].phrases and found[3].phrases
    for mark in ("<script>alert('a')</script>", "onerror=alert(1)>", "</div></section>"):
        assert mark in found[1].text
    assert "[click me](javascript:alert(1)) ![pic](http://evil.example/x.png)" in found[2].text
    assert "<!-- hidden -->" in found[3].text


def test_a_browser_runs_and_fetches_nothing_of_it_and_its_search_shows_text(hostile, server, page):
    tab = page(viewport={"width": 1440, "height": 900})
    tab.on("dialog", lambda dialog: pytest.fail(dialog.message))
    tab.goto(f"{server(hostile[0])}/{PART}")
    assert tab.locator(".own").count() == 2
    assert tab.locator(".own :is(script, img, style, b, code)").count() == 0
    search_for(tab, "onerror")
    assert "<img src=x" in tab.locator(RESULTS).text_content()
    assert tab.locator(f"{RESULTS} :is(img, script, style)").count() == 0


def test_the_index_of_its_search_holds_no_markup_of_the_copy(hostile):
    index = json.loads((hostile[0] / "search" / "search_index.json").read_text(encoding="utf-8"))
    texts = " ".join(row["text"] for row in index["docs"])
    assert "&lt;img src=x" in texts and "<img" not in texts and "<script" not in texts
