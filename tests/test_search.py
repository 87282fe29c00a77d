"""Search lands on the passage, term, person, event; served and from the folder, at no cost until opened."""

from __future__ import annotations

import re

import pytest

from browser import PART, RESULTS, SEARCH, hidden_by_header, home, requested, search_for, without_storage

# What a reader types, and where it must lead.
WANTED = {
    "passage": (None, f"{PART}#p6"),  # its title, read from the page
    "note": (None, f"{PART}#p6-"),
    "term": ("security guarantee", "glossary.html#security-guarantee"),
    "person": ("Arakhamia", "people.html#arakhamia"),
    "event": (None, "timeline/index.html#istanbul-communique-2022"),
}


@pytest.fixture(params=["http", "file"])
def start(request) -> str:
    return home(request, request.param)


@pytest.mark.parametrize("kind", WANTED)
def test_search_lands_on_the(kind, start, page):
    tab = page()
    words, wanted = WANTED[kind]
    words = words or title(tab, f"{start}/{wanted}")
    tab.goto(f"{start}/about/method.html")
    search_for(tab, words)
    follow(tab, wanted)


def test_search_works_from_a_page_at_the_root_and_on_a_phone(start, page):
    tab = page(viewport={"width": 390, "height": 800})
    tab.goto(f"{start}/index.html")
    search_for(tab, "Arakhamia")
    follow(tab, "people.html#arakhamia")


def test_before_the_search_is_opened_neither_worker_nor_index_is_asked_for(start, page):
    tab = page()
    paths = requested(tab)
    tab.goto(f"{start}/{PART}", wait_until="networkidle")
    tab.mouse.wheel(0, 2000)
    tab.wait_for_timeout(300)
    assert not [path for path in paths if is_search(path)]
    search_for(tab, "guarantee")
    assert len([path for path in paths if "search_index" in path]) == 1
    assert len([path for path in paths if "workers/search" in path]) == 1


def test_search_works_where_storage_is_blocked(start, browser, tmp_path, troubles):
    with without_storage(browser, tmp_path, troubles) as context:
        tab = context.new_page()
        tab.goto(f"{start}/about/method.html")
        search_for(tab, "Arakhamia")
        follow(tab, "people.html#arakhamia")
    assert not troubles


def test_enter_leads_to_the_best_answer(start, page):
    tab = page()
    tab.goto(f"{start}/about/method.html")
    search_for(tab, "Arakhamia")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile("#arakhamia"))


def test_escape_leaves_the_search(start, page):
    tab = page()
    tab.goto(f"{start}/about/method.html")
    search_for(tab, "Arakhamia")
    tab.keyboard.press("Escape")
    tab.locator(f"{RESULTS} a").first.wait_for(state="hidden")


def test_words_that_stand_nowhere_find_nothing(start, page):
    tab = page()
    tab.goto(f"{start}/about/method.html")
    tab.locator(SEARCH).click()
    tab.locator(SEARCH).press_sequentially("xyzzyplugh")
    tab.get_by_text("No matching documents").wait_for()


def title(tab, address: str) -> str:
    """The words of the heading at `address`, without the passage's number; of the first one that begins so."""
    tab.goto(address.split("#")[0])
    heading = tab.locator(f":is(h2, h3)[id^='{address.split('#')[1]}']").first
    return re.sub(r"^¶\s*\d+\s*", "", heading.text_content().strip())


def follow(tab, wanted: str) -> None:
    """Click the result for `wanted`, which must be in sight without unfolding more; its heading must come into view."""
    page, anchor = wanted.split("#")
    pattern = re.compile(rf"{re.escape(page)}(\?[^#]*)?#{re.escape(anchor)}")
    result = next(
        link for link in tab.locator(f"{RESULTS} a:visible").all() if pattern.search(link.get_attribute("href"))
    )
    result.click()
    tab.wait_for_url(pattern)
    heading = tab.locator(f"[id='{tab.url.split('#')[1]}']")
    heading.wait_for()
    tab.wait_for_timeout(300)
    assert not hidden_by_header(tab, heading), hidden_by_header(tab, heading)


def is_search(path: str) -> bool:
    return "workers/search" in path or "search_index" in path
