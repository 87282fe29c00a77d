"""Python and JavaScript agree: on the vectors in tests/vectors/, which the Python tests write, and on other texts.

The scripts are those of the built site, in a page of it, called as the worker calls them.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

import damage
from dressed import PARAGRAPHS, TEXT
from own_copy import address, open_dialog
from postil.copy.align import Placed, align
from postil.copy.fingerprints import fingerprints
from postil.copy.normalise import normalise
from postil.copy.pins import check, land
from postil.copy.split import split

HERE = Path(__file__).parent
VECTORS = HERE / "vectors"
# Offsets of UTF-16 units, as JavaScript counts, to code points, as the vectors do.
CORE = """() => {
    const own = window.own = ownCopy.engine()
    const points = (text, at) => at === null ? null : [...text.slice(0, at)].length
    window.words = text => own.wordsOf(text).map(({ text: word, start, end, glue }) =>
        [word, points(text, start), points(text, end), Number(glue)])
    window.aligned = (copy, prints, pins = []) => own.aligned(copy, prints).map(each =>
        [each.n, each.status, points(copy, each.begin), points(copy, each.end), each.text, each.grams, each.more,
         each.sure,
         ...pins.length ? [pins.map(pin => own.landing(each, ...pin))] : []])
}"""


@pytest.fixture(scope="module")
def core(bridges, server, browser):
    """A page in which own, words and aligned are the functions of the worker."""
    tab = browser.new_page()
    tab.goto(address(bridges, server, "http"))
    open_dialog(tab)
    tab.evaluate(CORE)
    yield tab
    tab.close()


def row(each: Placed) -> list:
    """A placed passage as the vectors have it."""
    sure = [list(one) for one in each.sure]
    return [each.n, each.status, each.begin, each.end, each.text, each.grams, each.more, sure]


def vector(name: str):
    return json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))


def test_words(core):
    for case in vector("normalise"):
        assert core.evaluate("text => words(text)", case["text"]) == case["words"], case["name"]


def test_hashes(core):
    made = vector("hashes")
    for words, code in made["runs"]:
        assert core.evaluate("words => own.runHash(words)", words) == code, words
    grams = made["grams"]
    found = core.evaluate(
        "text => { const found = []; own.hashRuns(own.wordsOf(text), (...each) => found.push(each)); return found }",
        grams["text"],
    )
    assert found == grams["hashes"]


def test_alignments(core):
    prints = vector("fingerprints")["passages"]
    for case in vector("alignments"):
        found = core.evaluate("([copy, prints]) => aligned(copy, prints)", [case["copy"], prints])
        assert found == case["passages"], case["name"]


def test_pins_of_the_vectors(core):
    made = vector("fingerprints")
    plain = next(case["copy"] for case in vector("alignments") if case["name"] == "plain")
    for n, first, length, code in made["pins"]:
        found = core.evaluate(
            "([copy, prints, n, pin]) => own.landing(own.aligned(copy, prints)[n], ...pin)",
            [plain, made["passages"], n, [first, length, code]],
        )
        assert found == [first, first + length]


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("a", "á"), "\N{GRINNING FACE}" + TEXT[:-200], TEXT.upper(), ""])
def test_a_text_and_its_pins(text, core):
    words = [[word.text for word in normalise(paragraph)] for paragraph in PARAGRAPHS]
    prints = fingerprints(words)
    pins = [[first, 3, check(each, first, 3)] for each in words for first in range(0, 60, 7)]
    made = [
        [*row(each), [list(place) if (place := land(each, *pin)) else None for pin in pins]]
        for each in align(text, prints)
    ]
    records = [each.record() for each in prints]
    assert core.evaluate("([copy, prints, pins]) => aligned(copy, prints, pins)", [text, records, pins]) == made


BLOCKS = [block.text for block in split((HERE / "copies" / "bridge.txt").read_text(encoding="utf-8")).blocks]
PRINTS = fingerprints([[word.text for word in normalise(block)] for block in BLOCKS])
WORDS = (damage.edited, damage.ocr, lambda blocks, _: blocks, lambda blocks, _: damage.edited(blocks, 12))
PAGES = (damage.plain, damage.wrapped, damage.hyphenated, damage.mail, damage.furniture, damage.pull_quotes,
         damage.inside, damage.running_heads, damage.columns, damage.columns_run_on, damage.interleaved, damage.twice,
         damage.swapped, damage.ligatures, damage.soft_hyphens)  # fmt: skip


@pytest.mark.parametrize("seed", range(5))
def test_copies_damaged_twice_by_chance(seed, core):
    """What no vector holds: words edited or misread, then laid out anew, with strengths drawn by chance."""
    chance = random.Random(seed)
    for page in PAGES:
        blocks = chance.choice(WORDS)(BLOCKS[chance.randrange(4) :], chance.randrange(1, 20))
        copy = page(blocks, chance.choice((2, 3, 9, 40, 60)))
        copy = copy if isinstance(copy, str) else "\n\n".join(copy)
        made = [row(each) for each in align(copy, PRINTS)]
        found = core.evaluate("([copy, prints]) => aligned(copy, prints)", [copy, [each.record() for each in PRINTS]])
        assert found == made, f"{page.__name__}, {len(blocks)} blocks"
