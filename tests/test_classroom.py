"""Ready assignments: what their pages hold and what they keep out, the teacher's sheets, the address to share."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT
from helpers import HERE, process, tiny
from postil import links
from postil.generate import pages
from postil.generate.sheets import sheets
from postil.load import load

SCHOOL = HERE / "school"
READY = "classroom/assignments/for-whom.md"
ADDRESS = "https://bridges.example/read/"
KEY = "did not expect thanks"


@pytest.fixture(scope="module")
def companion():
    found, findings = load(ROOT)
    assert not [finding for finding in findings if finding.is_error]
    return found


@pytest.fixture(scope="module")
def bridges(tmp_path_factory):
    root = tiny(tmp_path_factory.mktemp("classroom") / "companion", SCHOOL / "over")
    found, findings = load(root)
    assert not findings
    return found


def made(companion, address: str = "") -> dict[str, str]:
    return pages(companion, links.index(companion), address=address)


def test_every_lesson_has_one_assignment_for_class_and_one_for_home(companion):
    assert {(each.lesson, each.kind) for each in companion.assignments} == {
        (lesson.id, kind) for lesson in companion.lessons for kind in ("class", "homework")
    }
    assert len(companion.assignments) == 2 * len(companion.lessons) == 12


def test_at_least_half_can_be_done_without_the_essay(companion):
    needs = {question.id: question.needs for question in companion.questions}
    free = [each for each in companion.assignments if all(needs[id] == "companion" for id in each.questions)]
    assert len(free) >= 6


def test_the_two_of_a_lesson_ask_different_questions(companion):
    for lesson in companion.lessons:
        asked = [id for each in companion.assignments if each.lesson == lesson.id for id in each.questions]
        assert len(asked) == len(set(asked)), lesson.id


def test_no_key_and_no_sheet_stands_on_any_page_or_in_the_search(companion, site):
    keys = [question.key for question in companion.questions] + [each.teacher.text for each in companion.assignments]
    starts = {" ".join(re.sub(r"[*_\[\]()]", " ", key).split()[:6]) for key in keys}
    assert len(starts) > 60
    for path in site.rglob("*"):
        if path.suffix in (".html", ".js", ".json"):
            text = " ".join(LexborHTMLParser(path.read_bytes()).root.text(separator=" ").split())
            assert not [start for start in starts if start in text], path


def test_the_pages_of_assignments_are_left_out_of_the_search(site):
    index = (site / "search/search_index.js").read_text(encoding="utf-8")
    assert '"location":"lessons/long-term-security.html' in index
    assert not re.findall(r'"location":"classroom/(?:assignments/|assign|collect)[^"]*"', index)


def test_a_task_stands_after_the_last_of_its_passages(companion, site):
    tree = LexborHTMLParser((site / "classroom/assignment.html").read_bytes())
    order = [node.id or node.attributes["data-passages"] for node in tree.css("section.passage h3, section.task")]
    seen = []
    for each in order:
        if each and " " not in each and each[1:].isdecimal() and each not in seen:
            seen.append(each)
        else:
            assert set(each.split()) <= set(seen), f"{each} is asked before its passages"
    assert len(tree.css("section.task")) == len(companion.questions)


def test_a_page_of_its_own_tells_time_and_needs_and_begins_with_the_essay(bridges):
    page = made(bridges)[READY]
    assert "in class · 20 minutes" in page and "**You need** This page is enough." in page
    assert page.index("Get the essay") < page.index("Read and answer") < page.index("Hand in")
    assert KEY not in page and "Ask who gains" not in page


def test_without_an_address_there_is_nothing_to_share_and_with_one_there_is(bridges):
    without, public = made(bridges)[READY], made(bridges, ADDRESS)[READY]
    assert "classroom.google.com" not in without and "<svg" not in without.split("For teachers")[1]
    shared = "https://classroom.google.com/share?url=https%3A%2F%2Fbridges.example%2Fread%2Fclassroom%2Fassignments%2Ffor-whom.html"
    assert shared in public
    assert (
        '<figure class="qr" role="img" aria-label="QR code of https://bridges.example/read/classroom/assignments/for-whom.html">'
        in public
    )


def test_the_sheets_have_keys_and_say_that_they_are_public(bridges):
    ((path, data),) = sheets(bridges, ADDRESS).items()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name).decode() for name in archive.namelist()}
    assert path == "classroom/teacher-sheets.zip"
    assert sorted(files) == [
        f"teacher-sheets/{name}" for name in ("READ-ME.txt", "for-whom.html", "keys-of-all-questions.html")
    ]
    assert all("Public, not secret" in text for text in files.values())
    assert KEY in files["teacher-sheets/for-whom.html"] and "Ask who gains" in files["teacher-sheets/for-whom.html"]
    assert "No fixed answer" in files["teacher-sheets/keys-of-all-questions.html"]
    assert data == sheets(bridges, ADDRESS)["classroom/teacher-sheets.zip"]


def test_a_printed_sheet_tells_in_which_paragraph_a_note_is(companion):
    with zipfile.ZipFile(io.BytesIO(sheets(companion, "")["classroom/teacher-sheets.zip"])) as archive:
        text = archive.read("teacher-sheets/positions-are-not-bottom-lines-homework.html").decode()
    assert "ladder of verbs (¶25)" in text and "· paragraphs 25, 26<" in text


def test_the_zip_in_the_site_holds_a_sheet_for_each(companion, site):
    names = zipfile.ZipFile(site / "classroom/teacher-sheets.zip").namelist()
    assert {f"teacher-sheets/{each.id}.html" for each in companion.assignments} <= set(names)


def test_a_companion_without_a_classroom_has_no_such_pages(tmp_path):
    assert not [path for path in made(load(tiny(tmp_path / "companion"))[0]) if path.startswith("classroom")]


def test_site_url_gives_the_address(tmp_path):
    from postil.render import public_address

    config = tmp_path / "mkdocs.yml"
    for url, expected in (
        ("https://a.example/b", "https://a.example/b/"),
        ('""', ""),
        ("https://a.example/", "https://a.example/"),
    ):
        config.write_text(f"site_name: A\nsite_url: {url}\n", encoding="utf-8")
        assert public_address(Path(tmp_path)) == expected
    config.write_text("site_name: A\n", encoding="utf-8")
    assert public_address(Path(tmp_path)) == ""


def test_a_broken_assignment_is_one_clear_sentence_and_nothing_is_built(tmp_path):
    root = tiny(tmp_path / "companion", HERE / "bad/T01-question-without-its-passage/over")
    done = process("build", "--root", root)
    assert done.status == 1 and not (root / "site").exists()
    assert "T01: expected p1, which q-strangers-council is about, among the passages; found p4" in done.err
