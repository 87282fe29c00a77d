"""The page on which a teacher sees what a class has handed in, with files as learning platforms give them out."""

from __future__ import annotations

import json
import random

import pytest
from playwright.sync_api import expect

import classroom
from axe import violations
from browser import home
from handed_in import CLASS, canvas, moodle, ours, packed, written
from teacher import finished, give, names, rows, skipped
from waiting import until


def test_thirty_as_canvas_gives_them(collect):
    files = {
        f"student{n:02}_{'LATE_' if n % 3 == 0 else ''}{1000 + n}_{7000 + n}_text.html": canvas(one)
        for n, one in enumerate(CLASS[:20])
    } | {f"student{n:02}_{1000 + n}_{8000 + n}_hand-in.zip": ours(CLASS[n]) for n in range(20, 30)}
    give(collect, {"submissions.zip": packed(files)})
    assert names(collect) == [one["name"] for one in CLASS]
    assert skipped(collect) == {}
    heads = collect.locator("thead th").all_inner_texts()
    assert heads == ["Student", *(each["label"] for each in CLASS[0]["entries"][1:])]
    assert collect.get_by_text("changed after it was copied").count() == 0
    assert collect.locator("table caption").inner_text() == "Who was not in the room?: 30 students"
    first = collect.locator("tbody tr").nth(4).locator("td").first
    assert first.locator(".first").inner_text().startswith("First thought on ¶9: ")


def test_thirty_as_moodle_gives_them(collect):
    files = {
        f"Given Name {n}_{500 + n}_assignsubmission_onlinetext/onlinetext.html": moodle({**one, "name": ""})
        for n, one in enumerate(CLASS)
    }
    give(collect, {"Course-Assignment-1.zip": packed(files)})
    assert names(collect) == [f"Given Name {n}" for n in range(30)]
    assert collect.get_by_text("changed after it was copied").count() == 0


def test_a_zip_of_zips_and_how_deep(collect):
    inner = ours(CLASS[0])
    zips = [inner]
    for _ in range(3):
        zips.append(packed({"more.zip": zips[-1]}))
    give(collect, {"two.zip": zips[2]})
    assert names(collect) == ["Student 00"]
    give(collect, {"three.zip": zips[3]})
    (fault,) = skipped(collect).values()
    assert "too deep" in fault


def test_text_pasted_by_hand(collect):
    collect.get_by_label("Or paste one hand-in").fill(f"Hello,\n{written(CLASS[3])}Bye")
    collect.get_by_role("button", name="Add it").click()
    finished(collect)
    assert names(collect) == ["Student 03"]
    collect.get_by_label("Or paste one hand-in").fill("No hand-in at all.")
    collect.get_by_role("button", name="Add it").click()
    until(collect, "() => document.querySelector('.skipped li')")
    assert "holds no answers" in skipped(collect)["Pasted text.txt"]
    assert names(collect) == ["Student 03"]


def test_files_can_be_dropped(collect):
    collect.evaluate(
        """text => {
            const dataTransfer = new DataTransfer()
            dataTransfer.items.add(new File([text], "a.txt"))
            document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }))
        }""",
        written(CLASS[1]),
    )
    finished(collect)
    assert names(collect) == ["Student 01"]


def test_what_changed_and_what_came_twice_is_said(collect):
    again = {**CLASS[1], "when": "2026-11-27T08:00Z", "entries": [{**CLASS[1]["entries"][1], "text": "A new answer."}]}
    give(
        collect,
        {
            "a.txt": written(CLASS[0]).replace("treaty", "treatise", 1),
            "b.txt": written(again),
            "c.txt": written(CLASS[1]),
            "d.zip": ours(CLASS[2]),
            "e.txt": written(CLASS[2]),
        },
    )
    rows = collect.locator("tbody tr")
    assert "changed after it was copied" in rows.nth(0).inner_text()
    assert "handed in 2 times, the newest is shown" in rows.nth(1).inner_text()
    assert "A new answer." in rows.nth(1).inner_text()
    assert "times" not in rows.nth(2).inner_text()
    rows.nth(1).get_by_role("button").click()
    expect(collect.get_by_role("heading", name="Student 01")).to_be_focused()
    assert "Handed in earlier, Nov 26, 2026" in collect.locator(".body").inner_text()
    assert CLASS[1]["entries"][1]["text"].split("\n")[0] in collect.locator(".body").inner_text()


def test_a_name_stands_for_two_students_if_the_lms_has_two_numbers(collect):
    files = {f"ana_{n}_text.html": canvas({**CLASS[n], "name": "Ana"}) for n in (1, 2)}
    give(collect, {"submissions.zip": packed(files)})
    assert names(collect) == ["Ana", "Ana"]


