"""What may be known of the essay is right, and not a sentence of it is here. Needs a copy of it; see conftest.py."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from browser import pages
from conftest import ROOT
from postil.load import load
from postil.words import words

OVERLAP = ROOT.parent / "shared" / "tools" / "overlap.py"
RUN = 8
HEADINGS_AT_MOST = 15


@pytest.fixture(scope="module")
def companion():
    return load(ROOT)[0]


@pytest.fixture(scope="module")
def paragraphs(essay) -> list[list[str]]:
    """The words of each paragraph: what is longer than a heading, without the first, which is title and subtitle."""
    blocks = essay.read_text(encoding="utf-8").split("\n\n")
    return [words(block) for block in blocks if len(block.split()) > HEADINGS_AT_MOST][1:]


@pytest.fixture(scope="module")
def wording(companion, paragraphs) -> set[tuple[str, ...]]:
    """Every run of eight words inside a paragraph of the essay, without its name."""
    name = runs(words(f"{companion.essay.title} {companion.essay.subtitle}"))
    return {run for paragraph in paragraphs for run in runs(paragraph)}.difference(name)


def test_the_lengths_in_essay_yml_are_those_of_the_paragraphs(companion, paragraphs):
    assert list(companion.essay.words) == [len(paragraph) for paragraph in paragraphs]


def test_every_paragraph_has_its_passage(companion, paragraphs):
    assert [passage.number for passage in companion.passages] == list(range(1, len(paragraphs) + 1))
    assert len(paragraphs) == 26


def test_every_pin_starts_and_ends_inside_its_paragraph(companion, paragraphs):
    for passage in companion.passages:
        for note in passage.notes:
            first, length = note.pin
            assert 0 <= first < first + length <= len(paragraphs[passage.number - 1]), note.id


def test_the_tree_holds_no_run_of_the_essay():
    assert no_runs() == 0


def test_the_built_site_and_the_bundle_hold_no_run_of_the_essay(site, bundle):
    assert no_runs("--built", str(site)) == 0
    assert no_runs("--built", str(bundle)) == 0


def test_no_page_joins_eight_words_of_the_essay_across_its_markup(site, wording):
    """As a reader sees the page: words parted by a link or an accent in the markup still stand side by side."""
    texts = {path: LexborHTMLParser((site / path).read_text(encoding="utf-8")).body.text() for path in pages(site)}
    assert [path for path, text in texts.items() if holds(text, wording)] == []


def test_the_search_index_and_metadata_hold_no_run_of_the_essay(site, wording):
    files = [*site.glob("search/*"), *site.rglob("*.html")]
    assert [path.name for path in files if holds(path.read_text(encoding="utf-8"), wording)] == []


def holds(text: str, wording: set[tuple[str, ...]]) -> bool:
    """Yes or no only: a failing test must not print the essay."""
    return not wording.isdisjoint(runs(words(text)))


def runs(text: list[str]) -> list[tuple[str, ...]]:
    return [tuple(text[at : at + RUN]) for at in range(len(text) - RUN + 1)]


def no_runs(*options: str) -> int:
    """What overlap.py returns: 0 for none. It is kept beside the essay, not here."""
    if not OVERLAP.is_file():
        pytest.skip("no ../shared/tools/overlap.py")
    command = [sys.executable, str(OVERLAP), *options]
    done = subprocess.run(command, cwd=Path(ROOT), capture_output=True, text=True)
    assert done.returncode != 1, done.stdout
    return done.returncode
