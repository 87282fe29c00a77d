"""A hand-in as text, for a program and in a zip: what people write comes back, what an LMS does to it is seen."""

from __future__ import annotations

import base64
import io
import json
import random
import zipfile

import pytest
from playwright.sync_api import Page

import classroom
from handed_in import packed, student, written

WRITE = "text => postilClassroom.writeHandIn(JSON.parse(text))"
READ = "text => postilClassroom.readHandIn(text)"
THERE_AND_BACK = """text => JSON.parse(text).map(one => [
    postilClassroom.readHandIn(postilClassroom.writeHandIn(one)),
    JSON.stringify(postilClassroom.readHandIn(postilClassroom.writeHandInJson(one)))])"""


def flat(text: str) -> str:
    """On one line, with blanks as browsers see them."""
    for blank in "\t\n\v\f\r\u00a0\ufeff\u2028\u2029":
        text = text.replace(blank, " ")
    return " ".join(part for part in text.split(" ") if part)


@pytest.mark.parametrize("seed", range(4))
def test_any_hand_in_comes_back(seed, script):
    chance = random.Random(seed)
    made = [classroom.hand_in(chance) for _ in range(100)]
    for one, (found, program) in zip(made, script.evaluate(THERE_AND_BACK, json.dumps(made)), strict=True):
        said = {**one, "title": flat(classroom.said(one["title"])), "name": flat(classroom.said(one["name"]))}
        said["entries"] = [
            {**each, "label": flat(classroom.said(each["label"])), "text": classroom.said(each["text"])}
            for each in one["entries"]
        ]
        assert found == {**said, "changed": False}
        assert json.loads(program) == {**json.loads(json.dumps(one)), "changed": False}


def test_python_writes_what_the_page_writes(script):
    for number in range(30):
        handed = student(number)
        found = script.evaluate(READ, written(handed))
        assert found == {**handed, "changed": False}
        again = script.evaluate(WRITE, json.dumps(handed))
        tag = again.split("[[", 1)[1].split(" ", 1)[0]
        assert again == written(handed, tag)


def test_an_answer_that_is_a_hand_in_stays_an_answer(script):
    handed = student(1)
    inner = script.evaluate(WRITE, json.dumps(handed))
    outer = {**handed, "name": "Other", "entries": [{"key": "q-x", "label": inner, "text": inner}]}
    found = script.evaluate(READ, script.evaluate(WRITE, json.dumps(outer)))
    assert found["name"] == "Other" and found["entries"][0]["text"] == inner and not found["changed"]


def test_a_changed_text_is_seen_and_white_space_is_not(script):
    text = written(student(2))
    assert not script.evaluate(READ, text.replace("\n", "\r\n\r\n").replace(" ", "\u00a0 "))["changed"]
    assert script.evaluate(READ, text.replace("treaty", "treatise", 1))["changed"]
    assert script.evaluate(READ, text[: len(text) // 2])["changed"]
    assert script.evaluate(READ, f"Dear teacher,\n\n{text}\n\nBest")["title"] == "Who was not in the room?"


NONE = ("", "An essay.", "{", "{}", "[]", "null", '{"entries": 1}', '{"version":1,"entries":[],"assignment":"x"}',
        "[[k3f9 postil", "[[k3f9 end · 00000000]]")  # fmt: skip
ODD = """{"version": 1, "assignment": "00000000", "title": 7, "__proto__": {"name": "x"},
    "entries": [null, 1, {"key": "<b>"}, {"key": "a"}]}"""
TIMED = """text => {
    const start = performance.now()
    postilClassroom.readHandIn(text)
    return performance.now() - start
}"""


def test_what_is_no_hand_in_gives_none(script):
    for text in (*NONE, "{" * 100_000, "[[" * 100_000):
        assert script.evaluate(READ, text) is None, text[:50]
    found = script.evaluate(READ, ODD)
    assert found["title"] == found["name"] == "" and found["entries"] == [{"key": "a", "label": "", "text": ""}]


def test_many_headers_do_not_stop_the_reader(script):
    head = "[[aaaa postil 1 · assignment 00000000 · 2026-11-26T18:40Z]]\n[[aaaa x]] y\n"
    took = script.evaluate(TIMED, head * 60_000)
    assert took < 1000 * classroom.slowness(script)


ZIP = "files => Array.from(postilClassroom.zipped(files))"
# Bytes go there as Base64: as numbers each of them is a message's node of its own.
UNZIP = """async ([data, limits]) => {
    try {
        const made = { file: 5e6, total: 1e8, entries: 2000, ...limits }
        return (await postilClassroom.unzip(Uint8Array.from(atob(data), sign => sign.charCodeAt()), made))
            .map(({ name, bytes, fault }) => [name, bytes ? new TextDecoder().decode(bytes) : null, fault ?? ""])
    } catch (error) {
        return error.refused ? error.message : "not ours: " + error
    }
}"""


def unzipped(script: Page, data: bytes, limits: dict[str, int] | None = None) -> list | str:
    """Name, text and fault of each file in the zip `data`, or why there is none."""
    return script.evaluate(UNZIP, [base64.b64encode(data).decode(), limits or {}])


def test_python_reads_our_zip(script):
    files = {"hand-in.txt": "Київ 😀\n", "a/é.json": "{}", "empty": ""}
    made = bytes(script.evaluate(ZIP, [{"name": name, "text": text} for name, text in files.items()]))
    with zipfile.ZipFile(io.BytesIO(made)) as zip:
        assert zip.testzip() is None
        assert {name: zip.read(name).decode() for name in zip.namelist()} == files
    found = unzipped(script, made)
    assert found == [[name, text, ""] for name, text in files.items()]


@pytest.mark.parametrize("way", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_other_zips_are_read(way, script):
    files = {"folder/": "", "folder/Київ.txt": "text " * 1000, "__MACOSX/x": "x", ".DS_Store": "x"}
    assert unzipped(script, packed(files, way)) == [["folder/Київ.txt", "text " * 1000, ""]]


def test_each_broken_or_hostile_file_has_a_sentence(script):
    plain = packed({"a.txt": "text " * 200, "b.txt": "other"})
    cases = {
        b"": "not a whole zip",
        b"PK" + b"\0" * 500: "not a whole zip",
        plain[:-30]: "not a whole zip",
        plain.replace(b"PK\1\2", b"PK\1\0"): "list of files",
        plain.replace(b"PK\3\4", b"PK\3\0"): "damaged",
        packed({"../up.txt": "x", "/abs.txt": "x", "C:\\x.txt": "x", "a/..\\b": "x"}): "leads out",
        packed({"a.txt": "x"}, zipfile.ZIP_BZIP2): "browsers cannot read",
    }
    for data, words in cases.items():
        found = unzipped(script, data)
        assert words in (found if isinstance(found, str) else found[0][0] + found[0][2]), (words, found)
    broken = bytearray(plain)
    broken[45] ^= 255
    found = unzipped(script, broken)
    assert "damaged" in found[0][2] and found[1][1] == "other"


def test_no_zip_unpacks_to_more_than_it_may(script):
    bomb = packed({f"{n}.txt": b"\0" * 3_000_000 for n in range(5)})
    found = unzipped(script, bomb, {"file": 1_000_000, "total": 2_500_000})
    assert all(fault for _, _, fault in found)
    assert "more than a hand-in" in found[0][2] and "all together" in found[-1][2]
    many = packed({f"{n}": "x" for n in range(10_000)})
    found = unzipped(script, many)
    assert len(found) == 2001 and found[-1] == ["8000 more files", None, "were not read: there are too many."]
