"""The page on which a teacher sees what a class has handed in, with files as LMS give them out, and worse ones."""

from __future__ import annotations

import csv
import html
import io
import json
import random
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import classroom
from axe import violations
from browser import home
from test_hand_in import packed
from waiting import until

BODY = """<class-collect><p class="drop"><label>Hand-ins <input type="file" multiple></label></p>
<div class="found"></div></class-collect>"""
HOSTILE = "<img src=x onerror=alert(1)><script>alert(1)</script>=cmd|' /C calc'!A0"
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


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("collect")
    classroom.put(made, "collect", BODY)
    return made


@pytest.fixture
def tab(page, folder, server):
    """The page, served."""
    opened = page(WATCH)
    opened.on("dialog", lambda _: pytest.fail("something ran"))
    opened.goto(f"{server(folder)}/collect.html")
    return opened


def give(tab: Page, files: dict[str, str | bytes]) -> str:
    """Choose files, which lie on the disk as a teacher's do; what is said when they are read."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in files]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        tab.locator("input[type=file]").set_input_files(paths)
        return finished(tab)


def finished(tab: Page) -> str:
    until(tab, "() => / read[.,]/.test(document.querySelector('.progress').textContent)")
    return tab.locator(".progress").inner_text()


def canvas(handed: dict, text: str | None = None) -> str:
    """A text submission as Canvas saves it: TinyMCE makes paragraphs of what was pasted."""
    lines = html.escape(text or classroom.written(handed), quote=False).replace("  ", "&nbsp; ").split("\n\n")
    paragraphs = "".join(f"<p>{part.replace(chr(10), '<br />')}</p>" for part in lines)
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">\n<html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>Week 3: {handed['name']}</title></head><body>\n<h1>Week 3: {handed['name']}</h1>\n"
        f'<div style="width: 600px">\n  {paragraphs}\n</div>\n</body></html>'
    )


def moodle(handed: dict) -> str:
    """A text submission as Moodle saves it: a paragraph for each line, typographic signs by name."""
    lines = html.escape(classroom.written(handed)).replace("é", "&eacute;").replace("·", "&middot;").split("\n")
    return "".join(f'<p dir="ltr">{line or "<br>"}</p>' for line in lines)


def ours(handed: dict) -> bytes:
    """A zip as the student's page makes it."""
    return packed(
        {
            "hand-in.html": f"<h1>{html.escape(handed['title'])}</h1>",
            "hand-in.txt": classroom.written(handed),
            "hand-in.json": json.dumps({**handed, "code": "1.x.y", "check": classroom.check(handed)}),
        }
    )


def names(tab: Page) -> list[str]:
    return tab.locator("tbody th button").all_inner_texts()


def skipped(tab: Page) -> dict[str, str]:
    """Each file that was not read, with its sentence."""
    items = tab.locator(".skipped li")
    return {
        item.locator("b").inner_text(): item.inner_text().removeprefix(item.locator("b").inner_text()).strip()
        for item in items.all()
    }


def frozen(tab: Page) -> float:
    """The longest the page was busy, in milliseconds of a machine that has nothing else to do."""
    longest = tab.evaluate("longest")
    return longest / classroom.slowness(tab)


CLASS = [classroom.student(number) for number in range(30)]


def test_thirty_as_canvas_gives_them(tab):
    files = {
        f"student{n:02}_{'LATE_' if n % 3 == 0 else ''}{1000 + n}_{7000 + n}_text.html": canvas(one)
        for n, one in enumerate(CLASS[:20])
    } | {f"student{n:02}_{1000 + n}_{8000 + n}_hand-in.zip": ours(CLASS[n]) for n in range(20, 30)}
    give(tab, {"submissions.zip": packed(files)})
    assert names(tab) == [one["name"] for one in CLASS]
    assert skipped(tab) == {}
    heads = tab.locator("thead th").all_inner_texts()
    assert heads == ["Student", *(each["label"] for each in CLASS[0]["entries"][1:])]
    assert tab.get_by_text("changed after it was copied").count() == 0
    assert tab.locator("table caption").inner_text() == "Who was not in the room?: 30 students"
    first = tab.locator("tbody tr").nth(4).locator("td").first
    assert first.locator(".first").inner_text().startswith("First thought on ¶9: ")


def test_thirty_as_moodle_gives_them(tab):
    files = {
        f"Given Name {n}_{500 + n}_assignsubmission_onlinetext/onlinetext.html": moodle({**one, "name": ""})
        for n, one in enumerate(CLASS)
    }
    give(tab, {"Course-Assignment-1.zip": packed(files)})
    assert names(tab) == [f"Given Name {n}" for n in range(30)]
    assert tab.get_by_text("changed after it was copied").count() == 0


