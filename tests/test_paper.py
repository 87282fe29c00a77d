"""The student's sheet, as it is printed: what its questions speak of stands on the paper, with script and without."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from helpers import tiny
from postil import links
from postil.generate.beside import WHERE, beside, spoken_of
from postil.load import load
from student import PACKET, PAGE, begin

FOLDER = "classroom/assignments"
# By assignment: how a block that its questions need is called, and words of it.
NEEDED = {
    "all-parties-at-the-table-homework": ("Lesson 2: What happened since", "Up to then no format had produced"),
    "all-parties-at-the-table-in-class": ("Lesson 2: All parties at the table", "The authors hold that a settlement"),
    "cease-fire-and-settlement-homework": ("Glossary: Commitment problem", "Two sides may both gain from a deal"),
    "cease-fire-and-settlement-in-class": ("Glossary: Armistice", "A formal agreement between enemies"),
    "guarantees-that-are-meant-homework": ("Lesson 3: Guarantees that are meant", "hampered a settlement since 2022"),
    "guarantees-that-are-meant-in-class": ("Glossary: Guarantor consensus clause", "only if all of them agree"),
    "long-term-security-homework": ("Lesson 1: Long-term security first", "how each country will be safe"),
    "long-term-security-in-class": ("Glossary: Commitment problem", "Two sides may both gain from a deal"),
    "positions-are-not-bottom-lines-homework": ("Lesson 6: What happened since", "met in Istanbul the next day"),
}
FIRST = "guarantees-that-are-meant-in-class"


@pytest.fixture(scope="module")
def companion():
    return load(ROOT)[0]


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("name", NEEDED)
def test_what_the_questions_speak_of_is_on_the_paper(name, script, site, page):
    tab = page(java_script_enabled=script)
    tab.goto(f"{(site / FOLDER / name).as_uri()}.html")
    title, words = NEEDED[name]
    block = tab.locator("details.beside", has_text=title)
    assert words not in block.inner_text(), "on the screen it is folded"
    tab.emulate_media(media="print")
    assert title in block.inner_text() and words in " ".join(block.inner_text().split())


def test_every_link_of_a_question_to_an_entry_or_a_list_is_beside_it(companion, site, page):
    targets = links.index(companion).targets
    for each in companion.assignments:
        asked = [question for question in companion.questions if question.id in each.questions]
        ids = spoken_of(each.body, *(question.body for question in asked))
        text = re.sub(r"<[^>]+>", "", (site / each.path.replace(".md", ".html")).read_text(encoding="utf-8"))
        for id in ids:
            if targets[id].kind in WHERE:
                assert text.count(f"{WHERE[targets[id].kind]}: {targets[id].label}") == 1, (each.id, id)


def test_on_the_screen_it_is_folded_and_opens(site, page):
    tab = page()
    tab.goto(f"{(site / FOLDER / FIRST).as_uri()}.html")
    entry = tab.locator("details.beside", has_text="Guarantor consensus clause")
    words = entry.get_by_text("may answer an attack only if all of them agree")
    assert not words.is_visible()
    entry.locator("summary").click()
    assert words.is_visible()


@pytest.mark.parametrize("where", [PAGE, PACKET])
def test_it_comes_with_a_question_into_the_open_page_and_the_packet(where, site, page):
    tab = page()
    begin(tab, site.as_uri(), page=where)
    tab.emulate_media(media="print")
    question = tab.locator(".reading > .task[data-question='q-table-witness']")
    assert question.count() == 1 and question.locator(".beside").count() == 0
    rest = tab.locator(".task[data-question='q-guarantees-trigger'] .beside summary")
    assert rest.all_text_contents() == ["Glossary: Article 5", "Glossary: Guarantor consensus clause"]


def test_notes_that_wait_for_a_first_thought_are_printed(site, page):
    tab = page()
    tab.goto(f"{(site / FOLDER / FIRST).as_uri()}.html")
    tab.locator(".first").first.wait_for()
    tab.evaluate("addEventListener('beforeprint', () => { window.sheet = document.body.textContent })")
    notes = tab.locator("ol.notes")
    assert notes.count() == 0
    tab.pdf()
    assert "Nobody promised to fight" in tab.evaluate("sheet") and notes.count() == 0
    tab.locator(".first textarea").first.fill("One two three")
    tab.get_by_role("button", name="Show the notes").first.click()
    tab.pdf()
    assert notes.count() == 1, "what was opened stays, and the other waits"


@pytest.mark.parametrize("script", [True, False])
def test_the_sheet_has_lines_for_a_first_thought_where_one_is_asked(script, site, page):
    tab = page(java_script_enabled=script)
    for name, content in ((FIRST, '"Your first thought"'), ("battlefield-calculus-in-class", "none")):
        tab.goto(f"{(site / FOLDER / name).as_uri()}.html")
        tab.emulate_media(media="print")
        style = "card => getComputedStyle(card, '::after').content"
        assert tab.locator(".passage > .card").first.evaluate(style) == content


def test_a_printed_sheet_has_a_line_for_the_name_or_the_name(site, page):
    tab = page()
    tab.goto(f"{(site / FOLDER / FIRST).as_uri()}.html")
    tab.get_by_label("Your name").fill("Ana Example")
    line = tab.locator("p.printed")
    assert not line.is_visible() and "____" in line.text_content()
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert line.inner_text() == "Name: Ana Example"
    assert not tab.locator(".hand-in").is_visible()


def test_a_choice_is_no_mistake(site, page):
    tab = page()
    tab.goto(f"{(site / FOLDER / 'long-term-security-homework').as_uri()}.html")
    missing = tab.locator(".missing")
    assert "If you may choose between questions, an empty box is no mistake." in missing.inner_text()
    for field in tab.locator(".task textarea").all():
        field.fill("An answer")
    assert missing.inner_text() == ""


def test_a_page_does_not_link_to_itself(companion):
    linker = links.Linker(links.index(companion), "lessons/long-term-security.md")
    assert linker.link("the lesson", "long-term-security") == "the lesson"
    assert "](" in linker.link("the list", "long-term-security-since")


def test_a_person_that_a_question_names_comes_with_it(tmp_path):
    found, _ = load(tiny(tmp_path / "companion"))
    person, term = found.people[0], found.terms[0]
    prose = type(person.body)(f"See [her][{person.id}], [it][{term.id}] and [her][{person.id}].", person.place)
    made = beside(found, links.Linker(links.index(found), "a.md"), prose, (term.id,))
    assert made.count("<details") == 1 and f"Who’s who: {person.title}" in made
