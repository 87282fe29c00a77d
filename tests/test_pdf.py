"""`postil pdf`: tagged files with an outline, every note open, and no link to a path of the machine that printed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdf
import pytest

from conftest import ROOT
from helpers import inside, process, tiny
from postil import chromium
from postil.export.pdf import dated
from postil.load import load

LINK = re.compile(r"\[([^\]]+)\]\[[^\]]+\]")
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
    """Letters and digits alone: lines are broken, and words divided, where the page asks for it."""
    return "".join(letter for letter in text if letter.isalnum())


def titles(outline: list) -> list[str]:
    flat = []
    for item in outline:
        flat += titles(item) if isinstance(item, list) else [item.title]
    return flat


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
def test_no_page_ends_with_the_heading_of_a_note(printed: Path, companion) -> None:
    headings = [words(each.title) for passage in companion.passages for each in (passage, *passage.notes)]
    for number, page in enumerate(pypdf.PdfReader(printed / "companion.pdf").pages, 1):
        lines = page.extract_text(extraction_mode="layout").splitlines()  # in the order of the eye
        *_, last, foot = [line.strip() for line in lines if line.strip()]
        assert foot.startswith(f"{number} / ")
        assert not any(heading.endswith(words(last)) for heading in headings), f"page {number} ends with {last!r}"


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
