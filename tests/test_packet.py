"""The packet: one file that holds all it needs, opens from a folder in Chromium and Firefox, and asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil

import pytest
from selectolax.lexbor import LexborHTMLParser

from axe import AXE, OPTIONS, RUN
from browser import open_notes, requested, without_storage
from conftest import ROOT
from postil.export import packet
from test_axe import THIN
from waiting import until

PHRASE = "a.ref"
WIDTHS = (390, 1440)


@pytest.fixture(scope="module")
def alone(site, tmp_path_factory):
    """The packet in a folder of its own, as on a stick."""
    return shutil.copy(site / "packet.html", tmp_path_factory.mktemp("stick") / "packet.html")


@pytest.fixture(scope="module")
def tree(alone):
    return LexborHTMLParser(alone.read_bytes())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("way", ["http", "file"])
def test_it_opens_alone_and_asks_for_nothing(way, width, alone, server, page):
    tab = page(viewport={"width": width, "height": 800})
    paths = requested(tab)
    tab.goto(alone.as_uri() if way == "file" else f"{server(alone.parent)}/packet.html")
    until(tab, "() => document.documentElement.matches('.js')")
    assert {path.rpartition("/")[2] for path in paths if not path.startswith("data:")} == {"packet.html"}
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_its_policy_names_each_script_and_style_by_its_hash_and_allows_no_connection(tree):
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    for kind in ("script", "style"):
        texts = [node.text(deep=True) for node in tree.css(kind)]
        hashes = [f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}" for text in texts]
        assert hashes and re.search(rf"{kind}-src ([^;]*)", policy)[1] == " ".join(f"'{each}'" for each in hashes)
    assert "default-src 'none'" in policy and "connect-src 'none'" in policy and "unsafe" not in policy


def test_a_script_that_is_not_its_own_does_not_run(alone, tmp_path, page, troubles):
    html = alone.read_text(encoding="utf-8")
    changed = tmp_path / "packet.html"
    changed.write_text(html.replace("</body>", "<script>document.title = 'run'</script></body>"), encoding="utf-8")
    tab = page()
    tab.goto(changed.as_uri())
    assert tab.title() != "run" and troubles
    troubles.clear()


def test_it_holds_every_card_note_question_and_term(tree, site):
    companion, glossary = (LexborHTMLParser((site / f"{name}.html").read_bytes()) for name in ("companion", "glossary"))
    assert len(tree.css("section.passage")) == len(companion.css("section.passage")) == 26
    assert len(tree.css("details.note")) == len(companion.css("details.note")) > 100
    assert len(tree.css("section.task")) > 60
    terms = [node.attributes["id"] for node in glossary.css("section.entry h2")]
    assert terms and all(tree.css_first(f"[id='{term}']") for term in terms)


def test_every_link_of_it_stays_in_it_or_leads_to_another_host(tree):
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    for link in tree.css("a[href]"):
        href = link.attributes["href"]
        assert href.startswith(("https://", "http://")) or href[1:] in ids or re.match(r"#1\.", href), href


def test_where_the_site_has_an_address_other_pages_are_linked_there(site, tmp_path):
    copied = shutil.copytree(site, tmp_path / "site")
    packet.put(copied, ROOT / "docs", "https://a.example/")
    tree = LexborHTMLParser((copied / "packet.html").read_bytes())
    away = [link.attributes["href"] for link in tree.css("a.person")]
    assert away and all(href.startswith("https://a.example/people.html#") for href in away)


def test_a_note_opens_for_its_phrase_and_a_term_for_its_link(alone, page):
    tab = page(viewport={"width": 1280, "height": 800})
    tab.goto(alone.as_uri())
    phrase = tab.locator(PHRASE).first
    name = phrase.get_attribute("href")
    phrase.click()
    assert tab.locator(f"{name}").is_visible()
    term = tab.locator(".card a.term").first
    term.click()
    assert tab.locator(term.get_attribute("href")).is_visible(), "the glossary opens for its entry"


def test_it_is_read_where_storage_is_blocked(alone, browser, tmp_path, troubles):
    with without_storage(browser, tmp_path / "profile", troubles) as context:
        tab = context.new_page()
        tab.goto(alone.as_uri())
        assert tab.locator("#p6").is_visible()
    assert not troubles


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_system_and_axe_finds_nothing(scheme, alone, page):
    tab = page(color_scheme=scheme, reduced_motion="reduce", viewport={"width": 390, "height": 900})
    tab.goto(alone.as_uri())
    shade = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (shade == "rgb(252, 249, 242)") == (scheme == "light"), shade
    open_notes(tab)
    tab.evaluate("for (const all of document.querySelectorAll('article > details')) all.open = true")
    tab.evaluate(AXE)
    tab.evaluate(THIN)
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        assert not tab.evaluate(RUN, OPTIONS)


def test_a_readers_copy_opens_in_it(alone, essay, page):
    tab = page(viewport={"width": 1280, "height": 800})
    tab.goto(alone.as_uri())
    tab.get_by_role("button", name="Open my copy").click()
    tab.set_input_files("#own-file", essay)
    tab.get_by_role("button", name="Read it with the notes").click()
    assert tab.locator(".own .words").count() == 26


def test_firefox_opens_it_from_a_folder(alone, firefox):
    for width in WIDTHS:
        firefox.resize(width, 800)
        firefox.goto(alone.as_uri())
        firefox.wait("document.documentElement.matches('.js')")
        assert firefox.ask("return document.documentElement.scrollWidth <= innerWidth")
    firefox.ask("document.querySelector('a.ref').click()")
    firefox.wait("document.querySelector('details.note[open]')")
    assert not firefox.errors()
