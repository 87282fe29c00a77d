"""A student's work on the device: saved, found again, and never lost without a word."""

from __future__ import annotations

import json
import time

import pytest

from browser import home, without_storage
from student import (
    CODE,
    OTHER_CODE,
    PAGE,
    READY,
    answer,
    begin,
    change_stored,
    copied,
    kept,
    keys,
    settled,
    stored,
    texts,
    write,
)
from waiting import until

DAY = 86_400_000
ONLY = "What you write is saved on this device only."


@pytest.fixture
def start(request) -> str:
    return home(request, "http")


@pytest.fixture
def tab(start, page):
    made = page()
    begin(made, start)
    return made


def test_it_is_saved_at_each_pause_and_while_somebody_types_on(tab):
    assert kept(tab).inner_text() == ONLY
    answer(tab).press_sequentially("They were not asked, and nobody told them why", delay=20)
    until(tab, "() => Object.keys(localStorage).some(key => key.includes('.work.'))")
    write(tab, "They were not asked.")
    assert texts(tab) == {"q-table-who": "They were not asked."}
    assert stored(tab)["title"] == "Who was not in the room?"
    assert keys(tab) == [f"/.work.{CODE[-8:]}"]
    assert kept(tab, 2).inner_text() == ONLY


def test_it_is_there_after_a_reload_and_the_back_button(tab, start):
    answer(tab).fill("Kept")
    answer(tab, 2).press_sequentially("Not yet saved")
    tab.reload()
    assert answer(tab).input_value() == "Kept"
    assert answer(tab, 2).input_value() == "Not yet saved"
    assert tab.url.endswith(f"#{CODE}")
    tab.goto(f"{start}/glossary.html")
    tab.go_back()
    answer(tab).wait_for()
    assert answer(tab).input_value() == "Kept"
    assert tab.locator(".found").inner_text().startswith("Work of ")


def test_not_yours_is_beside_the_line_that_says_so_and_asks_once(tab):
    write(tab, "Somebody else's")
    tab.reload()
    line = tab.locator(".found")
    line.get_by_role("button", name="Erase it").click()
    assert texts(tab)
    line.get_by_role("button", name="Press again").click()
    assert "Erased." in line.inner_text()
    assert tab.evaluate("document.activeElement.matches('.found')")
    assert answer(tab).input_value() == "" and not keys(tab)
    tab.reload()
    assert not keys(tab) and not tab.locator(".found").count()


def test_another_assignment_has_its_own_work(tab, start):
    write(tab, "Of the first")
    tab.evaluate(f"location.hash = '{OTHER_CODE}'")
    tab.get_by_role("heading", name="Another one").wait_for()
    assert answer(tab).input_value() == ""
    write(tab, "Of the other")
    assert len(keys(tab)) == 2
    tab.go_back()
    tab.get_by_role("heading", name="Who was not in the room?").wait_for()
    assert answer(tab).input_value() == "Of the first"


def test_blocked_is_said_at_once_and_what_is_written_can_be_copied(browser, tmp_path, troubles, start):
    with without_storage(browser, tmp_path, troubles) as context:
        tab = context.new_page()
        begin(tab, start)
        assert "keeps nothing" in kept(tab).inner_text()
        answer(tab).fill("On the screen only")
        tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
        kept(tab).get_by_role("button", name="Copy answers").click()
        kept(tab).get_by_text("Copied.").wait_for()
        assert "On the screen only" in tab.evaluate("navigator.clipboard.readText()")


def test_full_is_said_beside_the_answer_and_later_saved(tab):
    tab.evaluate("""() => {
        let size = 4_000_000
        while (size) try { localStorage["fill" + Math.random()] = "x".repeat(size) } catch { size >>= 1 }
    }""")
    write(tab, "No room for this", said="storage is full")
    assert kept(tab).get_attribute("role") == "alert"
    assert "No room for this" in copied(tab)
    tab.evaluate(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('fill')) localStorage.removeItem(key)"
    )
    write(tab, "Room for this")
    assert texts(tab)["q-table-who"] == "Room for this"


def test_cleared_between_two_keystrokes_it_is_saved_again_and_said(tab):
    write(tab, "First", 1)
    write(tab, "Second", 2)
    tab.evaluate("localStorage.clear()")
    write(tab, "Second and more", 2, said="Saved again")
    assert texts(tab) == {"q-table-who": "First", "own:1": "Second and more"}


def test_cleared_by_another_tab_it_is_said_before_the_next_keystroke(tab, start):
    write(tab, "First")
    other = tab.context.new_page()
    other.goto(f"{start}/glossary.html")
    other.evaluate("localStorage.clear()")
    kept(tab).filter(has_text="has been cleared").wait_for()
    assert answer(tab).input_value() == "First"
    write(tab, "First again", said="Saved again")
    assert texts(tab) == {"q-table-who": "First again"}


def test_work_of_a_newer_version_is_left_alone(tab):
    write(tab, "Today")
    change_stored(tab, version=2, fields={"new": [1]})
    before = tab.evaluate("Object.values(localStorage).join()")
    tab.reload()
    assert "newer version" in kept(tab).inner_text()
    answer(tab).fill("Written all the same")
    settled(tab)
    assert tab.evaluate("Object.values(localStorage).join()") == before
    assert "Written all the same" in copied(tab)


