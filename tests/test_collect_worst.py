"""The worst that can be handed in: nothing runs, each file is named with a reason, and nothing freezes the page."""

from __future__ import annotations

import json
import time
import zipfile

import pytest

import classroom
from handed_in import CLASS, canvas, packed, student, written
from teacher import frozen, give, names, rows, skipped
from waiting import until

HOSTILE = "<img src=x onerror=alert(1)><script>alert(1)</script>=cmd|' /C calc'!A0"
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


@pytest.mark.parametrize("start", [*"=+-@\t\r＝", " =", "\n+", "\ufeff="])
def test_csv_has_no_formula(start, collect):
    bad = {**CLASS[0], "name": f"{start}1+1", "entries": [{"key": "q-x", "label": f"{start}A1", "text": f"{start}cmd"}]}
    give(collect, {f"{'=' if start == '=' else ''}a.json": json.dumps(bad)})
    for row in rows(collect):
        assert not any(cell.lstrip().startswith(tuple("=+-@＝")) for cell in row), row


@pytest.mark.parametrize("way", ["text", "json", "canvas", "zip"])
def test_nothing_that_is_handed_in_runs(way, collect):
    entries = [{"key": "q-x", "label": HOSTILE, "text": HOSTILE}, {"key": "constructor", "label": "", "text": HOSTILE}]
    bad = {**CLASS[0], "name": HOSTILE, "title": HOSTILE, "entries": entries}
    content = {
        "text": lambda: written(bad),
        "json": lambda: json.dumps(bad),
        "canvas": lambda: canvas(bad),
        "zip": lambda: packed({f"{HOSTILE.replace('/', '')}.txt": written(bad)}),
    }[way]()
    suffix = {"text": "txt", "json": "json", "canvas": "html", "zip": "zip"}[way]
    give(collect, {f"{HOSTILE.replace('/', '')}.{suffix}": content, f"{HOSTILE.replace('/', '')}.x": ""})
    assert names(collect) == [HOSTILE]
    collect.get_by_role("button", name="Next").click()
    assert collect.locator("class-collect img, class-collect script").count() == 0
    assert HOSTILE in collect.locator(".body article").inner_text()


def test_foreign_and_broken_files_are_named_with_a_reason(collect):
    zip = packed({"hand-in.txt": written(CLASS[0])})
    give(
        collect,
        {
            "essay.docx": b"PK\3\4" + b"\0" * 60,
            "photo.jpg": b"\xff\xd8\xff",
            "other.txt": "An essay without markers.",
            "empty.html": "",
            "newer.txt": written(CLASS[0]).replace("postil 1", "postil 2"),
            "large.txt": "x" * 5_000_001,
            "cut.zip": zip[:-20],
            "odd.json": "{" * 1000,
            "latin.html": "<p>caf\xe9".encode("latin-1"),
            "up.zip": packed({"../../hand-in.txt": written(CLASS[1])}),
            "good.txt": written(CLASS[2]),
        },
    )
    assert names(collect) == ["Student 02"]
    assert skipped(collect) == {
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


@pytest.mark.parametrize("name", SLOW)
def test_no_text_freezes_the_page(name, collect):
    give(collect, {"a.html": SLOW[name], "b.txt": SLOW[name]})
    assert frozen(collect) < 1000


def test_bombs_and_ten_thousand_entries_do_not_freeze_it(collect):
    bomb = packed({f"{n}.txt": b"\0" * 100_000_000 for n in range(3)})
    many = packed({f"{n}.txt": "x" for n in range(10_000)})
    nested = packed({"a.zip": packed({f"{n}.zip": bomb for n in range(5)})})
    start = time.monotonic()
    give(collect, {"bomb.zip": bomb, "many.zip": many, "nested.zip": nested})
    assert frozen(collect) < 1000
    assert time.monotonic() - start < 20 * classroom.slowness(collect)
    said = skipped(collect)
    assert "far more than a hand-in" in said["bomb.zip/0.txt"]
    assert any("too many" in why for why in said.values())


def test_stop_keeps_what_was_read(collect):
    files = {f"{n}.txt": written(student(n, 60_000)) for n in range(200)}
    zip = packed(files, zipfile.ZIP_STORED)
    collect.evaluate("""() => new MutationObserver(() => {
        const stop = document.evaluate("//button[.='Stop']", document).iterateNext()
        if (!stop.hidden) setTimeout(() => stop.click(), 60)
    }).observe(document.querySelector(".progress"), { childList: true })""")
    said = give(collect, {"all.zip": zip})
    assert 0 <= int(said.split()[0]) < 200


def test_three_hundred_files_of_50_kb_within_three_seconds(collect):
    files = {f"s{n}_{n}_{n}_text.html": canvas(student(n, 11_000)) for n in range(300)}
    assert sum(map(len, files.values())) / len(files) > 45_000
    zip = packed(files, level=1)
    collect.evaluate(
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
    give(collect, {"submissions.zip": zip})
    until(collect, "() => window.took")
    print(f"took {collect.evaluate('took'):.0f} ms, longest {collect.evaluate('longest'):.0f} ms")
    assert len(names(collect)) == 300
    assert frozen(collect) < 1000
    assert collect.evaluate("took") < 3000 * classroom.slowness(collect)
