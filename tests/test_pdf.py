"""`postil pdf`: tagged files with an outline, every note open, and no link to a path of the machine that printed."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ArrayObject, PdfObject

from conftest import ROOT
from helpers import inside, process, tiny
from postil import chromium
from postil.export.pdf import dated
from postil.load import load

LINK = re.compile(r"\[([^\]]+)\]\[[^\]]+\]")
Leaf = tuple[dict[int, str], int]
needs_chromium = pytest.mark.skipif(not chromium.find(), reason="no Chromium to print with")


@pytest.fixture(scope="module")
def printed(once) -> Path:
    """The PDF files of the repository's own companion, from `postil pdf` run on a copy."""

    def make(folder: Path) -> None:
        for name in ("docs", "overrides", "scripts"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "mkdocs.yml", folder)
        outcome = process("pdf", "--root", folder)
        assert outcome.status == 0, outcome.err
        assert "dist/pdf/companion.pdf" in outcome.out

    return once("printed", make) / "dist" / "pdf"


@pytest.fixture(scope="module")
def companion():
    return load(ROOT)[0]


def words(text: str) -> str:
    """Letters and digits alone: lines are broken, words divided, and with some fonts f and i are one ligature."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())


def titles(outline: list) -> list[str]:
    flat = []
    for item in outline:
        flat += titles(item) if isinstance(item, list) else [item.title]
    return flat


def leaves(document: pypdf.PdfReader) -> Iterator[Leaf]:
    """Each piece of text in the order of reading: the tags around it, number to kind, the outermost first; its page.

    Read from the structure tree (ISO 32000-1, 14.7), so it is the same with every font.
    """
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(document.pages, 1)}

    def below(kid: PdfObject, tags: dict[int, str], page: int) -> Iterator[Leaf]:
        found = kid.get_object()
        if isinstance(found, list):
            for each in found:
                yield from below(each, tags, page)
            return
        if isinstance(found, dict):
            page = numbers[found.raw_get("/Pg").idnum] if "/Pg" in found else page
            if "/S" in found:
                inner = {**tags, found.indirect_reference.idnum: found["/S"]}
                yield from below(found.get("/K", ArrayObject()), inner, page)
        if isinstance(found, int) or "/MCID" in found:
            yield tags, page

    yield from below(document.trailer["/Root"]["/StructTreeRoot"]["/K"], {}, 0)


def heading(tags: dict[int, str]) -> bool:
    return bool({"/H1", "/H2", "/H3", "/H4"} & {*tags.values()})


def notes(found: list[Leaf]) -> list[set[int]]:
    """The pages of each note: of each item of a list with a heading."""
    items: dict[int, list[Leaf]] = {}
    for tags, page in found:
        for number in [number for number, kind in tags.items() if kind == "/LI"]:
            items.setdefault(number, []).append((tags, page))
    return [{page for _, page in item} for item in items.values() if any(heading(tags) for tags, _ in item)]


@needs_chromium
def test_there_is_the_companion_and_every_lesson(printed: Path, companion) -> None:
    wanted = {"companion.pdf", *(f"{lesson.id}.pdf" for lesson in companion.lessons)}
    assert {path.name for path in printed.iterdir()} == wanted


@needs_chromium
def test_every_file_is_tagged_has_an_outline_a_title_and_a_language(printed: Path) -> None:
    for path in printed.iterdir():
        document = pypdf.PdfReader(path)
        catalog = document.trailer["/Root"]
        assert catalog["/MarkInfo"]["/Marked"], path.name
        assert "/StructTreeRoot" in catalog, path.name
        assert catalog["/Lang"] == "en", path.name
        assert document.metadata.title, path.name
        assert len(titles(document.outline)) > 3, path.name


@needs_chromium
def test_the_companion_holds_every_note_and_numbered_pages(printed: Path, companion) -> None:
    document = pypdf.PdfReader(printed / "companion.pdf")
    assert len(document.pages) > 5
    pages = [page.extract_text() for page in document.pages]
    text = words("".join(pages))
    for note in companion.notes:
        assert words(note.title) in text, note.id
    opening = " ".join(LINK.sub(r"\1", companion.notes[0].body.text).split()[:12])
    assert words(opening) in text, "notes are open"
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1))
    outline = words(" ".join(titles(document.outline)))
    assert all(words(passage.title) in outline for passage in companion.passages)


@needs_chromium
def test_every_heading_stands_on_the_page_of_what_follows_it(printed: Path) -> None:
    for path in printed.iterdir():
        found = list(leaves(pypdf.PdfReader(path)))
        ends = [(page, after) for (tags, page), (_, after) in pairwise(found) if heading(tags)]
        assert len(ends) > 3, path.name
        assert [page for page, after in ends if page != after] == [], path.name


@needs_chromium
def test_no_note_is_split_between_pages(printed: Path, companion) -> None:
    found = notes(list(leaves(pypdf.PdfReader(printed / "companion.pdf"))))
    assert len(found) == len(companion.notes)
    assert [pages for pages in found if len(pages) > 1] == []


@needs_chromium
def test_links_stay_in_the_file_or_lead_to_a_public_address_and_sources_are_listed(printed: Path) -> None:
    document = pypdf.PdfReader(printed / "all-parties-at-the-table.pdf")
    links = [link.get_object() for page in document.pages for link in page.get("/Annots", ())]
    addresses = {link["/A"]["/URI"] for link in links if "/URI" in link.get("/A", {})}
    assert addresses
    assert all(address.startswith(("https://", "http://")) for address in addresses)
    assert any("/Dest" in link for link in links), "citations lead to the list of sources"


@needs_chromium
def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    root = tiny(tmp_path / "companion")
    files = []
    for _ in range(2):
        assert process("pdf", "--root", root).status == 0
        files.append({path.name: path.read_bytes() for path in (root / "dist" / "pdf").iterdir()})
    assert files[0] == files[1]


def test_dates_are_replaced_by_dates_of_the_same_length() -> None:
    data = b"<</CreationDate (D:20261123040854+00'00')\n/ModDate (D:20261123040854+00'00')>>"
    assert dated(data, 0) == b"<</CreationDate (D:19700101000000+00'00')\n/ModDate (D:19700101000000+00'00')>>"


def test_without_a_browser_one_message_says_so_and_nothing_is_built(tmp_path: Path) -> None:
    root = tiny(tmp_path / "companion")
    outcome = inside("pdf", "--root", root, CHROMIUM=str(tmp_path / "none"))
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "postil: printing needs Chromium or Chrome, and none was found. Install one, or name it: CHROMIUM=/path/to/it\n"
    )
    assert not (root / "site").exists()


def test_without_playwright_one_message_says_what_brings_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    outcome = inside("pdf", "--root", tiny(tmp_path / "companion"))
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == "postil: printing needs Playwright, which is missing here; `make pdf` installs it\n"
