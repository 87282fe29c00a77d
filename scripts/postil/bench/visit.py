"""What a browser asks for when a reader opens a page, and when the reader then searches."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from .. import chromium
from .process import NotMeasured
from .server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIELD = "[data-md-component=search-query]"


@dataclass(frozen=True)
class Visit:
    """Paths below the site, in the order they were asked for; `elsewhere` are requests to other hosts."""

    opening: list[str]
    searching: list[str]
    elsewhere: list[str]


def visit(site: Path, page: str, query: str, quiet: float) -> Visit:
    """Opens `page` of the built `site` in a browser that has seen nothing before, then searches for `query`.

    When nothing was asked for in `quiet` seconds, the page is taken to have all it wants.
    """
    if not (site / page).is_file():
        raise NotMeasured(f"no page {page}")
    with serving(site) as (address, asked), browsing() as browser:
        tab, elsewhere = browser.new_page(viewport={"width": 1440, "height": 900}), []
        tab.on("request", lambda request: elsewhere.append(request.url) if _outside(request.url, address) else None)
        tab.goto(f"{address}/{page}")
        _settle(tab, asked, quiet)
        opening = list(asked)
        _search(tab, query)
        _settle(tab, asked, quiet)
        return Visit(opening, asked[len(opening) :], elsewhere)


def _outside(url: str, address: str) -> bool:
    return url.startswith("http") and not url.startswith(address)


def _settle(tab: Page, asked: list[str], quiet: float) -> None:
    count = -1
    while count < len(asked):
        count = len(asked)
        tab.wait_for_timeout(quiet * 1000)


def _search(tab: Page, query: str) -> None:
    from playwright.sync_api import Error

    try:
        tab.click(FIELD, timeout=5000)
        tab.keyboard.type(query, delay=30)
        tab.wait_for_selector(".md-search-result__item", timeout=20000)
    except Error as error:
        raise NotMeasured(f"the search found nothing: {error.message.splitlines()[0]}") from error


@contextmanager
def browsing() -> Iterator[Browser]:
    """A Chromium that reaches no other host."""
    if not find_spec("playwright"):
        raise NotMeasured("Playwright is not installed")
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.switches())
        except Error as error:
            raise NotMeasured(f"no Chromium: {error.message.splitlines()[0]}") from error
        try:
            yield browser
        finally:
            browser.close()
