"""The way of a student through an assignment: read, think, answer, mark, hand in, print; by keyboard, served and from a
folder, wide and narrow, with axe at each step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from axe import violations
from browser import home
from hands import ChromiumHands
from own_copy import open_dialog, place
from postil.classroom.link import encode
from student import FIRST, PACKET, PAGE, answer, begin, copied, select, write
from waiting import until

SCREENS = [(390, "file"), (1440, "http")]
CODE_OF_ONE = encode(replace(FIRST, passages=(9,)))


@pytest.mark.parametrize(("width", "way"), SCREENS)
@pytest.mark.parametrize("where", [PAGE, PACKET])
def test_the_whole_way_by_keyboard_with_axe_at_each_step(where, width, way, request, page):
    tab = page(
        viewport={"width": width, "height": 900},
        reduced_motion="reduce",
        init="window.print = () => { window.printed = true }",
    )
    begin(tab, home(request, way), encode(FIRST), where)
    hands = ChromiumHands(tab)
    assert not violations(tab)
    assert tab.locator("h1").inner_text() == "Who was not in the room?"
    assert not tab.locator(".reading ol.notes").count()

    hands.fill("Your first thought on ¶9", "no idea")
    hands.use("Show the notes")
    assert "three words" in tab.locator(".first .said").first.inner_text()
    assert tab.evaluate("document.activeElement.id") == "work-first:p9"
    tab.keyboard.press("End")
    tab.keyboard.type(" at all")
    hands.use("Show the notes")
    assert tab.evaluate("document.activeElement.matches('.passage .note summary')")
    assert not tab.locator(".reading .note:is(.perspective, .craft, .since)").count()
    assert not violations(tab)

    hands.use("Write in the margin of ¶9")
    tab.keyboard.type("Ask about this in class")
    assert not violations(tab)
    hands.fill("Your answer to question 1", "The United States and others")
    hands.fill("Your name", "Ana Example")
    hands.use("Copy answers")
    tab.locator(".hand-in").get_by_text("Copied.").wait_for()
    handed = tab.evaluate("navigator.clipboard.readText()")
    for words in ("Ana Example", "no idea at all", "The United States and others", "Ask about this in class"):
        assert words in handed
    hands.use("Print")
    assert tab.evaluate("window.printed")
    assert not violations(tab)
    hands.use("Erase my work")
    tab.keyboard.press("Enter")
    assert tab.locator(".hand-in > .said").inner_text().startswith("Erased.")
    assert answer(tab).input_value() == "" and tab.get_by_label("Your name").input_value() == ""
    assert not tab.locator(".marks li").count()
    assert tab.evaluate("document.activeElement.textContent").startswith("Erased.")
    assert not violations(tab)


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


def test_what_is_not_answered_is_named_and_hinders_nobody(assignment):
    assert "question 1, question 2, question 3" in assignment.locator(".missing").inner_text()
    write(assignment, "My answer", 2)
    assert "question 1, question 3" in assignment.locator(".missing").inner_text()
    assignment.locator(".missing a").last.click()
    assert assignment.evaluate("document.activeElement.id") == "work-q-table-witness"
    assert "My answer" in copied(assignment)


def test_on_paper_answers_stand_as_they_were_written(assignment):
    write(assignment, "As it was written")
    assignment.emulate_media(media="print")
    assert assignment.locator(".printed", has_text="As it was written").is_visible()
    assert not assignment.locator(".task textarea").first.is_visible()
    assert not assignment.locator(".task .paper").first.is_visible()
    assert assignment.locator(".task .paper").nth(1).is_visible()
    assert not assignment.locator(".rest").is_visible()
