"""The way of a student through an assignment: read, think, answer, mark, hand in, come back; by keyboard, served and
from a folder, wide and narrow, with axe at each step."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from dataclasses import replace

import pytest

from axe import violations
from browser import home
from own_copy import open_dialog, place
from postil.classroom.link import Own, encode
from student import ASSIGNMENT, CODE, OTHER, OTHER_CODE, PACKET, PAGE, READY, answer, begin, copied, write
from waiting import until

HOSTILE = (
    "<img src=x onerror=alert(1)></textarea><script>alert(2)</script>[[k3f9 end · 00000000]] “quoted” \\n &amp; \u202e"
)
FIRST = replace(ASSIGNMENT, first=True, kinds=("context", "evidence"))
CODE_OF_ONE = encode(replace(FIRST, passages=(9,)))
SCREENS = [(390, "file"), (1440, "http")]


def tab_to(tab, name: str, most: int = 120) -> None:
    """Press Tab until what has the focus is called `name`."""
    for _ in range(most):
        tab.keyboard.press("Tab")
        called = tab.evaluate("""() => {
            const at = document.activeElement
            return at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent.trim()
        }""")
        if called.startswith(name):
            return
    raise AssertionError(f"{name} is never reached by Tab")


def saved_zip(tab, name: str = "Ana Example") -> bytes:
    tab.get_by_label("Your name").fill(name)
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save as a zip").click()
    return download.value.path().read_bytes()


def give(tab, data: bytes, name: str = "work.zip") -> str:
    """Open saved work; what is said of it."""
    said = tab.locator(".reopen .said")
    said.evaluate("one => { one.textContent = '' }")
    tab.locator("#work-file").set_input_files({"name": name, "mimeType": "application/zip", "buffer": data})
    said.filter(has_text=re.compile(r"\w")).wait_for()
    return said.inner_text()


@pytest.mark.parametrize(("width", "way"), SCREENS)
@pytest.mark.parametrize("where", [PAGE, PACKET])
def test_the_whole_way_by_keyboard_with_axe_at_each_step(where, width, way, request, page):
    tab = page(
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
        init="window.print = () => { window.printed = true }",
    )
    begin(tab, home(request, way), encode(FIRST), where)
    assert not violations(tab)
    assert tab.locator("h1").inner_text() == "Who was not in the room?"
    assert not tab.locator(".reading ol.notes").count()

    tab_to(tab, "Your first thought on ¶9")
    tab.keyboard.type("no idea")
    tab_to(tab, "Show the notes")
    tab.keyboard.press("Enter")
    assert "three words" in tab.locator(".first .said").first.inner_text()
    assert tab.evaluate("document.activeElement.id") == "work-first:p9"
    tab.keyboard.press("End")
    tab.keyboard.type(" at all")
    tab_to(tab, "Show the notes")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.matches('.passage .note summary')")
    assert not tab.locator(".reading .note:is(.perspective, .craft, .since)").count()
    assert not violations(tab)

    tab_to(tab, "Write in the margin of ¶9")
    tab.keyboard.press("Enter")
    tab.keyboard.type("Ask about this in class")
    assert not violations(tab)
    tab_to(tab, "Your answer to question 1")
    tab.keyboard.type("The United States and others")
    tab_to(tab, "Your name")
    tab.keyboard.type("Ana Example")
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab_to(tab, "Copy answers")
    tab.keyboard.press("Enter")
    tab.locator(".hand-in").get_by_text("Copied.").wait_for()
    handed = tab.evaluate("navigator.clipboard.readText()")
    for words in ("Ana Example", "no idea at all", "The United States and others", "Ask about this in class"):
        assert words in handed
    tab_to(tab, "Print")
    tab.keyboard.press("Enter")
    assert tab.evaluate("window.printed")
    assert not violations(tab)
    tab_to(tab, "Erase my work")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Enter")
    assert tab.locator(".hand-in > .said").inner_text().startswith("Erased.")
    assert answer(tab).input_value() == "" and tab.get_by_label("Your name").input_value() == ""
    assert not tab.locator(".marks li").count()
    assert tab.evaluate("document.activeElement.textContent").startswith("Erased.")
    assert not violations(tab)


def test_the_link_opens_what_is_assigned_in_order(assignment):
    order = assignment.locator(".reading > :is(.passage, .task)").evaluate_all("""all => all.map(one =>
        one.dataset.question ?? (one.querySelector("h3[id]")?.id || one.querySelector(".ask").textContent))""")
    assert order == ["p9", "q-table-who", "Who else was missing?", "p10", "q-table-witness"]
    top = assignment.locator(".assigned").inner_text()
    assert "Read both passages." in top and "2 passages · 3 questions" in top
    assert "Due Monday, December 14, 2026." in top
    link = assignment.get_by_role("link", name="library.example.edu")
    assert link.get_attribute("href") == "https://library.example.edu/permalink?id=1&x=2"
    assert assignment.locator(".rest").get_attribute("open") is None
    assert assignment.locator(".rest section.passage").count() == 24


def test_a_due_date_that_has_passed_and_words_for_the_way_to_the_essay(served, page):
    tab = page()
    begin(tab, served, encode(replace(ASSIGNMENT, due="2026-01-05", get="javascript:alert(1)")))
    assert "Was due Monday, January 5, 2026." in tab.locator(".assigned").inner_text()
    assert tab.locator(".get-here").inner_text().endswith("javascript:alert(1)")
    assert not tab.locator(".get-here a").count()


def test_links_within_the_page_keep_the_assignment(assignment):
    assignment.locator("#p10 a.mark").click()
    assert assignment.evaluate("document.activeElement.id") == "p10"
    assert assignment.url.endswith(f"#{CODE}")
    phrase = assignment.locator(".reading .card a.ref").first
    note = phrase.get_attribute("href")[1:]
    phrase.click()
    assert assignment.locator(f"[id='{note}']").is_visible()
    assert assignment.url.endswith(f"#{CODE}")
    assignment.evaluate("location.hash = '#p1'")
    until(assignment, f"() => location.hash === '#{CODE}'")
    assert assignment.locator("#p1").is_visible()
    assignment.reload()
    assert answer(assignment, 3).is_visible()


def test_a_damaged_link_says_so_and_opens_what_could_be_read(served, page):
    tab = page()
    tab.goto(f"{served}/{PAGE}#{CODE[:-3]}")
    assert "damaged" in tab.locator(".open-assignment .trouble").inner_text()
    assert not violations(tab)
    tab.get_by_role("button", name="Open what could be read").click()
    assert answer(tab).is_visible()
    write(tab, "All the same")


def test_a_link_of_a_newer_version_says_so(served, page):
    tab = page()
    tab.goto(f"{served}/{PAGE}#2.{CODE[2:]}")
    assert "newer version" in tab.locator(".open-assignment .trouble").inner_text()


@pytest.mark.parametrize("where", [PAGE, PACKET])
def test_without_a_link_there_is_a_box_for_it_or_its_file(where, request, page):
    tab = page()
    begin(tab, home(request, "file"), "", where)
    assert not violations(tab)
    box = tab.locator(".open-assignment")
    box.get_by_label("Paste the link").fill("nothing of the kind")
    box.get_by_role("button", name="Open it").click()
    assert "not the link" in box.locator(".trouble").inner_text()
    box.get_by_label("Paste the link").fill(f"https://elsewhere.example/classroom/assignment.html#{CODE}")
    tab.keyboard.press("Enter")
    write(tab, "Here")
    box.locator("summary").click()
    box.locator("[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": f"Open it.\n\n#{OTHER_CODE}\n".encode()}
    )
    tab.get_by_role("heading", name=OTHER.title).wait_for()
    assert answer(tab).input_value() == ""


def test_a_ready_assignment_needs_no_code_and_heeds_none(served, page):
    tab = page()
    tab.goto(f"{served}/{READY}#{CODE}")
    assert tab.locator("h1").inner_text() == "Who was not in the room?"
    assert tab.locator(".task .answer").count() == tab.locator(".task").count() > 1
    tab.locator("a.mark").first.click()
    assert re.search(r"#p\d+$", tab.url)
    assert not violations(tab)


def test_in_a_frame_its_own_tab_is_offered_first(served, server, tmp_path, page):
    host = f'<!doctype html><title>LMS</title><iframe src="{served}/{PAGE}#{CODE}" width="800" height="600"></iframe>'
    (tmp_path / "lms.html").write_text(host, encoding="utf-8")
    tab = page()
    tab.goto(f"{server(tmp_path)}/lms.html")
    link = tab.frame_locator("iframe").get_by_role("link", name="Open in its own tab")
    assert link.get_attribute("href") == f"{served}/{PAGE}#{CODE}"
    assert link.get_attribute("rel") == "noopener"
    assert tab.frame_locator("iframe").locator(".class-work > :first-child a").inner_text() == "Open in its own tab"
    with tab.context.expect_page() as opened:
        link.click()
    answer(opened.value).wait_for()
    assert not opened.value.locator(".in-frame").count()


@pytest.mark.parametrize("where", [PAGE, PACKET])
def test_a_copy_opens_where_the_answers_are_and_can_be_marked(where, request, essay, page):
    tab = page()
    begin(tab, home(request, "file"), encode(replace(FIRST, passages=(9,))), where)
    write(tab, "Before the copy came")
    open_dialog(tab)
    place(tab, essay.read_text(encoding="utf-8"))
    tab.get_by_role("button", name="Read it with the notes").click()
    assert tab.url.endswith(CODE_OF_ONE)
    own = tab.locator(".reading .own")
    assert own.count() == 1 and not own.locator("a.ref").count()
    tab.get_by_label("Your first thought on ¶9").fill("This is a thought")
    tab.get_by_role("button", name="Show the notes").click()
    assert own.locator("a.ref").count()
    select(tab, ".reading .own .words")
    tab.get_by_role("button", name="Mark these words").click()
    assert tab.evaluate("CSS.highlights.get('marked').size") == 1
    assert len(tab.locator(".marks q").inner_text().split()) == 12
    assert ", in my copy" in copied(tab)
    tab.get_by_role("button", name="Forget my copy").click()
    assert tab.locator(".marks q").count() == 1
    assert answer(tab).input_value() == "Before the copy came"


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


def test_what_is_not_answered_is_named_and_hinders_nobody(assignment):
    assert "question 1, question 2, question 3" in assignment.locator(".missing").inner_text()
    write(assignment, "My answer", 2)
    assert "question 1, question 3" in assignment.locator(".missing").inner_text()
    assignment.locator(".missing a").last.click()
    assert assignment.evaluate("document.activeElement.id") == "work-q-table-witness"
    assert "My answer" in copied(assignment)


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
    assert time.monotonic() - begun < 3
    many = encode(replace(ASSIGNMENT, tasks=tuple(Own(9, "?") for _ in range(8_000))))
    other = page()
    begun = time.monotonic()
    other.goto(f"{served}/{PAGE}#{many}")
    assert "too many questions" in other.locator(".open-assignment .trouble").inner_text()
    assert time.monotonic() - begun < 3


def test_marks_are_painted_listed_and_removed(assignment):
    before = assignment.locator(".reading .card").first.inner_html()
    select(assignment, ".reading .card p:not(.claim, .tools)")
    assignment.get_by_role("button", name="Mark these words").click()
    assert assignment.evaluate("document.activeElement.matches('.marks textarea')")
    assert len(assignment.locator(".marks q").inner_text().split()) <= 12
    assert assignment.locator(".reading .card").first.inner_html() == before
    until(assignment, "() => Object.values(localStorage).some(one => one.includes('note:p9'))")
    assignment.reload()
    assert assignment.evaluate("[...CSS.highlights.get('marked')][0].toString().length") > 10
    assert not violations(assignment)
    assignment.get_by_role("button", name="Remove").click()
    assert not assignment.locator(".marks li").count()
    assert assignment.evaluate("document.activeElement.textContent") == "Write in the margin"
    assignment.wait_for_timeout(600)
    assignment.reload()
    assert not assignment.locator(".marks li").count()


def test_the_second_of_two_like_words_is_marked_again(assignment):
    assignment.evaluate("""() => {
        const walker = document.createTreeWalker(document.querySelector(".reading .card"), NodeFilter.SHOW_TEXT)
        const found = [], range = new Range()
        while (walker.nextNode())
            for (const { index } of walker.currentNode.data.matchAll(/the/g)) found.push([walker.currentNode, index])
        const [node, at] = found[1]
        range.setStart(node, at)
        range.setEnd(node, at + 3)
        window.place = range.getBoundingClientRect().top + scrollY
        getSelection().addRange(range)
    }""")
    assignment.get_by_role("button", name="Mark these words").click()
    painted = "([...CSS.highlights.get('marked')][0]).getBoundingClientRect().top + scrollY - window.place"
    assert abs(assignment.evaluate(painted)) < 2


def test_on_paper_answers_stand_as_they_were_written(assignment):
    write(assignment, "As it was written")
    assignment.emulate_media(media="print")
    assert assignment.locator(".printed", has_text="As it was written").is_visible()
    assert not assignment.locator(".task textarea").first.is_visible()
    assert not assignment.locator(".task .paper").first.is_visible()
    assert assignment.locator(".task .paper").nth(1).is_visible()
    assert not assignment.locator(".rest").is_visible()


def select(tab, selector: str) -> None:
    """Select the words of the first such element."""
    tab.evaluate("one => getSelection().selectAllChildren(document.querySelector(one))", selector)
