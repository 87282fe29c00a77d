"""The page on which a teacher makes an assignment, on a small form of the same build."""

from __future__ import annotations

import re
import urllib.parse
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

import classroom
from axe import violations
from browser import home, without_storage
from postil.classroom.link import Assignment, Own, decode, encode
from teacher import form_body
from waiting import until


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("assign")
    classroom.put(made, "assign", form_body())
    return made


@pytest.fixture
def form(page, folder, server):
    """The form, served."""
    tab = page()
    tab.goto(f"{server(folder)}/assign.html")
    return tab


def made(tab: Page) -> Assignment:
    """What the link for students says."""
    found = decode(tab.evaluate("document.querySelector('class-assign').made.link"))
    assert not found.fault
    return found.assignment


def settled(tab: Page) -> None:
    """After the pause in which the preview waits for more."""
    until(tab, "() => location.hash === '#' + document.querySelector('class-assign').made.code")


def fill(tab: Page) -> None:
    tab.get_by_label("Get", exact=True).fill("https://library.example/82")
    tab.get_by_label("Words").fill("Read first.\nThen answer.")
    tab.get_by_label("Title").fill("Who was there?")
    tab.locator(".choose summary").click()
    tab.get_by_label("Who signed?").check()
    tab.get_by_label("Why?").check()
    tab.get_by_label("¶4").check()
    tab.get_by_role("button", name="Add a question of your own").click()
    tab.get_by_label("Your question").fill("What would you ask?")
    tab.get_by_label("It is about").select_option("4")
    tab.get_by_label("Craft").uncheck()
    tab.get_by_label("First reading").check()
    tab.get_by_label("Due").fill("2026-12-14")
    settled(tab)


FILLED = Assignment(
    title="Who was there?",
    mark="",
    get="https://library.example/82",
    words="Read first.\nThen answer.",
    passages=(1, 2, 3, 4),
    tasks=("q-why", "q-who", Own(4, "What would you ask?")),
    kinds=("context", "evidence", "perspective", "since"),
    first=True,
    due="2026-12-14",
)


MARKED = replace(FILLED, mark="aaaaaa")


def same(found: Assignment, wanted: Assignment) -> bool:
    return {**found.record(), "mark": ""} == {**wanted.record(), "mark": ""}


def test_the_link_says_what_the_form_does(form):
    fill(form)
    assert same(made(form), FILLED)
    assert re.fullmatch("[a-z0-9]{6}", made(form).mark)
    see = form.get_by_role("link", name="See it as a student").get_attribute("href")
    assert see == "assignment.html#" + form.evaluate("document.querySelector('class-assign').made.code")


def test_the_preview_says_it_in_words_and_in_order(form):
    fill(form)
    said = form.locator(".preview").inner_text()
    assert [line for line in said.split("\n") if line.startswith(("¶", "W"))] == [
        "Who was there?", "¶1 Passage 1", "Why?", "¶2 Passage 2", "¶3 Passage 3", "Who signed?", "¶4 Passage 4",
        "What would you ask?",
    ]  # fmt: skip
    for words in ("Get the essay: https://library.example/82", "Then answer.",
                  "Context, Evidence, Perspective, Since only", "First reading",
                  "Due Monday, December 14, 2026.", "of at most 2,000 characters"):  # fmt: skip
        assert words in said
    assert form.locator(".preview a").get_attribute("href") == "https://library.example/82"


def test_a_question_brings_its_passages_says_so_and_can_be_without(form):
    form.locator(".choose summary").click()
    form.get_by_label("Who signed?").check()
    expect(form.get_by_label("¶3")).to_be_checked()
    expect(form.get_by_text("¶2, ¶3 chosen with it.")).to_be_visible()
    form.get_by_role("button", name="Only the question").click()
    settled(form)
    assert made(form).passages == () and made(form).tasks == ("q-who",)
    expect(form.get_by_text("Only the question is chosen.")).to_be_visible()


def test_the_link_is_copied_or_shown(form):
    fill(form)
    form.context.grant_permissions(["clipboard-read", "clipboard-write"])
    form.get_by_role("button", name="Copy link").click()
    form.get_by_text("Copied", exact=True).wait_for()
    assert form.evaluate("navigator.clipboard.readText()") == form.evaluate(
        "document.querySelector('class-assign').made.link"
    )
    form.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    form.get_by_role("button", name="Copy link").click()
    field = form.get_by_role("textbox", name="Copy link")
    assert field.input_value() == form.evaluate("document.querySelector('class-assign').made.link")
    assert form.evaluate("getSelection().toString() || document.activeElement.selectionEnd") != 0
    expect(field).to_be_focused()