@pytest.mark.parametrize(
    "left",
    ['{"version":1,"fields":{"q-ta', "[]", "7", '{"version":1,"fields":{"q-table-who":{"text":7,"at":1}}}', '"<b>'],
)
def test_damaged_work_is_said_shown_and_put_aside(left, tab):
    write(tab, "x")
    tab.evaluate("([key, value]) => localStorage.setItem(key, value)", [keys(tab)[0], left])
    tab.on("dialog", lambda dialog: dialog.accept())
    tab.reload()
    tab.locator(".found summary").click()
    assert tab.locator(".found pre").inner_text() == left
    write(tab, "Begun anew")
    assert texts(tab) == {"q-table-who": "Begun anew"}
    assert len(keys(tab)) == 2
    tab.reload()
    assert tab.locator(".found pre").text_content() == left


def test_two_tabs_see_each_other(tab, start):
    second = tab.context.new_page()
    begin(second, start)
    write(tab, "From the first")
    until(second, "() => document.querySelector('#work-q-table-who').value === 'From the first'")
    write(second, "From the second", 2)
    until(tab, "() => document.getElementById('work-own:1').value === 'From the second'")
    assert texts(tab) == {"q-table-who": "From the first", "own:1": "From the second"}


@pytest.mark.parametrize(
    ("button", "expected"),
    [("Add it to mine", "Mine\n\nTheirs"), ("Take it instead", "Theirs"), ("Keep only mine", "Mine")],
)
def test_of_two_texts_in_one_field_none_is_lost(button, expected, tab):
    write(tab, "Before")
    fields = stored(tab)["fields"]
    fields["q-table-who"] = {"text": "Theirs", "at": int(time.time() * 1000)}
    answer(tab).fill("Mine")  # not yet saved when the other one is
    change_stored(tab, fields=fields)
    other = tab.get_by_role("group", name="Another text")
    assert "Theirs" in other.inner_text()
    assert answer(tab).input_value() == "Mine"
    tab.reload()
    assert "Theirs" in other.inner_text()
    assert "Two texts" in tab.locator(".missing").inner_text()
    other.get_by_role("button", name=button).click()
    assert answer(tab).input_value() == expected
    assert tab.evaluate("document.activeElement.id") == "work-q-table-who"
    assert not other.count()
    tab.reload()
    assert answer(tab).input_value() == expected and not other.count()


def test_erased_in_one_tab_it_is_erased_in_the_other(tab, start):
    write(tab, "Mine")
    second = tab.context.new_page()
    begin(second, start)
    copied(tab)
    erase = tab.locator(".erase button")
    erase.click()
    erase.click()
    until(second, "() => document.querySelector('#work-q-table-who').value === ''")
    second.reload()
    assert not keys(second)


def test_leaving_is_asked_about_until_the_work_is_handed_in(tab, start):
    asked = []
    tab.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    answer(tab).press_sequentially("Unhanded")
    tab.reload()
    assert asked == ["beforeunload"]
    copied(tab)
    tab.goto(f"{start}/glossary.html")
    begin(tab, start)
    answer(tab).click()
    tab.reload()
    assert len(asked) == 1
    answer(tab).press_sequentially(" and changed")
    tab.reload()
    assert len(asked) == 2


def old_work(tab, start: str, days: int) -> None:
    """A ready assignment in which somebody wrote `days` ago."""
    tab.goto(f"{start}/{READY}")
    write(tab, "Of last term")
    tab.goto(f"{start}/glossary.html")
    fields = {"q-table-who": {"text": "Of last term", "at": int(time.time() * 1000) - days * DAY}}
    change_stored(tab, when=fields["q-table-who"]["at"], fields=fields)
    tab.goto(f"{start}/{READY}")
    tab.locator(".found").wait_for()


def test_work_of_last_term_in_a_ready_assignment_is_offered_not_shown(start, page):
    tab = page()
    old_work(tab, start, 61)
    line = tab.locator(".found")
    assert line.inner_text().startswith("Work of ") and "kept on this computer" in line.inner_text()
    assert answer(tab).input_value() == ""
    write(tab, "Of this term")
    tab.reload()
    tab.locator(".found", has_text="kept on this computer").get_by_role("button", name="Show it").click()
    assert answer(tab).input_value() == "Of this term"
    assert "Of last term" in tab.get_by_role("group", name="Another text").inner_text()
    assert len(keys(tab)) == 1


def test_work_of_last_term_can_be_erased(start, page):
    tab = page()
    old_work(tab, start, 61)
    tab.locator(".found button").last.click()
    tab.locator(".found button").last.click()
    assert not keys(tab)


def test_work_of_this_term_is_shown(start, page):
    tab = page()
    old_work(tab, start, 59)
    assert answer(tab).input_value() == "Of last term"


def test_in_a_link_made_anew_nothing_of_the_last_one_appears(tab, start):
    write(tab, "Of last term")
    begin(tab, start, OTHER_CODE)
    assert answer(tab).input_value() == ""
    assert json.dumps(stored(tab)).count("Of last term") == 1
    assert PAGE in tab.url
