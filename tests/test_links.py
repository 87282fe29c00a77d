"""postil.links: every id has one address, every entry knows who mentions it, and links are relative."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import TINY, replace, tiny
from postil import links
from postil.checks.addresses import addresses, recorded
from postil.findings import Place
from postil.links import Index, Linker, Target
from postil.load import load
from postil.model import Companion, Prose

HERE = Place("docs/index.md", 10)


def target(id: str, kind: str, page: str) -> Target:
    return Target(id, kind, page, id.capitalize(), HERE)


TARGETS = [
    target("p3", "passage", "essay/2-the-far-bank.md"),
    target("toll", "term", "glossary.md"),
    target("build", "lesson", "lessons/build.md"),
    target("about/page.md", "page", "about/page.md"),
]
INDEX = Index({each.id: each for each in TARGETS}, {"p3": (TARGETS[1], TARGETS[2], TARGETS[3])})


@pytest.mark.parametrize(
    ("id", "address"),
    [
        ("p3", "essay/2-the-far-bank.html#p3"),
        ("toll", "glossary.html#toll"),
        ("build", "lessons/build.html"),
        ("about/page.md", "about/page.html"),
    ],
)
def test_an_address_is_a_page_and_an_id_and_for_a_whole_page_the_page(id: str, address: str) -> None:
    assert INDEX.targets[id].address == address


@pytest.mark.parametrize(
    ("page", "href"),
    [
        ("index.md", "essay/2-the-far-bank.md#p3"),
        ("glossary.md", "essay/2-the-far-bank.md#p3"),
        ("about/page.md", "../essay/2-the-far-bank.md#p3"),
        ("essay/1-the-near-bank.md", "2-the-far-bank.md#p3"),
        ("a/b/c.md", "../../essay/2-the-far-bank.md#p3"),
    ],
)
def test_links_are_relative_to_their_page(page: str, href: str) -> None:
    assert Linker(INDEX, page).href("p3") == href


def test_an_id_of_the_page_itself_is_a_fragment_with_the_prefix_of_the_page() -> None:
    linker = Linker(INDEX, "companion.md", "one-", frozenset({"p3"}))
    assert linker.href("p3") == "#one-p3"
    assert linker.href("toll") == "glossary.md#toll"
    assert linker.id("p3") == "one-p3"


def test_a_link_has_the_class_of_its_kind() -> None:
    assert Linker(INDEX, "index.md").link("a toll", "toll") == "[a toll](glossary.md#toll){ .term }"


def test_a_link_to_nothing_is_its_words() -> None:
    assert Linker(INDEX, "index.md").link("a toll", "tolls") == "a toll"


@pytest.mark.parametrize(
    ("text", "resolved"),
    [
        ("[a][toll] and [b][toll]", "[a](glossary.md#toll){ .term } and [b](glossary.md#toll){ .term }"),
        ("[two\nlines][toll]", "[two\nlines](glossary.md#toll){ .term }"),
        ("[*a*][toll]", "[*a*](glossary.md#toll){ .term }"),
        ("[a][unknown]", "[a][unknown]"),
        ("`[a][toll]`", "`[a][toll]`"),
        ("```\n[a][toll]\n```", "```\n[a][toll]\n```"),
        ("[a](b.md) [ ] [toll]", "[a](b.md) [ ] [toll]"),
    ],
)
def test_references_are_resolved_and_nothing_else(text: str, resolved: str) -> None:
    assert Linker(INDEX, "index.md").resolve(text) == resolved


def test_mentions_are_listed_in_order_and_a_whole_page_has_no_class() -> None:
    assert Linker(INDEX, "index.md").mentioned("p3") == (
        "Mentioned in: [Toll](glossary.md#toll){ .term } · [Build](lessons/build.md){ .lesson } · "
        "[About/page.md](about/page.md)\n{: .mentioned }"
    )


def test_what_nobody_mentions_has_no_line() -> None:
    assert Linker(INDEX, "index.md").mentioned("toll") == ""


def test_a_reference_knows_its_line() -> None:
    prose = Prose("One.\n\n[a][toll] and\n[b][p3].", HERE)
    assert [(each.id, each.words, each.place.line) for each in links.references(prose)] == [
        ("toll", "a", 12),
        ("p3", "b", 13),
    ]


def test_a_reference_that_the_author_defined_is_left_to_markdown() -> None:
    prose = Prose("[a][There] and [b][toll]\n\n[there]: https://example.org", HERE)
    assert [each.id for each in links.references(prose)] == ["toll"]


@pytest.fixture(scope="module")
def tiny_one() -> Companion:
    return load(TINY)[0]


def mentions(companion: Companion, id: str) -> list[str]:
    return [owner.id for owner in links.index(companion).mentions.get(id, ())]


def test_a_source_is_mentioned_by_what_rests_on_it(tiny_one: Companion) -> None:
    assert mentions(tiny_one, "hart-1998") == ["p1-monks", "p1-free", "second-bridge", "pier"]


def test_a_passage_is_mentioned_by_questions_and_pages(tiny_one: Companion) -> None:
    assert mentions(tiny_one, "p1") == ["build-for-strangers", "index.md"]


def test_nothing_mentions_itself(tmp_path: Path) -> None:
    root = tiny(tmp_path / "companion")
    replace(root / "docs/glossary.md", "Money for", "A [toll][toll] is money for")
    assert mentions(load(root)[0], "toll") == ["p1", "p3"]


def test_every_address_of_the_tiny_companion_is_recorded_once(tiny_one: Companion) -> None:
    assert addresses(tiny_one) == recorded(TINY)
    assert len(set(recorded(TINY))) == len(recorded(TINY))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("## A { #a }\n\n### B { .c #b title=x }", ["a", "b"]),
        ("Words.\n{: #c .lede }", ["c"]),
        ("```\n## A { #a }\n```\n\n`{ #b }`", []),
        ("## No id", []),
    ],
)
def test_headings_and_attribute_lists_of_pages_are_ids(text: str, ids: list[str]) -> None:
    assert [each.id for each in links._headings(Prose(text, HERE), "index.md")] == ids
