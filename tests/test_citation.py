"""What Zotero, search engines and link previews read cites the companion, never the essay's authors."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from browser import PART, TEMPLATES, pages

COMPANION = "Lessons of Istanbul"
CREATORS = ("author", "citation_author", "dc.creator", "article:author")
TITLES = ("citation_title", "og:title")


@pytest.fixture(scope="module")
def metadata(site):
    """metadata(path): every named meta of the page, lower-case name -> contents."""

    def read(path: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for node in LexborHTMLParser((site / path).read_text(encoding="utf-8")).css("head meta[content]"):
            name = (node.attributes.get("name") or node.attributes.get("property") or "").lower()
            found.setdefault(name, []).append(node.attributes["content"])
        return found

    return read


def test_a_part_is_cited_by_its_title_and_the_companions_name(metadata):
    found = metadata(PART)
    assert found["citation_title"] == ["Far Horizon"]
    assert found["citation_author"] == [COMPANION]
    assert found["citation_language"] == ["en"]


def test_zotero_takes_a_part_for_a_web_page_not_an_article(metadata):
    found = metadata(PART)
    assert found["dc.type"] == ["webpage"]
    assert not {"citation_journal_title", "citation_doi", "citation_issn", "citation_volume"} & set(found)


def test_a_link_preview_names_page_and_companion(metadata):
    found = metadata(PART)
    assert found["og:title"] == ["Far Horizon"]
    assert found["og:site_name"] == [COMPANION]
    assert found["og:type"] == ["website"]
    assert 20 < len(found["description"][0]) < 300


def test_the_creator_of_every_page_is_the_companion_alone(metadata, site):
    for path in pages(site):
        creators = {creator for name in CREATORS for creator in metadata(path).get(name, [])}
        assert creators == {COMPANION}, path


def test_no_metadata_names_the_essays_authors_or_their_publisher_as_its_own(metadata, site):
    for path in pages(site):
        for name, contents in metadata(path).items():
            text = " ".join(contents)
            if name.startswith(("citation_", "dc.", "og:", "author")) and name not in TITLES:
                assert not any(word in text for word in ("Charap", "Radchenko", "Foreign Affairs")), f"{path}: {name}"


@pytest.mark.parametrize("template", [name for name in TEMPLATES if name != "404"])
def test_every_template_has_one_title_to_cite(template, metadata):
    found = metadata(TEMPLATES[template])
    assert all(len(found[name]) == 1 and found[name][0].strip() for name in TITLES)


def test_an_address_is_cited_only_when_the_build_knows_it(metadata, site):
    known = '<link rel="canonical"' in (site / PART).read_text(encoding="utf-8")
    assert ("citation_public_url" in metadata(PART)) == known