def test_a_zip_of_zips_and_how_deep(tab):
    inner = ours(CLASS[0])
    zips = [inner]
    for _ in range(3):
        zips.append(packed({"more.zip": zips[-1]}))
    give(tab, {"two.zip": zips[2]})
    assert names(tab) == ["Student 00"]
    give(tab, {"three.zip": zips[3]})
    (fault,) = skipped(tab).values()
    assert "too deep" in fault


def test_text_pasted_by_hand(tab):
    tab.get_by_label("Or paste one hand-in").fill(f"Hello,\n{classroom.written(CLASS[3])}Bye")
    tab.get_by_role("button", name="Add it").click()
    finished(tab)
    assert names(tab) == ["Student 03"]
    tab.get_by_label("Or paste one hand-in").fill("No hand-in at all.")
    tab.get_by_role("button", name="Add it").click()
    until(tab, "() => document.querySelector('.skipped li')")
    assert "holds no answers" in skipped(tab)["Pasted text.txt"]
    assert names(tab) == ["Student 03"]


def test_files_can_be_dropped(tab):
    tab.evaluate(
        """text => {
            const dataTransfer = new DataTransfer()
            dataTransfer.items.add(new File([text], "a.txt"))
            document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }))
        }""",
        classroom.written(CLASS[1]),
    )
    finished(tab)
    assert names(tab) == ["Student 01"]


def test_what_changed_and_what_came_twice_is_said(tab):
    again = {**CLASS[1], "when": "2026-11-27T08:00Z", "entries": [{**CLASS[1]["entries"][1], "text": "A new answer."}]}
    give(
        tab,
        {
            "a.txt": classroom.written(CLASS[0]).replace("treaty", "treatise", 1),
            "b.txt": classroom.written(again),
            "c.txt": classroom.written(CLASS[1]),
            "d.zip": ours(CLASS[2]),
            "e.txt": classroom.written(CLASS[2]),
        },
    )
    rows = tab.locator("tbody tr")
    assert "changed after it was copied" in rows.nth(0).inner_text()
    assert "handed in 2 times, the newest is shown" in rows.nth(1).inner_text()
    assert "A new answer." in rows.nth(1).inner_text()
    assert "times" not in rows.nth(2).inner_text()
    rows.nth(1).get_by_role("button").click()
    expect(tab.get_by_role("heading", name="Student 01")).to_be_focused()
    assert "Handed in earlier, Nov 26, 2026" in tab.locator(".body").inner_text()
    assert CLASS[1]["entries"][1]["text"].split("\n")[0] in tab.locator(".body").inner_text()


def test_a_name_stands_for_two_students_if_the_lms_has_two_numbers(tab):
    files = {f"ana_{n}_text.html": canvas({**CLASS[n], "name": "Ana"}) for n in (1, 2)}
    give(tab, {"submissions.zip": packed(files)})
    assert names(tab) == ["Ana", "Ana"]


def test_one_question_across_all_students(tab):
    give(tab, {f"{n}.txt": classroom.written(one) for n, one in enumerate(CLASS)})
    tab.get_by_role("button", name="Next").click()
    expect(tab.get_by_role("heading", name="Which states did the draft name?")).to_be_visible()
    until(tab, "() => document.querySelectorAll('.body article').length === 30")
    assert tab.locator(".body article").nth(7).locator("h3").inner_text() == "Student 07"
    assert tab.locator(".body article").nth(7).locator(".first").count() == 1
    tab.get_by_role("button", name="Next").click()
    expect(tab.get_by_role("heading", name="Why did the talks end?")).to_be_visible()
    tab.get_by_role("button", name="Previous").click()
    tab.get_by_role("button", name="Previous").click()
    expect(tab.locator("table")).to_be_visible()
    tab.get_by_role("button", name="Previous").click()
    expect(tab.get_by_role("heading", name="Student 29")).to_be_visible()


def test_several_assignments_are_kept_apart(tab):
    other = {**CLASS[0], "assignment": "00000001", "title": "Another"}
    give(
        tab,
        {"a.txt": classroom.written(CLASS[0]), "b.txt": classroom.written(other), "c.txt": classroom.written(CLASS[1])},
    )
    assert names(tab) == ["Student 00", "Student 01"]
    tab.get_by_label("2 assignments").select_option("00000001")
    assert names(tab) == ["Student 00"]
    assert tab.locator("caption").inner_text() == "Another: 1 student"


