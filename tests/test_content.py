"""The repository's own companion: `postil check` finds nothing, there is as much as promised, linked both ways."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from conftest import ROOT
from postil.checks.cards import card_words
from postil.load import load
from postil.model import KINDS
from postil.words import count

COMPLETE_PARTS = ("Introduction", "Far Horizon")  # with all their notes; the others follow
ENTRY_PAGES = ("glossary.html", "people.html", "timeline/index.html")


@pytest.fixture(scope="module")
def companion():
    return load(ROOT)[0]


@pytest.fixture(scope="module")
def trees(site):
    """trees(path): a page of the site, parsed once."""
    parsed: dict[str, LexborHTMLParser] = {}

    def tree(path: str) -> LexborHTMLParser:
        return parsed.setdefault(path, LexborHTMLParser((site / path).read_text(encoding="utf-8")))

    return tree


def test_check_finds_nothing():
    command = [str(Path(sys.executable).with_name("postil")), "check", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert json.loads(done.stdout)["findings"] == []


def test_every_paragraph_has_a_card(companion):
    assert len(companion.passages) == 26
    assert all(passage.title and passage.claim.text and passage.analysis.text for passage in companion.passages)


def test_the_complete_parts_have_twenty_notes_of_all_five_kinds(companion):
    notes = [
        note
        for part in companion.parts
        if part.title in COMPLETE_PARTS
        for passage in part.passages
        for note in passage.notes
    ]
    assert len(notes) >= 20
    assert {note.kind for note in notes} == set(KINDS)


@pytest.mark.parametrize(("what", "number"), [("terms", 15), ("people", 15), ("lessons", 2), ("sources", 30)])
def test_there_are_enough(what, number, companion):
    assert len(getattr(companion, what)) >= number


def test_there_are_enough_events(companion):
    assert len(companion.timeline.events) >= 25


@pytest.mark.parametrize("title", ["", *COMPLETE_PARTS])
def test_notes_are_at_least_three_times_as_long_as_cards(title, companion):
    """In the whole companion, and in each part that is complete."""
    passages = [passage for part in companion.parts if title in ("", part.title) for passage in part.passages]
    notes = sum(count(note.body.text) for passage in passages for note in passage.notes)
    assert notes >= 3 * sum(map(card_words, passages)) > 0


def test_what_an_entry_is_mentioned_in_links_to_it(companion, trees):
    """Both ways: a page that links to an entry is named at the entry, and what is named there has the link."""
    linking = links_to_entries(companion, trees)
    for entry in [*companion.terms, *companion.people, *companion.timeline.events]:
        owner = entry_node(trees, entry.id)
        named = {target(trees, page_of(entry.id, companion), link) for link in owner.css(".mentioned a")}
        assert {page for page, _ in named} == linking.get(entry.id, set()), entry.id


def test_every_link_of_mentioned_in_resolves(companion, trees, site):
    for path in (*ENTRY_PAGES, "sources/index.html"):
        for link in trees(path).css(".mentioned a"):
            page, anchor = target(trees, path, link)
            assert (site / page).is_file(), link.html
            assert not anchor or trees(page).css(f"[id='{anchor}']"), link.html


def test_every_note_and_event_links_to_its_sources(companion, trees):
    for part in companion.parts:
        tree = trees(part.path.replace(".md", ".html"))
        for note in (note for passage in part.passages for note in passage.notes):
            assert cited(tree.css_first(f"[id='{note.id}']")) == list(note.sources), note.id
    for event in companion.timeline.events:
        assert event.sources and cited(entry_node(trees, event.id)) == list(event.sources), event.id


def test_every_source_is_on_its_page_and_says_how_it_was_checked(companion, trees):
    for source in companion.sources:
        node = trees("sources/index.html").css_first(f".source[id='{source.id}'], .source:has([id='{source.id}'])")
        assert node and node.css_first(".how").text().strip(), source.id
        assert node.css(".mentioned a"), f"{source.id} is cited nowhere"


def cited(node: LexborNode) -> list[str]:
    return [link.attributes["href"].split("#")[1] for link in node.css(".src a.source")]


def page_of(id: str, companion) -> str:
    if id in {term.id for term in companion.terms}:
        return "glossary.html"
    return "people.html" if id in {person.id for person in companion.people} else "timeline/index.html"


def entry_node(trees, id: str) -> LexborNode:
    found = [trees(path).css_first(f"[id='{id}']") for path in ENTRY_PAGES]
    node = next(filter(None, found))
    while "entry" not in (node.attributes.get("class") or ""):
        node = node.parent
    return node


def target(trees, path: str, link: LexborNode) -> tuple[str, str]:
    """Where a link on page `path` leads: (page, anchor)."""
    page, _, anchor = link.attributes["href"].partition("#")
    parts = [*path.split("/")[:-1], *page.split("/")] if page else path.split("/")
    while ".." in parts:
        at = parts.index("..")
        del parts[at - 1 : at + 1]
    return "/".join(parts), anchor


def links_to_entries(companion, trees) -> dict[str, set[str]]:
    """id of an entry -> pages of passages, notes, lessons, other entries and pages whose text links to it."""
    found: dict[str, set[str]] = {}
    pages = [part.path for part in companion.parts] + [lesson.path for lesson in companion.lessons]
    pages += [page.path for page in companion.pages] + ["timeline/index.md"]
    for path in (re.sub(r"\.md$", ".html", page) for page in pages):
        for link in trees(path).css("article a:is(.term, .person, .event)"):
            if not within(link, "mentioned"):
                found.setdefault(target(trees, path, link)[1], set()).add(path)
    for path in (each.path.replace(".md", ".html") for each in companion.assignments):
        for link in trees(path).css("article > p a:is(.term, .person, .event)"):  # what it says itself, not the cards
            found.setdefault(target(trees, path, link)[1], set()).add(path)
    return found


def within(node: LexborNode, name: str) -> bool:
    while node := node.parent:
        if name in (node.attributes.get("class") or "").split():
            return True
    return False