def test_google_classroom_is_a_plain_link(form):
    share = form.get_by_role("link", name="Share to Google Classroom")
    expect(share).to_be_hidden()
    fill(form)
    address = urllib.parse.urlsplit(share.get_attribute("href"))
    assert f"{address.scheme}://{address.netloc}{address.path}" == "https://classroom.google.com/share"
    query = urllib.parse.parse_qs(address.query)
    assert query["title"] == ["Who was there?"] and not decode(query["url"][0]).fault


def test_too_long_for_a_link_is_said_and_a_file_does(form, tmp_path):
    fill(form)
    form.get_by_label("Words").fill("Слова " * 300)
    settled(form)
    expect(form.get_by_role("button", name="Copy link")).to_be_hidden()
    expect(form.get_by_role("link", name="Share")).to_be_hidden()
    expect(form.get_by_text("This is too much for a link")).to_be_visible()
    with form.expect_download() as saved:
        form.get_by_role("button", name="Save as a file").click()
    assert saved.value.suggested_filename == "who-was-there.assignment.txt"
    text = saved.value.path().read_text(encoding="utf-8")
    assert text.startswith("Who was there?\n") and decode(text).assignment == made(form)


def test_an_assignment_opens_for_changing_and_survives_a_reload(form):
    fill(form)
    first = made(form)
    form.reload()
    assert same(made(form), FILLED)
    assert made(form).mark != first.mark
    form.get_by_role("button", name="Remove this question").click()
    settled(form)
    assert len(made(form).tasks) == 2
    form.goto(form.url.split("#")[0])
    assert made(form).tasks == ()
    form.evaluate("code => { location.hash = code }", encode(MARKED))
    until(form, "() => document.querySelector('class-assign').made.assignment.tasks.length === 3")
    assert same(made(form), FILLED)


@pytest.mark.parametrize("by", ["link", "file"])
def test_a_link_or_file_of_before_is_opened_to_be_changed(by, form):
    box = form.locator(".open-assignment")
    box.locator("summary").click()
    code = encode(MARKED)
    if by == "link":
        box.get_by_label("Paste its link or its code").fill(f"https://lessons.example/classroom/assignment.html#{code}")
        box.get_by_role("button", name="Open it").click()
    else:
        file = {"name": "a.txt", "mimeType": "text/plain", "buffer": f"Who was there?\n\n#{code}\n".encode()}
        box.locator("[type=file]").set_input_files(file)
    expect(form.get_by_label("Title")).to_be_focused()
    assert same(made(form), FILLED) and made(form).mark != "aaaaaa"
    assert box.get_attribute("open") is None


def test_what_is_no_link_is_refused_and_a_damaged_one_opened_if_asked(form):
    box = form.locator(".open-assignment")
    box.locator("summary").click()
    field = box.get_by_label("Paste its link or its code")
    field.fill("nothing of the kind")
    field.press("Enter")
    assert "not the link" in box.locator(".trouble").inner_text()
    assert made(form).tasks == ()
    field.fill(encode(MARKED)[:-3])
    field.press("Enter")
    assert "damaged" in box.locator(".trouble").inner_text()
    box.get_by_role("button", name="Open what could be read").click()
    assert same(made(form), FILLED)


def test_a_damaged_code_says_so_and_fills_what_could_be_read(page, folder, server):
    tab = page()
    code = encode(Assignment("Whole title", "aaaaaa", passages=(2,), tasks=("q-who", "q-gone"), due="2026-12-14"))
    tab.goto(f"{server(folder)}/assign.html#{code[:-30]}")
    assert "damaged" in tab.get_by_role("alert").inner_text()
    assert made(tab).title == "Whole title" and not made(tab).due
    tab.goto("about:blank")
    tab.goto(f"{server(folder)}/assign.html#{code}")
    assert tab.get_by_role("alert").inner_text() == "These pages do not have: q-gone."
    tab.goto("about:blank")
    tab.goto(f"{server(folder)}/assign.html#p6")
    expect(tab.locator(".fault")).to_be_hidden()