def rows(tab: Page) -> list[list[str]]:
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="Save as CSV").click()
    data = saved.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_every_answer_whole(tab):
    long = {**CLASS[0], "entries": [{**CLASS[0]["entries"][1], "text": 'He said "no",\n' + "word " * 500 + "end"}]}
    give(tab, {"a.txt": classroom.written(long), "b.txt": classroom.written(CLASS[1])})
    head, first, second = rows(tab)
    assert head[:5] == ["Student", "File", "Handed in", "Which", "Changed after it was copied"]
    assert first[0] == "Student 00" and long["entries"][0]["text"] in first and second[3:5] == ["newest", ""]
    assert len(tab.locator("tbody td").first.inner_text()) < 600


@pytest.mark.parametrize("start", [*"=+-@\t\r＝", " =", "\n+", "\ufeff="])
def test_csv_has_no_formula(start, tab):
    bad = {**CLASS[0], "name": f"{start}1+1", "entries": [{"key": "q-x", "label": f"{start}A1", "text": f"{start}cmd"}]}
    give(tab, {f"{'=' if start == '=' else ''}a.json": json.dumps(bad)})
    for row in rows(tab):
        assert not any(cell.lstrip().startswith(tuple("=+-@＝")) for cell in row), row


@pytest.mark.parametrize("way", ["text", "json", "canvas", "zip"])
def test_nothing_that_is_handed_in_runs(way, tab):
    entries = [{"key": "q-x", "label": HOSTILE, "text": HOSTILE}, {"key": "constructor", "label": "", "text": HOSTILE}]
    bad = {**CLASS[0], "name": HOSTILE, "title": HOSTILE, "entries": entries}
    content = {
        "text": lambda: classroom.written(bad),
        "json": lambda: json.dumps(bad),
        "canvas": lambda: canvas(bad),
        "zip": lambda: packed({f"{HOSTILE.replace('/', '')}.txt": classroom.written(bad)}),
    }[way]()
    suffix = {"text": "txt", "json": "json", "canvas": "html", "zip": "zip"}[way]
    give(tab, {f"{HOSTILE.replace('/', '')}.{suffix}": content, f"{HOSTILE.replace('/', '')}.x": ""})
    assert names(tab) == [HOSTILE]
    tab.get_by_role("button", name="Next").click()
    assert tab.locator("class-collect img, class-collect script").count() == 0
    assert HOSTILE in tab.locator(".body article").inner_text()


def test_foreign_and_broken_files_are_named_with_a_reason(tab):
    zip = packed({"hand-in.txt": classroom.written(CLASS[0])})
    give(
        tab,
        {
            "essay.docx": b"PK\3\4" + b"\0" * 60,
            "photo.jpg": b"\xff\xd8\xff",
            "other.txt": "An essay without markers.",
            "empty.html": "",
            "newer.txt": classroom.written(CLASS[0]).replace("postil 1", "postil 2"),
            "large.txt": "x" * 5_000_001,
            "cut.zip": zip[:-20],
            "odd.json": "{" * 1000,
            "latin.html": "<p>caf\xe9".encode("latin-1"),
            "up.zip": packed({"../../hand-in.txt": classroom.written(CLASS[1])}),
            "good.txt": classroom.written(CLASS[2]),
        },
    )
    assert names(tab) == ["Student 02"]
    assert skipped(tab) == {
        "essay.docx": "This is not a whole zip file. Download it again.",
        "photo.jpg": "is no .txt, .html, .json or .zip file.",
        "other.txt": "holds no answers written with these pages.",
        "empty.html": "holds no answers written with these pages.",
        "newer.txt": "was made by a newer version of these pages. Open it there.",
        "large.txt": "is larger than 5 MB; a hand-in is never so large.",
        "cut.zip": "This is not a whole zip file. Download it again.",
        "odd.json": "holds no answers written with these pages.",
        "latin.html": "holds no answers written with these pages.",
        "up.zip/../../hand-in.txt": "has a path that leads out of the zip; it was not read.",
    }


def test_utf_16_from_an_editor_is_read(tab):
    give(tab, {"a.txt": classroom.written(CLASS[0]).encode("utf-16")})
    assert names(tab) == ["Student 00"]


