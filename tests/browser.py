"""Helpers of the browser tests: where a page lies over HTTP and in the folder, and questions to put to a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page

import machine
from conftest import REPORT_VIOLATIONS, watch
from geometry import OPEN_NOTES
from postil.chromium import switches
from waiting import patient

PART = "essay/2-far-horizon.html"
# One page of each template: every one has markup of its own.
TEMPLATES = {
    "front": "index.html",
    "essay": "essay/index.html",
    "part": PART,
    "notes": "notes.html",
    "companion": "companion.html",
    "lessons": "lessons/index.html",
    "lesson": "lessons/long-term-security.html",
    "timeline": "timeline/index.html",
    "glossary": "glossary.html",
    "people": "people.html",
    "sources": "sources/index.html",
    "about": "about/method.html",
    "numbering": "about/numbering.html",
    "404": "404.html",
}
SEARCH = "[data-md-component=search-query]"
RESULTS = "[data-md-component=search-result]"
# Every letter typed brings new answers; what is clicked too early is gone.
SETTLED = """selector => new Promise(resolve => {
    const still = () => requestIdleCallback(() => resolve())
    let timer = setTimeout(still, 300)
    new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(still, 300) })
        .observe(document.querySelector(selector), { childList: true, subtree: true })
})"""


def home(request: pytest.FixtureRequest, way: str) -> str:
    """The address of the companion without a slash at the end: served ("http"), or unzipped on a stick ("file")."""
    if way == "file":
        return request.getfixturevalue("bundle").as_uri()
    return request.getfixturevalue("server")(request.getfixturevalue("site"))


@pytest.fixture
def served(request) -> str:
    """The address of the companion over HTTP."""
    return home(request, "http")


@pytest.fixture(params=["http", "file"])
def start(request) -> str:
    """The address of the companion, in turn over HTTP and in a folder."""
    return home(request, request.param)


@pytest.fixture
def opened(start, page):
    """opened(**options): a part in a window of its own, nothing shown yet; the options are those of `page`."""

    def visit(**options):
        tab = page(**options)
        tab.goto(f"{start}/{PART}")
        return tab

    return visit


def folder(request: pytest.FixtureRequest, way: str) -> Path:
    """The folder behind home(request, way)."""
    return request.getfixturevalue("bundle" if way == "file" else "site")


def pages(root: Path) -> list[str]:
    """The path of every page below `root`."""
    found = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.html"))
    assert len(found) > 20, f"only {len(found)} pages in {root}"
    return found


def parts(root: Path) -> list[str]:
    """The path of every page that holds passages, the one-page companion left out."""
    return [path for path in pages(root) if path.startswith("essay/") and path != "essay/index.html"]


def requested(page: Page) -> list[str]:
    """A list that grows with the path of every file this page asks for."""
    paths: list[str] = []
    page.on("request", lambda request: paths.append(request.url.split("?")[0]))
    return paths


def search_for(page: Page, words: str) -> None:
    """Open the search as a reader does at this width, put in `words`, and wait until the answers stand still.

    They come at once, as from the clipboard, and a key that writes nothing asks: Material asks anew at every key, and
    on a slow machine the answers to a long title would go on changing under the pointer.
    """
    button = page.locator("label.md-header__button[for=__search]")
    (button if button.is_visible() else page.locator(SEARCH)).click()
    page.locator(SEARCH).fill(words)
    page.locator(SEARCH).press("End")
    page.locator(f"{RESULTS} a").first.wait_for()
    page.evaluate(SETTLED, RESULTS)


def open_notes(page: Page) -> None:
    """Every note open, and entries far from the screen laid out."""
    page.evaluate(OPEN_NOTES)


def hidden_by_header(page: Page, target: Locator) -> str:
    """Says by how much the header covers `target`, or that it lies below the window; empty when it is in view."""
    box = target.bounding_box()
    assert box, f"{target} is not shown"
    edge = page.evaluate("document.querySelector('.md-header').getBoundingClientRect().bottom")
    if box["y"] < edge - 0.5:
        return f"{edge - box['y']:.0f} px of it under the header"
    window = page.evaluate("innerHeight")
    return f"{box['y'] - window:.0f} px below the window" if box["y"] > window - 10 else ""


@contextmanager
def without_storage(browser: Browser, profile: Path, troubles: list[str]) -> Iterator[BrowserContext]:
    """A context in which the reader has told Chromium to block cookies and site data: touching localStorage throws."""
    settings = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (profile / "Default").mkdir(parents=True)
    (profile / "Default" / "Preferences").write_text(json.dumps(settings))
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=machine.chromium(), args=switches()
    )
    try:
        watch(context, troubles)
        context.add_init_script(REPORT_VIOLATIONS)
        opened = context.new_page
        context.new_page = lambda: patient(opened())  # type: ignore[method-assign]
        yield context
    finally:
        context.close()
