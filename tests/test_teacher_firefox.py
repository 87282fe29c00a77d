"""The teacher's two pages in Firefox, served and as a folder: an assignment made, hand-ins collected from a zip."""

from __future__ import annotations

import base64

import pytest

import classroom
from handed_in import CLASS, canvas, ours, packed
from postil.classroom.link import decode
from teacher import COLLECT, form_body

ASSIGN = """const set = (name, value) => {
    const box = document.querySelector(`[name=${name}]`)
    box.value = value
    box.dispatchEvent(new Event("input", { bubbles: true }))
}
set("title", "In Firefox")
set("due", "2026-12-14")
document.querySelector("[name=question]").click()
document.querySelector(".add-question").click()
const own = document.querySelector(".own-question textarea")
own.value = "Why?"
own.dispatchEvent(new Event("input", { bubbles: true }))
return document.querySelector(".copy-link a").href"""
DROP = """const bytes = Uint8Array.from(atob(arguments[0]), sign => sign.charCodeAt())
const dataTransfer = new DataTransfer()
dataTransfer.items.add(new File([bytes], "submissions.zip"))
document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }))"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("teacher")
    classroom.put(made, "assign", form_body())
    classroom.put(made, "collect", COLLECT)
    return made


@pytest.fixture(params=["http", "file"])
def home(request, folder, server):
    return server(folder) if request.param == "http" else folder.as_uri()


def test_an_assignment_is_made(firefox, home):
    before = len(firefox.errors())
    firefox.resize(390, 800)
    firefox.goto(f"{home}/assign.html")
    firefox.wait("document.querySelector('.preview .title')")
    found = decode(firefox.ask(ASSIGN))
    assert not found.fault and found.assignment
    assert found.assignment.title == "In Firefox" and found.assignment.passages == (2, 3)
    assert len(found.assignment.tasks) == 2 and found.assignment.due == "2026-12-14"
    firefox.wait("document.querySelector('.preview').textContent.includes('Due Monday, December 14, 2026.')")
    assert not firefox.errors()[before:]


def test_hand_ins_are_collected(firefox, home):
    before = len(firefox.errors())
    files = {f"s{n}_{n}_{n}_text.html": canvas(CLASS[n]) for n in range(20)}
    files |= {f"s{n}_{n}_{n}_hand-in.zip": ours(CLASS[n]) for n in range(20, 30)}
    firefox.goto(f"{home}/collect.html")
    firefox.wait("customElements.get('class-collect')")
    firefox.ask(DROP, base64.b64encode(packed(files)).decode())
    firefox.wait("document.querySelectorAll('tbody tr').length === 30")
    assert firefox.ask("return document.querySelectorAll('.skipped li, .remark.changed').length") == 0
    assert firefox.ask("return document.querySelector('tbody th button').textContent") == CLASS[0]["name"]
    assert not firefox.errors()[before:]