SLOW = {
    "tags": "<a" * 2_400_000,
    "name": "<" + "a" * 4_900_000,
    "quotes": '<p "' * 1_200_000,
    "spaces": "<b> " * 1_200_000,
    "formatting": "".join(f"<b a={n}>" for n in range(300_000)) + "<p>" * 300_000,
    "references": "".join(f"&a{n};" for n in range(600_000)),
    "comments": "<!--" * 1_200_000,
    "deep": "<div>" * 900_000,
    "markers": "[[aaaa postil 1 · assignment 00000000 · 2026-11-26T18:40Z]]" * 80_000,
    "blanks": "[[aaaa" + " " * 4_900_000,
    "lines": "\n" * 4_900_000,
}


@pytest.mark.parametrize("name", SLOW)
def test_no_text_freezes_the_page(name, tab):
    give(tab, {"a.html": SLOW[name], "b.txt": SLOW[name]})
    assert frozen(tab) < 1000


def test_bombs_and_ten_thousand_entries_do_not_freeze_it(tab):
    bomb = packed({f"{n}.txt": b"\0" * 100_000_000 for n in range(3)})
    many = packed({f"{n}.txt": "x" for n in range(10_000)})
    nested = packed({"a.zip": packed({f"{n}.zip": bomb for n in range(5)})})
    start = time.monotonic()
    give(tab, {"bomb.zip": bomb, "many.zip": many, "nested.zip": nested})
    assert frozen(tab) < 1000
    assert time.monotonic() - start < 20 * classroom.slowness(tab)
    said = skipped(tab)
    assert "far more than a hand-in" in said["bomb.zip/0.txt"]
    assert any("too many" in why for why in said.values())


def test_stop_keeps_what_was_read(tab):
    files = {f"{n}.txt": classroom.written(classroom.student(n, 60_000)) for n in range(200)}
    zip = packed(files, zipfile.ZIP_STORED)
    tab.evaluate("""() => new MutationObserver(() => {
        const stop = document.evaluate("//button[.='Stop']", document).iterateNext()
        if (!stop.hidden) setTimeout(() => stop.click(), 60)
    }).observe(document.querySelector(".progress"), { childList: true })""")
    said = give(tab, {"all.zip": zip})
    assert 0 <= int(said.split()[0]) < 200


def test_three_hundred_files_of_50_kb_within_three_seconds(tab):
    files = {f"s{n}_{n}_{n}_text.html": canvas(classroom.student(n, 11_000)) for n in range(300)}
    assert sum(map(len, files.values())) / len(files) > 45_000
    zip = packed(files)
    tab.evaluate(
        """() => {
            const input = document.querySelector("input[type=file]"), said = document.querySelector(".progress")
            input.addEventListener("change", () => { window.start = performance.now() }, true)
            new MutationObserver(() => {
                if (/ read[.,]/.test(said.textContent)) requestAnimationFrame(() => setTimeout(() => {
                    window.took = performance.now() - start
                }))
            }).observe(said, { childList: true })
        }"""
    )
    give(tab, {"submissions.zip": zip})
    until(tab, "() => window.took")
    print(f"took {tab.evaluate('took'):.0f} ms, longest {tab.evaluate('longest'):.0f} ms")
    assert len(names(tab)) == 300
    assert frozen(tab) < 1000
    assert tab.evaluate("took") < 3000 * classroom.slowness(tab)


@pytest.mark.parametrize("seed", range(3))
def test_any_hand_in_is_shown_as_it_was_written(seed, tab):
    chance = random.Random(seed)
    made = [{**classroom.hand_in(chance), "assignment": "00000000", "name": f"N{n}"} for n in range(40)]
    give(tab, {f"{n}.json": json.dumps(one) for n, one in enumerate(made)})
    assert sorted(names(tab)) == sorted(one["name"] for one in made)
    assert len(rows(tab)) == 41


def test_works_in_a_folder(page, folder):
    tab = page()
    tab.goto((folder / "collect.html").as_uri())
    give(tab, {"a.zip": ours(CLASS[0])})
    assert names(tab) == ["Student 00"]


@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize("width", [390, 1440])
def test_on_the_page_itself(way, width, request, page):
    """The page of the companion: thirty hand-ins, each view, and nothing for axe to find."""
    tab = page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    tab.goto(f"{home(request, way)}/classroom/collect.html")
    give(tab, {**{f"{n}.txt": classroom.written(one) for n, one in enumerate(CLASS)}, "photo.jpg": ""})
    assert len(names(tab)) == 30
    assert not violations(tab)
    tab.get_by_role("button", name="Next").click()
    until(tab, "() => document.querySelectorAll('.body article').length === 30")
    assert not violations(tab)
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
