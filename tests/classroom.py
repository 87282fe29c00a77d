"""What the tests of the classroom share: a small page with one of its scripts, and made-up assignments and hand-ins."""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from conftest import ROOT
from postil.classroom.link import Assignment, Own
from postil.generate.classroom_scripts import SCRIPTS, SOURCES, code

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; worker-src 'self' blob:; "
    "font-src 'none'; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
)
PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>'
    '<meta http-equiv="Content-Security-Policy" content="{policy}"><link rel="icon" href="data:,">'
    '<script defer src="{name}.js"></script></head><body>{body}</body></html>'
)
# What breaks text on its way: quotes, markup, markers of ours, line ends, half characters, other scripts, directions.
PIECES = (
    *(" ", "\n", "\r\n", "\t", "\\", "\\n", "#1.", "[[", "]]", "[[k3f9 end · 00000000]]", "=1+1", '"', "'", "&amp;"),
    *("<script>alert(1)</script>", "</script>", "<!--", "\u2028", "\u00a0", "\ufeff", "\u200b", "\u202e", "\0", "\x1f"),
    *(
        "é",
        "e\u0301",
        "Київ",
        "日本語",
        "שלום",
        "😀",
        "👩‍👧",
        "\ud83d",
        "\ude00",
        "\U0010ffff",
        "\ufffd",
        "Who was not there?",
    ),
)

# A fixed amount of work, and the milliseconds it takes where nothing else runs.
WORK = """() => {
    const start = performance.now()
    let number = 1
    for (let step = 0; step < 1e8; step++) number = Math.imul(number, 1664525) + 1013904223 | 0
    return performance.now() - start + (number === 1)
}"""
ALONE = 150


def put(folder: Path, name: str, body: str = "", *more: str) -> Path:
    """A page in `folder`, with `body` and the script `name`, into which the sources `more` are joined too; its path."""
    made = code(ROOT / "docs" / SOURCES, (*SCRIPTS[name], *more))
    (folder / f"{name}.js").write_text(made, encoding="utf-8")
    (folder / f"{name}.html").write_text(PAGE.format(name=name, body=body, policy=POLICY), encoding="utf-8")
    return folder / f"{name}.html"


@pytest.fixture(scope="session")
def script(tmp_path_factory, server, browser) -> Iterator[Page]:
    """A page with the student's script, to which the teacher's unzip is joined."""
    folder = tmp_path_factory.mktemp("script")
    tab = browser.new_page()
    tab.goto(f"{server(folder)}/{put(folder, 'classroom', '', 'unzip').name}")
    yield tab
    tab.close()


def text(chance: random.Random, most: int = 12) -> str:
    """Up to `most` pieces: letters, and what breaks text."""
    pieces = (chance.choice((*PIECES, *string.ascii_letters)) for _ in range(chance.randrange(most)))
    return "".join(pieces)


def assignment(chance: random.Random) -> Assignment:
    """Any assignment that can be."""
    ids = ["".join(chance.choices("abq-9", k=chance.randrange(1, 20))).lstrip("-") or "q" for _ in range(20)]
    tasks = [
        Own(chance.randrange(30), text(chance) or "Why?") if chance.random() < 0.4 else chance.choice(ids)
        for _ in range(chance.randrange(8))
    ]
    kinds = tuple(chance.sample(("context", "evidence", "perspective", "craft", "since"), chance.randrange(6)))
    return Assignment(
        title=text(chance),
        mark="".join(chance.choices(string.ascii_lowercase + string.digits, k=6)),
        get=text(chance),
        words=text(chance, 40),
        passages=tuple(sorted(chance.sample(range(1, chance.choice((27, 9999))), chance.randrange(20)))),
        tasks=tuple(tasks),
        kinds=chance.choice((None, kinds)),
        first=chance.random() < 0.5,
        due=chance.choice(
            ("", f"20{chance.randrange(26, 99)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}")
        ),
    )


def hand_in(chance: random.Random) -> dict:
    """A hand-in as the scripts have it."""
    keys = ("first:p6", "q-table-who", "own:1", "note:p6:1", "q-table-causes", "end", "postil")
    return {
        "version": 1,
        "assignment": f"{chance.getrandbits(32):08x}",
        "code": "",
        "title": text(chance),
        "name": text(chance),
        "when": "2026-11-26T18:40Z",
        "entries": [
            {"key": key, "label": text(chance), "text": text(chance, 60)}
            for key in chance.sample(keys, chance.randrange(len(keys)))
        ],
    }


def said(value: str) -> str:
    """`value` as it comes back: half characters replaced, line ends alike."""
    whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    return re.sub("[\ud800-\udfff]", "\ufffd", re.sub(r"\r\n?", "\n", whole))


def slowness(tab: Page) -> float:
    """How many times as long things take just now: limits of time hold for a machine that has nothing else to do."""
    return max(1.0, sum(tab.evaluate(WORK) for _ in range(4)) / 4 / ALONE)
