"""A student's work on the device: saved, found again, and never lost without a word."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest
from playwright.sync_api import Error

from browser import without_storage
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


def test_it_is_saved_at_each_pause_and_while_somebody_types_on(assignment):
    assert kept(assignment).inner_text() == ONLY
    answer(assignment).press_sequentially("They were not asked, and nobody told them why", delay=20)
    until(assignment, "() => Object.keys(localStorage).some(key => key.includes('.work.'))")
    write(assignment, "They were not asked.")
    assert texts(assignment) == {"q-table-who": "They were not asked."}
    assert stored(assignment)["title"] == "Who was not in the room?"
    assert keys(assignment) == [f"/.work.{CODE[-8:]}"]
    assert kept(assignment, 2).inner_text() == ONLY


def test_it_is_there_after_a_reload_and_the_back_button(assignment, served):
    answer(assignment).fill("Kept")
    answer(assignment, 2).press_sequentially("Not yet saved")
    assignment.reload()
    assert answer(assignment).input_value() == "Kept"
    assert answer(assignment, 2).input_value() == "Not yet saved"
    assert assignment.url.endswith(f"#{CODE}")
    assignment.goto(f"{served}/glossary.html")
    assignment.go_back()
    answer(assignment).wait_for()
    assert answer(assignment).input_value() == "Kept"
    assert assignment.locator(".found").inner_text().startswith("Work of ")


def test_it_is_there_after_the_page_has_crashed(assignment, served):
    """The page's process dies. A browser killed whole may lose its last seconds, for it writes to the disk later."""
    write(assignment, "Before the crash")
    settled(assignment)
    with assignment.expect_event("crash"), suppress(Error):
        assignment.goto("chrome://crash")
    again = assignment.context.new_page()
    begin(again, served)
    assert answer(again).input_value() == "Before the crash"


def test_not_yours_is_beside_the_line_that_says_so_and_asks_once(assignment):
    write(assignment, "Somebody else's")
    assignment.reload()
    line = assignment.locator(".found")
    line.get_by_role("button", name="Erase it").click()
    assert texts(assignment)
    line.get_by_role("button", name="Press again").click()
    assert "Erased." in line.inner_text()
    assert assignment.evaluate("document.activeElement.matches('.found')")
    assert answer(assignment).input_value() == "" and not keys(assignment)
    assignment.reload()
    assert not keys(assignment) and not assignment.locator(".found").count()


def test_another_assignment_has_its_own_work(assignment, served):
    write(assignment, "Of the first")
    assignment.evaluate(f"location.hash = '{OTHER_CODE}'")
    assignment.get_by_role("heading", name="Another one").wait_for()
    assert answer(assignment).input_value() == ""
    write(assignment, "Of the other")
    assert len(keys(assignment)) == 2
    assignment.go_back()
    assignment.get_by_role("heading", name="Who was not in the room?").wait_for()
    assert answer(assignment).input_value() == "Of the first"


def test_blocked_is_said_at_once_and_what_is_written_can_be_copied(browser, tmp_path, troubles, served):
    with without_storage(browser, tmp_path, troubles) as context:
        tab = context.new_page()
        begin(tab, served)
        assert "keeps nothing" in kept(tab).inner_text()
        answer(tab).fill("On the screen only")
        tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
        kept(tab).get_by_role("button", name="Copy answers").click()
        kept(tab).get_by_text("Copied.").wait_for()
        assert "On the screen only" in tab.evaluate("navigator.clipboard.readText()")


def test_full_is_said_beside_the_answer_and_later_saved(assignment):
    assignment.evaluate("""() => {
        let size = 4_000_000
        while (size) try { localStorage["fill" + Math.random()] = "x".repeat(size) } catch { size >>= 1 }
    }""")
    write(assignment, "No room for this", said="storage is full")
    assert kept(assignment).get_attribute("role") == "alert"
    assert "No room for this" in copied(assignment)
    assignment.evaluate(
        "for (const key of Object.keys(localStorage)) if (key.startsWith('fill')) localStorage.removeItem(key)"
    )
    write(assignment, "Room for this")
    assert texts(assignment)["q-table-who"] == "Room for this"


def test_cleared_between_two_keystrokes_it_is_saved_again_and_said(assignment):
    write(assignment, "First", 1)
    write(assignment, "Second", 2)
    assignment.evaluate("localStorage.clear()")
    write(assignment, "Second and more", 2, said="Saved again")
    assert texts(assignment) == {"q-table-who": "First", "own:1": "Second and more"}


def test_cleared_by_another_tab_it_is_said_before_the_next_keystroke(assignment, served):
    write(assignment, "First")
    other = assignment.context.new_page()
    other.goto(f"{served}/glossary.html")
    other.evaluate("localStorage.clear()")
    kept(assignment).filter(has_text="has been cleared").wait_for()
    assert answer(assignment).input_value() == "First"
    write(assignment, "First again", said="Saved again")
    assert texts(assignment) == {"q-table-who": "First again"}