def test_far_too_many_questions_are_refused_and_do_not_hold_the_page_up(form):
    many = replace(MARKED, tasks=tuple(Own(1, "?") for _ in range(8_000)))
    form.evaluate("code => { location.hash = code }", encode(many))
    form.get_by_role("alert").filter(has_text="far too many questions").wait_for()
    assert made(form).tasks == () and form.locator(".own-question").count() == 0


HOSTILE = "<img src=x onerror=alert(1)>\"'><script>alert(1)</script>"


def test_nothing_in_a_code_runs(page, folder, server):
    tab = page()
    tab.on("dialog", lambda _: pytest.fail("something ran"))
    bad = Assignment(HOSTILE, "aaaaaa", get=f"javascript:alert(1)//{HOSTILE}", words=HOSTILE, passages=(1, 999),
                     tasks=(Own(1, HOSTILE), Own(77, HOSTILE)), kinds=("constructor",), due="2026-02-31")  # fmt: skip
    tab.goto(f"{server(folder)}/assign.html#{encode(bad)}")
    assert HOSTILE in tab.locator(".preview").inner_text()
    assert tab.locator(".preview a, .preview img, .preview script").count() == 0
    assert made(tab).tasks == (Own(1, HOSTILE), Own(0, HOSTILE))


def test_only_an_address_with_https_becomes_a_link(form):
    form.get_by_label("Get", exact=True).fill("www.library.example/82")
    settled(form)
    assert "only words" in form.locator(".preview").inner_text()
    assert form.locator(".preview a").count() == 0


def test_in_a_folder_the_code_and_the_file_are_given(page, folder):
    tab = page()
    tab.goto((folder / "assign.html").as_uri())
    fill(tab)
    expect(tab.get_by_text("This page lies in a folder on your computer")).to_be_visible()
    tab.get_by_role("button", name="Copy the code").click()
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert same(made(tab), FILLED)
    expect(tab.get_by_role("link", name="Share")).to_be_hidden()


@pytest.mark.parametrize("way", ["http", "file"])
def test_the_sites_address_stands_in_every_copys_link(way, page, tmp_path, server):
    classroom.put(tmp_path, "assign", form_body('data-site="https://lessons.example/companion/"'))
    tab = page()
    tab.goto(f"{server(tmp_path) if way == 'http' else tmp_path.as_uri()}/assign.html")
    fill(tab)
    link = tab.evaluate("document.querySelector('class-assign').made.link")
    assert link.startswith("https://lessons.example/companion/classroom/assignment.html#1.")
    expect(tab.get_by_role("button", name="Copy link")).to_be_visible()
    expect(tab.get_by_role("link", name="Share")).to_be_visible()


def test_with_storage_blocked(browser, folder, server, tmp_path, troubles):
    with without_storage(browser, tmp_path / "profile", troubles) as context:
        tab = context.new_page()
        tab.goto(f"{server(folder)}/assign.html")
        fill(tab)
        assert same(made(tab), FILLED)
    assert not troubles


def test_by_keyboard_alone(form):
    form.get_by_label("Title").focus()
    form.keyboard.type("Keys")
    form.get_by_label("¶1").focus()
    form.keyboard.press("Space")
    settled(form)
    form.get_by_label("Due").focus()
    names = []
    for _ in range(8):
        form.keyboard.press("Tab")
        names.append(form.evaluate("document.activeElement.textContent"))
    assert [name for name in names if name][:4] == [
        "Copy link", "See it as a student", "Share to Google Classroom", "Save as a file",
    ]  # fmt: skip


@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize("width", [390, 1440])
def test_on_the_page_itself(way, width, request, page):
    """The whole form of the companion: a link made, read again, and nothing for axe to find."""
    tab = page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    tab.goto(f"{home(request, way)}/classroom/assign.html")
    expect(tab.get_by_text("This page needs JavaScript")).to_be_hidden()
    tab.get_by_label("Title").fill("On the page")
    for summary in tab.locator(".choose summary").all()[:3]:
        summary.click()
    question = tab.locator("input[name=question]").first
    question.check()
    tab.get_by_role("button", name="Add a question of your own").click()
    tab.get_by_label("Your question").fill("Why?")
    settled(tab)
    found = made(tab)
    assert found.tasks == (question.get_attribute("value"), Own(0, "Why?")) and found.passages
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not violations(tab)