def test_one_question_across_all_students(collect):
    give(collect, {f"{n}.txt": written(one) for n, one in enumerate(CLASS)})
    collect.get_by_role("button", name="Next").click()
    expect(collect.get_by_role("heading", name="Which states did the draft name?")).to_be_visible()
    until(collect, "() => document.querySelectorAll('.body article').length === 30")
    assert collect.locator(".body article").nth(7).locator("h3").inner_text() == "Student 07"
    assert collect.locator(".body article").nth(7).locator(".first").count() == 1
    collect.get_by_role("button", name="Next").click()
    expect(collect.get_by_role("heading", name="Why did the talks end?")).to_be_visible()
    collect.get_by_role("button", name="Previous").click()
    collect.get_by_role("button", name="Previous").click()
    expect(collect.locator("table")).to_be_visible()
    collect.get_by_role("button", name="Previous").click()
    expect(collect.get_by_role("heading", name="Student 29")).to_be_visible()


def test_several_assignments_are_kept_apart(collect):
    other = {**CLASS[0], "assignment": "00000001", "title": "Another"}
    give(
        collect,
        {"a.txt": written(CLASS[0]), "b.txt": written(other), "c.txt": written(CLASS[1])},
    )
    assert names(collect) == ["Student 00", "Student 01"]
    collect.get_by_label("2 assignments").select_option("00000001")
    assert names(collect) == ["Student 00"]
    assert collect.locator("caption").inner_text() == "Another: 1 student"


def test_csv_has_every_answer_whole(collect):
    long = {**CLASS[0], "entries": [{**CLASS[0]["entries"][1], "text": 'He said "no",\n' + "word " * 500 + "end"}]}
    give(collect, {"a.txt": written(long), "b.txt": written(CLASS[1])})
    head, first, second = rows(collect)
    assert head[:5] == ["Student", "File", "Handed in", "Which", "Changed after it was copied"]
    assert first[0] == "Student 00" and long["entries"][0]["text"] in first and second[3:5] == ["newest", ""]
    assert len(collect.locator("tbody td").first.inner_text()) < 600


def test_paper_has_every_answer_whole(collect):
    long = {**CLASS[0], "entries": [{**CLASS[0]["entries"][1], "text": "word " * 500 + "end"}]}
    give(collect, {"a.txt": written(long)})
    before = collect.locator("table").inner_text()
    collect.evaluate(
        "addEventListener('beforeprint', () => { window.paper = document.querySelector('table').innerText })"
    )
    collect.pdf()
    assert long["entries"][0]["text"] in collect.evaluate("paper")
    assert collect.locator("table").inner_text() == before and "2,503 characters" in before


def test_the_same_as_text_and_as_data_counts_once(collect):
    said = give(collect, {"a.zip": ours(CLASS[0]), "b.txt": written(CLASS[0]), "c.zip": ours(CLASS[1])})
    assert said == "2 hand-ins read."
    assert give(collect, {"d.zip": ours(CLASS[1]), "e.zip": ours(CLASS[2])}) == "3 hand-ins read."


def test_utf_16_from_an_editor_is_read(collect):
    give(collect, {"a.txt": written(CLASS[0]).encode("utf-16")})
    assert names(collect) == ["Student 00"]


@pytest.mark.parametrize("seed", range(3))
def test_any_hand_in_is_shown_as_it_was_written(seed, collect):
    chance = random.Random(seed)
    made = [{**classroom.hand_in(chance), "assignment": "00000000", "name": f"N{n}"} for n in range(40)]
    give(collect, {f"{n}.json": json.dumps(one) for n, one in enumerate(made)})
    assert sorted(names(collect)) == sorted(one["name"] for one in made)
    assert len(rows(collect)) == 41


def test_works_in_a_folder(page, collect_folder):
    tab = page()
    tab.goto((collect_folder / "collect.html").as_uri())
    give(tab, {"a.zip": ours(CLASS[0])})
    assert names(tab) == ["Student 00"]


@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize("width", [390, 1440])
def test_on_the_page_itself(way, width, request, page):
    """The page of the companion: thirty hand-ins, each view, and nothing for axe to find."""
    tab = page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    tab.goto(f"{home(request, way)}/classroom/collect.html")
    give(tab, {**{f"{n}.txt": written(one) for n, one in enumerate(CLASS)}, "photo.jpg": ""})
    assert len(names(tab)) == 30
    assert not violations(tab)
    tab.get_by_role("button", name="Next").click()
    until(tab, "() => document.querySelectorAll('.body article').length === 30")
    assert not violations(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
