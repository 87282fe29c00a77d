"""Where a reader's copy is kept, what is said of it, and that forgetting leaves nothing anywhere."""

from __future__ import annotations

import pytest

from browser import without_storage
from dressed import OTHER_PART, PARAGRAPHS
from own_copy import COMPANION, address, open_dialog, place, read, shown
from waiting import until

# Everything the browser has kept for this site whose name or value could be the copy.
LEFT = """async () => {
    const names = [...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter(name => /\\.copy$/.test(name))
    const values = JSON.stringify({ ...sessionStorage, ...localStorage })
    const databases = (await indexedDB.databases()).map(({ name }) => name)
    return [...names, ...databases, ...values.includes("stone") ? ["the text"] : []]
}"""
PUT = """json => new Promise((resolve, reject) => {
    const key = `${__md_scope.pathname}.copy`
    localStorage.setItem(key, "true")
    const opening = indexedDB.open(key, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore("copy")
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
        const put = opening.result.transaction("copy", "readwrite").objectStore("copy").put(json, 0)
        put.onsuccess = () => { opening.result.close(); resolve() }
    }
})"""


@pytest.fixture
def served(bridges, server) -> str:
    return address(bridges, server, "http")


@pytest.fixture
def other(bridges, server) -> str:
    return address(bridges, server, "http", OTHER_PART)


def test_in_a_tab_it_goes_from_part_to_part_and_no_further(served, other, page):
    tab = page()
    tab.goto(served)
    read(tab)
    assert "kept in this tab only" in where(tab)
    tab.goto(other)
    tab.locator(".own").first.wait_for()
    assert shown(tab) == PARAGRAPHS[2:]
    assert "kept in this tab only" in where(tab)
    another = tab.context.new_page()
    another.goto(served, wait_until="networkidle")
    assert not shown(another)


def test_it_is_remembered_on_the_device_only_when_the_reader_says_so(served, page):
    tab = page()
    tab.goto(served)
    read(tab, remember=True)
    assert "on this device, until you forget it" in where(tab)
    another = tab.context.new_page()
    another.goto(served)
    another.locator(".own").first.wait_for()
    assert shown(another) == PARAGRAPHS[:2]
    assert "on this device" in where(another)


@pytest.mark.parametrize("remember", [True, False])
def test_forgetting_wipes_it_everywhere_at_once(remember, served, other, page):
    tab = page()
    tab.goto(served)
    read(tab, remember=remember)
    second = tab.context.new_page()
    second.goto(other)
    if not remember:
        read(second)
    second.locator(".own").first.wait_for()
    tab.get_by_role("button", name="Forget my copy").click()
    second.get_by_text("forgotten in another tab").wait_for()
    for one in (tab, second):
        assert not shown(one)
        until(one, f"async () => (await ({LEFT})()).length === 0")
        one.reload(wait_until="networkidle")
        assert not shown(one)


def test_a_copy_that_slept_while_it_was_forgotten_is_gone_when_it_wakes(served, page):
    """A tab that the browser had put to sleep, or brings back after a crash, still has its own store."""
    tab = page()
    tab.goto(served)
    read(tab)
    kept = tab.evaluate("({ ...sessionStorage })")
    tab.get_by_role("button", name="Forget my copy").click()
    tab.get_by_text("Your copy is forgotten").wait_for()
    tab.evaluate("kept => Object.entries(kept).forEach(([name, value]) => sessionStorage.setItem(name, value))", kept)
    tab.reload(wait_until="networkidle")
    assert not shown(tab)
    assert tab.evaluate(LEFT) == []


@pytest.mark.parametrize(
    ("stored", "words"),
    [("{", "is damaged"), ("[]", "is damaged"), ("null", "is damaged"),
     ('{"version": 1, "passages": [{}]}', "is damaged"),
     ('{"version": 0, "text": "old"}', "another version")],
)  # fmt: skip
@pytest.mark.parametrize("place_of", ["tab", "device"])
def test_what_was_kept_and_cannot_be_read_is_said_and_the_page_works(stored, words, place_of, served, page):
    tab = page()
    tab.goto(served)
    if place_of == "tab":
        tab.evaluate("json => sessionStorage.setItem(`${__md_scope.pathname}.copy`, json)", stored)
    else:
        tab.evaluate(PUT, stored)
    tab.reload()
    tab.get_by_text(words).wait_for()
    read(tab)
    assert shown(tab) == PARAGRAPHS[:2]


def test_a_database_that_is_gone_is_said(served, page):
    tab = page()
    tab.goto(served)
    tab.evaluate("localStorage.setItem(`${__md_scope.pathname}.copy`, 'true')")
    tab.reload()
    tab.get_by_text("is damaged").wait_for()
    tab.reload(wait_until="networkidle")
    assert not tab.get_by_text("is damaged").count(), "said once"


def test_a_full_store_keeps_it_in_the_page(served, page):
    tab = page(init="Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }")
    tab.goto(served)
    read(tab)
    assert "kept in this page only" in where(tab) and "full or blocked" in where(tab)


def test_a_database_without_room_is_said_and_the_tab_keeps_it(served, page):
    tab = page(init="IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }")
    tab.goto(served)
    read(tab, remember=True)
    assert "kept in this tab only" in where(tab) and "no room" in where(tab)


def test_blocked_storage_is_said_and_all_else_works(served, browser, tmp_path, troubles):
    with without_storage(browser, tmp_path, troubles) as context:
        tab = context.new_page()
        tab.goto(served)
        read(tab)
        assert shown(tab) == PARAGRAPHS[:2]
        assert "kept in this page only" in where(tab) and "blocked" in where(tab)
        tab.get_by_role("button", name="Forget my copy").click()
        tab.get_by_text("Your copy is forgotten").wait_for()
    assert not troubles


def test_in_a_folder_nothing_is_stored_unless_the_reader_says_so(bridges, page):
    tab = page()
    tab.goto(f"{bridges.as_uri()}/{COMPANION}")
    read(tab)
    assert "kept in this page only" in where(tab)
    assert tab.evaluate(LEFT) == []
    tab.reload(wait_until="networkidle")
    assert not shown(tab)
    read(tab, remember=True)
    tab.reload()
    tab.locator(".own").first.wait_for()
    tab.get_by_role("button", name="Forget my copy").click()
    tab.get_by_text("Your copy is forgotten").wait_for()
    assert tab.evaluate(LEFT) == []


def test_notes_that_changed_since_are_placed_anew(served, page):
    tab = page()
    tab.goto(served)
    read(tab)
    tab.evaluate("""() => {
        const key = `${__md_scope.pathname}.copy`
        const copy = JSON.parse(sessionStorage.getItem(key))
        copy.edition = "older"
        for (const passage of copy.passages) passage.pins = {}
        sessionStorage.setItem(key, JSON.stringify(copy))
    }""")
    tab.reload()
    tab.locator(".own a.ref").first.wait_for()
    assert shown(tab) == PARAGRAPHS[:2]


def test_another_copy_takes_the_place_of_the_first(served, page):
    tab = page()
    tab.goto(served)
    read(tab)
    open_dialog(tab)
    assert "1 of 4 paragraphs found" in place(tab, PARAGRAPHS[1])
    tab.get_by_role("button", name="Read it with the notes").click()
    assert shown(tab) == PARAGRAPHS[1:2]
    assert tab.get_by_text("This paragraph was not found in your copy").count() == 1


def where(tab) -> str:
    return tab.get_by_role("region", name="My copy").inner_text()