def test_work_of_a_newer_version_is_left_alone(assignment):
    write(assignment, "Today")
    change_stored(assignment, version=2, fields={"new": [1]})
    before = assignment.evaluate("Object.values(localStorage).join()")
    assignment.reload()
    assert "newer version" in kept(assignment).inner_text()
    answer(assignment).fill("Written all the same")
    settled(assignment)
    assert assignment.evaluate("Object.values(localStorage).join()") == before
    assert "Written all the same" in copied(assignment)


@pytest.mark.parametrize(
    "left",
    ['{"version":1,"fields":{"q-ta', "[]", "7", '{"version":1,"fields":{"q-table-who":{"text":7,"at":1}}}', '"<b>'],
)
def test_damaged_work_is_said_shown_and_put_aside(left, assignment):
    write(assignment, "x")
    assignment.evaluate("([key, value]) => localStorage.setItem(key, value)", [keys(assignment)[0], left])
    assignment.on("dialog", lambda dialog: dialog.accept())
    assignment.reload()
    assignment.locator(".found summary").click()
    assert assignment.locator(".found pre").inner_text() == left
    write(assignment, "Begun anew")
    assert texts(assignment) == {"q-table-who": "Begun anew"}
    assert len(keys(assignment)) == 2
    assignment.reload()
    assert assignment.locator(".found pre").text_content() == left


def test_two_tabs_see_each_other(assignment, served):
    second = assignment.context.new_page()
    begin(second, served)
    write(assignment, "From the first")
    until(second, "() => document.querySelector('#work-q-table-who').value === 'From the first'")
    write(second, "From the second", 2)
    until(assignment, "() => document.getElementById('work-own:1').value === 'From the second'")
    assert texts(assignment) == {"q-table-who": "From the first", "own:1": "From the second"}


@pytest.mark.parametrize(
    ("button", "expected"),
    [("Add it to mine", "Mine\n\nTheirs"), ("Take it instead", "Theirs"), ("Keep only mine", "Mine")],
)
def test_of_two_texts_in_one_field_none_is_lost(button, expected, assignment):
    write(assignment, "Before")
    fields = stored(assignment)["fields"]
    fields["q-table-who"] = {"text": "Theirs", "at": int(time.time() * 1000)}
    answer(assignment).fill("Mine")  # not yet saved when the other one is
    change_stored(assignment, fields=fields)
    other = assignment.get_by_role("group", name="Another text")
    assert "Theirs" in other.inner_text()
    assert answer(assignment).input_value() == "Mine"
    assignment.reload()
    assert "Theirs" in other.inner_text()
    assert "Two texts" in assignment.locator(".missing").inner_text()
    other.get_by_role("button", name=button).click()
    assert answer(assignment).input_value() == expected
    assert assignment.evaluate("document.activeElement.id") == "work-q-table-who"
    assert not other.count()
    assignment.reload()
    assert answer(assignment).input_value() == expected and not other.count()


def test_erased_in_one_tab_it_is_erased_in_the_other(assignment, served):
    write(assignment, "Mine")
    second = assignment.context.new_page()
    begin(second, served)
    copied(assignment)
    erase = assignment.locator(".erase button")
    erase.click()
    erase.click()
    until(second, "() => document.querySelector('#work-q-table-who').value === ''")
    second.reload()
    assert not keys(second)


def test_leaving_is_asked_about_until_the_work_is_handed_in(assignment, served):
    asked = []
    assignment.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    answer(assignment).press_sequentially("Unhanded")
    assignment.reload()
    assert asked == ["beforeunload"]
    copied(assignment)
    assignment.goto(f"{served}/glossary.html")
    begin(assignment, served)
    answer(assignment).click()
    assignment.reload()
    assert len(asked) == 1
    answer(assignment).press_sequentially(" and changed")
    assignment.reload()
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


def test_work_of_last_term_in_a_ready_assignment_is_offered_not_shown(served, page):
    tab = page()
    old_work(tab, served, 61)
    line = tab.locator(".found")
    assert line.inner_text().startswith("Work of ") and "kept on this computer" in line.inner_text()
    assert answer(tab).input_value() == ""
    write(tab, "Of this term")
    tab.reload()
    tab.locator(".found", has_text="kept on this computer").get_by_role("button", name="Show it").click()
    assert answer(tab).input_value() == "Of this term"
    assert "Of last term" in tab.get_by_role("group", name="Another text").inner_text()
    assert len(keys(tab)) == 1


def test_work_of_last_term_can_be_erased(served, page):
    tab = page()
    old_work(tab, served, 61)
    tab.locator(".found button").last.click()
    tab.locator(".found button").last.click()
    assert not keys(tab)


def test_work_of_this_term_is_shown(served, page):
    tab = page()
    old_work(tab, served, 59)
    assert answer(tab).input_value() == "Of last term"


def test_in_a_link_made_anew_nothing_of_the_last_one_appears(assignment, served):
    write(assignment, "Of last term")
    begin(assignment, served, OTHER_CODE)
    assert answer(assignment).input_value() == ""
    assert json.dumps(stored(assignment)).count("Of last term") == 1
    assert PAGE in assignment.url
