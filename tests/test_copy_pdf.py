"""A PDF as a copy: printed by Chromium from the essay of the tests, read through the extra `pdf`."""

from __future__ import annotations

import base64
import json
import textwrap
from html import escape
from itertools import zip_longest
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from helpers import inside
from postil.copy.normalise import normalise
from postil.copy.split import split
from test_copy import share
from test_copy_commands import BRIDGE, blocks, companion

HEAD = "<!doctype html><meta charset='utf-8'><title>The Review of Bridges</title>"
BODY = "body { font: 11pt/1.3 serif; margin: 0; text-align: justify }"
COLUMNS = BODY + " main { column-count: 2; column-gap: 10mm }"
ACROSS = BODY + " table { width: 100% } td { width: 50%; white-space: nowrap; font-size: 9pt; padding: 0 4mm }"
MARGIN = dict.fromkeys(("top", "bottom", "left", "right"), "20mm")


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    return companion(tmp_path_factory.mktemp("pdf"))


def printed(browser: Browser, style: str, body: str, **options: object) -> bytes:
    """The PDF of a page, as Chromium prints it: with a head and page numbers when asked for."""
    page = browser.new_page()
    page.set_content(f"{HEAD}<style>{style}</style><main>{body}</main>")
    made = page.pdf(format="A4", margin=MARGIN, **options)
    page.close()
    return made


def paragraphs() -> str:
    return "".join(f"<p>{escape(block)}</p>" for block in blocks())


def rows() -> str:
    """Two columns as a table: each of its rows is a line across both, and so is the text of the PDF."""
    lines = [line for block in blocks() for line in [*textwrap.wrap(block, 48), "\u00a0"]]
    made = []
    for at in range(0, len(lines), 80):
        pairs = zip_longest(lines[at : at + 40], lines[at + 40 : at + 80], fillvalue="\u00a0")
        cells = "".join(f"<tr><td>{escape(left)}</td><td>{escape(right)}</td></tr>" for left, right in pairs)
        made.append(f"<table style='break-after: page'>{cells}</table>")
    return "".join(made)


def picture(browser: Browser) -> str:
    page = browser.new_page()
    page.set_content(f"{HEAD}<p>{escape(blocks()[3])}</p>")
    data = base64.b64encode(page.screenshot()).decode()
    page.close()
    return f"<img alt='' src='data:image/png;base64,{data}'>"


def aligned(data: bytes, folder: Path, root: Path) -> list[dict]:
    (folder / "copy.pdf").write_bytes(data)
    outcome = inside("align", folder / "copy.pdf", "--json", "--root", root)
    assert outcome.status in (0, 3), outcome.err
    return json.loads(outcome.out)["passages"]


def shares(found: list[dict]) -> list[float]:
    """How much of each passage is shown, of those that are, and nothing else with it."""
    due = [list(block.words) for block in split(BRIDGE.read_text(encoding="utf-8")).passages]
    shown = [row for row in found if row["begin"] is not None]
    return [share(due[row["n"] - 1], [word.text for word in normalise(row["text"])]) for row in shown]


@pytest.mark.parametrize("style", [BODY, COLUMNS], ids=["one column", "two columns"])
def test_every_passage_of_a_printed_page_is_matched(style: str, browser: Browser, root: Path, tmp_path: Path):
    found = aligned(printed(browser, style, paragraphs()), tmp_path, root)
    assert {row["status"] for row in found} == {"matched"}
    assert shares(found) == [1.0] * 18


@pytest.mark.parametrize("style", [BODY, COLUMNS], ids=["one column", "two columns"])
def test_heads_and_page_numbers_fall_away(style: str, browser: Browser, root: Path, tmp_path: Path):
    data = printed(browser, style, paragraphs(), display_header_footer=True)
    found = shares(aligned(data, tmp_path, root))
    assert len(found) >= 17
    assert min(found) >= 0.99


def test_columns_that_are_written_line_by_line_across_are_right_or_refused(
    browser: Browser,
    root: Path,
    tmp_path: Path,
):
    found = shares(aligned(printed(browser, ACROSS, rows()), tmp_path, root))
    assert len(found) >= 16
    assert min(found) >= 0.99


def test_a_picture_of_text_is_called_one(browser: Browser, root: Path, tmp_path: Path):
    (tmp_path / "scan.pdf").write_bytes(printed(browser, BODY, picture(browser)))
    outcome = inside("align", tmp_path / "scan.pdf", "--root", root)
    assert (outcome.status, outcome.out) == (2, "")
    assert "this is a picture of text, not text; ask your library for accessible text" in outcome.err
