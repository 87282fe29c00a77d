"""The teacher's two pages small, for the tests: the form, and the page that collects with what a teacher does there."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import Page

import classroom
from waiting import until

KINDS = ("context", "evidence", "perspective", "craft", "since")
FORM = """<class-assign {more}><form class="assign">
<fieldset class="where"><legend>Where</legend><label>Get <input name="get"></label>
<label>Words <textarea name="words"></textarea></label><label>Title <input name="title"></label></fieldset>
<fieldset class="choose"><legend>Passages and questions</legend>
{passages}
<details><summary>Lesson</summary>
<label><input type="checkbox" name="question" value="q-who" data-passages="p2 p3"> Who signed?
<span class="depth">Find it</span></label>
<label><input type="checkbox" name="question" value="q-why" data-passages="p1"> Why?</label>
<label><input type="checkbox" name="question" value="q-all" data-passages=""> And all of it?</label></details>
<div class="own-questions"></div></fieldset>
<fieldset class="kinds"><legend>Notes</legend>{kinds}</fieldset>
<fieldset class="first"><legend>First</legend>
<label><input type="checkbox" name="first"> First reading</label></fieldset>
<fieldset class="due"><legend>Due</legend><label>Due <input type="date" name="due"></label></fieldset>
<section class="preview" aria-live="polite"></section><p class="copy-link"></p></form></class-assign>"""
COLLECT = """<class-collect><p class="drop"><label>Hand-ins <input type="file" multiple></label></p>
<div class="found"></div></class-collect>"""
# The longest the page was busy without a pause, in milliseconds.
WATCH = """addEventListener("DOMContentLoaded", () => {
    let last = performance.now()
    window.longest = 0
    setInterval(() => {
        const now = performance.now()
        window.longest = Math.max(window.longest, now - last)
        last = now
    }, 5)
})"""


def form_body(more: str = "") -> str:
    """The form, with `more` attributes: four passages, three questions."""
    passages = "".join(
        f'<label><input type="checkbox" name="passage" value="{n}"> ¶{n} Passage {n}</label>' for n in range(1, 5)
    )
    kinds = "".join(
        f'<label><input type="checkbox" name="kind" value="{kind}" checked> {kind.title()}</label>' for kind in KINDS
    )
    return FORM.format(passages=passages, kinds=kinds, more=more)


@pytest.fixture(scope="session")
def collect_folder(tmp_path_factory) -> Path:
    """A folder with collect.html."""
    folder = tmp_path_factory.mktemp("collect")
    classroom.put(folder, "collect", COLLECT)
    return folder


@pytest.fixture
def collect(page, collect_folder, server) -> Page:
    """The page that collects, served; a dialog would come from a hand-in that ran."""
    tab = page(WATCH)
    tab.on("dialog", lambda _: pytest.fail("something ran"))
    tab.goto(f"{server(collect_folder)}/collect.html")
    return tab


def give(tab: Page, files: dict[str, str | bytes]) -> str:
    """Choose files, which lie on the disk as a teacher's do; what is said when they are read."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in files]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        tab.locator("input[type=file]").set_input_files(paths)
        return finished(tab)


def finished(tab: Page) -> str:
    """What is said when all is read."""
    until(tab, "() => / read[.,]/.test(document.querySelector('.progress').textContent)")
    return tab.locator(".progress").inner_text()


def names(tab: Page) -> list[str]:
    """The students in the table."""
    return tab.locator("tbody th button").all_inner_texts()


def skipped(tab: Page) -> dict[str, str]:
    """Each file that was not read, with its sentence."""
    items = tab.locator(".skipped li")
    return {
        item.locator("b").inner_text(): item.inner_text().removeprefix(item.locator("b").inner_text()).strip()
        for item in items.all()
    }


def rows(tab: Page) -> list[list[str]]:
    """The table as it is saved for a spreadsheet."""
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Save as CSV").click()
    data = saved.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def frozen(tab: Page) -> float:
    """The longest the page was busy, in milliseconds of a machine that has nothing else to do."""
    longest = tab.evaluate("longest")
    return longest / classroom.slowness(tab)
