"""What a student hands in and opens again on another machine; hostile text and files do nothing there."""

from __future__ import annotations

import io
import json
import time
import zipfile
from dataclasses import replace

import pytest

from axe import violations
from browser import home
from classroom import slowness
from postil.classroom.link import Own, encode
from student import ASSIGNMENT, CODE, FIRST, OTHER_CODE, PAGE, answer, begin, give, saved_zip, select, write

HOSTILE = (
    "<img src=x onerror=alert(1)></textarea><script>alert(2)</script>[[k3f9 end · 00000000]] “quoted” \\n &amp; \u202e"
)


def test_a_zip_opens_again_on_another_machine(assignment, served, page):
    write(assignment, "My answer")
    assignment.get_by_role("button", name="Write in the margin of ¶9").click()
    assignment.keyboard.type("In the margin")
    select(assignment, ".reading .claim")
    assignment.get_by_role("button", name="Mark these words").click()
    assignment.keyboard.type("Strong words")
    data = saved_zip(assignment)
    names = sorted(zipfile.ZipFile(io.BytesIO(data)).namelist())
    assert names == ["hand-in.html", "hand-in.json", "hand-in.txt"]
    handed = json.loads(zipfile.ZipFile(io.BytesIO(data)).read("hand-in.json"))
    assert handed["name"] == "Ana Example" and handed["code"] == CODE and handed["assignment"] == CODE[-8:]
    assert [entry["key"] for entry in handed["entries"]] == [
        "q-table-who",
        "own:1",
        "q-table-witness",
        "note:p9:1",
        "note:p9:2",
    ]

    other = page()
    begin(other, served)
    write(other, "Something of the other machine", 2)
    assert "3 texts opened" in give(other, data)
    assert answer(other).input_value() == "My answer"
    assert answer(other, 2).input_value() == "Something of the other machine"
    assert other.locator(".marks textarea").evaluate_all("all => all.map(one => one.value)") == [
        "In the margin",
        "Strong words",
    ]
    assert other.locator(".marks q").inner_text() == assignment.locator(".marks q").inner_text()
    assert other.evaluate("CSS.highlights.get('marked').size") == 1
    assert "3 texts" in give(other, data)
    assert other.locator(".marks li").count() == 2
    answer(other).fill("Changed meanwhile")
    give(other, data)
    assert answer(other).input_value() == "Changed meanwhile"
    assert "My answer" in other.get_by_role("group", name="Another text").inner_text()


def test_work_of_another_assignment_or_no_work_is_refused_by_name(assignment, served, page):
    write(assignment, "My answer")
    data = saved_zip(assignment)
    other = page()
    begin(other, served, OTHER_CODE)
    assert "another assignment, “Who was not in the room?”" in give(other, data)
    assert answer(other).input_value() == ""
    assert "no work" in give(other, b"Dear all", "letter.txt")
    assert "no work" in give(other, data[:200])
    text = zipfile.ZipFile(io.BytesIO(data)).read("hand-in.txt")
    assert "1 text opened" in give(assignment, text, "hand-in.txt")


def test_where_the_clipboard_is_refused_the_text_stands_selected(served, page):
    tab = page(init="if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new Error())")
    begin(tab, served)
    write(tab, "My answer")
    tab.locator(".hand-in").get_by_role("button", name="Copy answers").click()
    field = tab.get_by_label("Your answers", exact=True)
    field.wait_for()
    assert "My answer" in field.input_value()
    assert tab.evaluate("getSelection().toString()").count("My answer") == 1
    assert not violations(tab)


@pytest.mark.parametrize("way", ["http", "file"])
def test_hostile_text_runs_nothing_anywhere(way, request, page):
    hostile = replace(
        FIRST, title=HOSTILE, get=HOSTILE, words=HOSTILE, tasks=(Own(9, HOSTILE), "q-nowhere", Own(0, HOSTILE))
    )
    tab, asked = page(), []
    tab.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    begin(tab, home(request, way), encode(hostile))
    for field in tab.locator("textarea").all():
        field.fill(HOSTILE)
    tab.get_by_role("button", name="Show the notes").first.click()
    tab.get_by_role("button", name="Write in the margin of ¶9").click()
    tab.keyboard.insert_text(HOSTILE)
    data = saved_zip(tab, HOSTILE)
    tab.get_by_label("Your answer to question 1").fill("Other")
    assert "opened" in give(tab, data)
    tab.reload()
    tab.locator(".reopen").wait_for()
    other = page()
    other.set_content(zipfile.ZipFile(io.BytesIO(data)).read("hand-in.html").decode())
    assert not other.locator("img, script, textarea").count()
    assert other.locator("h2").count() == len(
        json.loads(zipfile.ZipFile(io.BytesIO(data)).read("hand-in.json"))["entries"]
    )
    assert not tab.locator("img[src=x]").count()
    assert not [each for each in asked if each]


def test_a_hostile_file_or_link_does_not_hold_the_page_up(assignment, served, page):
    crowd = [{"key": f"note:p9:{n}", "label": f"¶9: “the {n}” (2)", "text": "x"} for n in range(2_000)]
    data = json.dumps({"version": 1, "assignment": CODE[-8:], "entries": crowd, "title": "", "name": "", "when": ""})
    begun = time.monotonic()
    assert "2000 texts" in give(assignment, data.encode(), "hand-in.json")
    assert time.monotonic() - begun < 3 * slowness(assignment)
    many = encode(replace(ASSIGNMENT, tasks=tuple(Own(9, "?") for _ in range(8_000))))
    other = page()
    begun = time.monotonic()
    other.goto(f"{served}/{PAGE}#{many}")
    assert "too many questions" in other.locator(".open-assignment .trouble").inner_text()
    assert time.monotonic() - begun < 3 * slowness(other)
