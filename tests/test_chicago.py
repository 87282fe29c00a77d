"""postil.generate.chicago: author-date entries (Chicago 17, chapter 15) from CSL-JSON."""

from __future__ import annotations

from typing import Any

import pytest

from postil.findings import Place
from postil.generate.chicago import entry
from postil.links import short_name
from postil.model import Source

HART, LOW, POOLE = (
    {"family": name, "given": given} for name, given in (("Hart", "Miriam"), ("Low", "Tom"), ("Poole", "Ines"))
)


def source(**csl: Any) -> Source:
    csl = {key.replace("_", "-"): value for key, value in csl.items()}
    if isinstance(issued := csl.get("issued"), list):
        csl["issued"] = {"date-parts": [issued]}
    return Source("case", csl, Place("docs/sources/sources.json"))


def test_journal_article() -> None:
    record = source(
        type="article-journal",
        author=[HART, LOW],
        title="Eleven Bridges",
        container_title="Valley Studies",
        volume="94",
        issue="3",
        page="12–20",
        issued=[1998, 5],
        DOI="10.1000/eleven",
    )
    assert entry(record) == (
        "Hart, Miriam, and Tom Low. 1998. “Eleven Bridges.” *Valley Studies* 94 (3): 12–20. "
        "<https://doi.org/10.1000/eleven>."
    )


def test_newspaper_article() -> None:
    record = source(
        type="article-newspaper",
        author=[HART],
        title="The Night of the Flood",
        container_title="Valley Gazette",
        issued=[1852, 2, 7],
        URL="https://gazette.example/flood",
    )
    assert entry(record) == (
        "Hart, Miriam. 1852. “The Night of the Flood.” *Valley Gazette*, 7 February. <https://gazette.example/flood>."
    )


def test_book() -> None:
    record = source(type="book", author=[HART], title="Eleven Bridges", publisher="Valley Press", issued=[1998])
    assert entry(record) == "Hart, Miriam. 1998. *Eleven Bridges*. Valley Press."


def test_chapter() -> None:
    record = source(
        type="chapter",
        author=[LOW],
        title="Ferries",
        container_title="Eleven Bridges",
        page="40–61",
        publisher="Valley Press",
        issued=[1998],
    )
    assert entry(record) == "Low, Tom. 1998. “Ferries.” In *Eleven Bridges*, 40–61, Valley Press."


def test_treaty_by_a_body() -> None:
    record = source(
        type="treaty",
        author=[{"literal": "Valley League"}],
        title="Treaty on Crossings",
        publisher="Valley League",
        issued=[1811, 5, 3],
    )
    assert entry(record) == "Valley League. 1811. “Treaty on Crossings.” 3 May."


def test_document_with_a_number() -> None:
    record = source(
        type="legislation", author=[{"literal": "Assembly"}], title="On Tolls", number="A/RES/11", issued=[1811, 5]
    )
    assert entry(record) == "Assembly. 1811. “On Tolls.” A/RES/11, May."


def test_without_an_author_the_publication_stands_first() -> None:
    record = source(type="article-newspaper", title="Flood", container_title="Valley Gazette", issued=[1852, 2, 7])
    assert entry(record).startswith("Valley Gazette. 1852. “Flood.” ")
    assert short_name(record) == "Valley Gazette 1852"


def test_without_author_and_publication_the_publisher_stands_first() -> None:
    record = source(type="report", title="Piers", publisher="County Assembly", issued=[1811])
    assert entry(record) == "County Assembly. 1811. *Piers*."
    assert short_name(record) == "County Assembly 1811"


@pytest.mark.parametrize("issued", [None, {"literal": "n.d."}])
def test_without_a_date_it_says_so(issued: Any) -> None:
    record = source(type="book", author=[HART], title="Piers", publisher="Valley Press", issued=issued)
    assert entry(record) == "Hart, Miriam. n.d. *Piers*. Valley Press."
    assert short_name(record) == "Hart n.d."


def test_three_authors_have_the_first_inverted() -> None:
    record = source(type="book", author=[HART, LOW, POOLE], title="Piers", issued=[1998])
    assert entry(record) == "Hart, Miriam, Tom Low, and Ines Poole. 1998. *Piers*."
    assert short_name(record) == "Hart, Low and Poole 1998"


def test_four_authors_are_short_in_the_text_and_all_named_in_the_list() -> None:
    record = source(type="book", author=[HART, LOW, POOLE, {"literal": "NATO"}], title="Piers", issued=[1998])
    assert entry(record).startswith("Hart, Miriam, Tom Low, Ines Poole, and NATO. 1998.")
    assert short_name(record) == "Hart et al. 1998"


def test_of_more_than_ten_authors_seven_are_named() -> None:
    record = source(type="book", author=[LOW] * 11, title="Piers", issued=[1998])
    assert entry(record) == "Low, Tom" + ", Tom Low" * 6 + ", et al. 1998. *Piers*."


def test_a_name_may_be_one_word() -> None:
    assert entry(source(type="book", author=[{"family": "Quill"}], title="Piers", issued=[1])) == "Quill. 1. *Piers*."


def test_a_doi_is_better_than_an_address() -> None:
    record = source(type="book", author=[LOW], title="Piers", issued=[1], DOI="10.1/x", URL="https://x.example")
    assert entry(record).endswith(" <https://doi.org/10.1/x>.")


@pytest.mark.parametrize(
    ("type", "title", "expected"),
    [
        ("webpage", "Who Kept the Crossings?", "“Who Kept the Crossings?”"),
        ("webpage", "Cross!", "“Cross!”"),
        ("webpage", "Crossings.", "“Crossings.”"),
        ("book", "Why Bridges?", "*Why Bridges?*"),
        ("book", "Bridges.", "*Bridges*."),
    ],
)
def test_a_title_ends_in_one_mark(type: str, title: str, expected: str) -> None:
    record = source(type=type, author=[LOW], title=title, publisher="Valley Press", issued=[1999])
    assert entry(record) == f"Low, Tom. 1999. {expected} Valley Press."


def test_a_publisher_that_is_the_author_is_named_once() -> None:
    record = source(type="report", author=[{"literal": "NATO"}], publisher="NATO", title="Piers", issued=[1999])
    assert entry(record) == "NATO. 1999. *Piers*."
