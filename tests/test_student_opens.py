"""What opens an assignment for a student, and what then stands there: a link, whole or damaged, a file, a frame."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from axe import violations
from browser import home
from postil.classroom.link import encode
from student import ASSIGNMENT, CODE, OTHER, OTHER_CODE, PACKET, PAGE, READY, answer, begin, write
from waiting import until


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
