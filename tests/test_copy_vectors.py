"""The vectors that Python and JavaScript share: tests/vectors/*.json, rewritten with POSTIL_REWRITE=1. Offsets count
code points. No text of the essay is in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import damage
from helpers import golden
from postil.copy.align import align
from postil.copy.fingerprints import fingerprints, from_record
from postil.copy.grams import hashes, run_hash, word_hash
from postil.copy.normalise import normalise
from postil.copy.pins import check
from postil.copy.split import split

HERE = Path(__file__).parent
TEXTS = {
    "ascii": "The quick-brown fox, 30 of 'em; it's O'Brien's.",
    "NFD": "Communique\u0301 and co\u0308operate, S\u0327is\u0327li\u0307.",
    "ligatures": "o\ufb03ce \ufb01nd \ufb02ow, \u0153uvre, \u00e6on, Stra\u00dfe, \u0141\u00f3d\u017a, \u0131\u0130",
    "soft hyphens": "ne\u00adgo\u00adti\u00ada\u00adtion and co\u00ad\nmmunique",
    "zero width": "\ufeffce\u200base\u200d-fire\u2060 \u200efrom right\u200f",
    "emoji": "before \U0001f468\u200d\U0001f469\u200d\U0001f467 after \u2764\ufe0f the \U0001d54fend",
    "Cyrillic": "Володимир Зеленський, or Zelensky, in Київ (Kyiv) 2022",
    "smart quotes": "\u201cNothing \u2018about\u2019 us\u201d\u2014said\u2026 the \u00abUN\u00bb: Ukraine\u2019s",
    "straight quotes": "\"Nothing 'about' us\"--said... the <<UN>>: Ukraine's `so' called",
    "CRLF": "first line\r\nsecond-\r\nthird\r\n\r\nfourth\rfifth",
    "cut words": "long-\nterm peace, nego-\n> > tiation, Anglo-\nSaxon, 30-\nday, well- known",
    "signs": "½ of №5 at 10\u00a0km² is １２３ Ｆｕｌｌ ① ™ \u2460",
    "empty": "",
}
COPIES = {
    "plain": damage.plain,
    "hard wraps": damage.wrapped,
    "hyphenated": damage.hyphenated,
    "quoted mail": lambda blocks, _: damage.mail(blocks, 2),
    "one line": damage.one_line,
    "CRLF": damage.crlf,
    "soft hyphens": lambda blocks, _: damage.soft_hyphens(blocks, 3),
    "emoji first": lambda blocks, _: "\U0001f469\u200d\U0001f467 \n\n" + "\n\n".join(blocks),
    "advertisements inside": lambda blocks, _: damage.inside(blocks, 1),
    "running heads": lambda blocks, _: damage.running_heads(blocks, 30),
    "two columns": lambda blocks, _: damage.columns(blocks, 40),
    "two columns, no page ends": lambda blocks, _: damage.columns_run_on(blocks, 45),
    "edited 5": lambda blocks, _: "\n\n".join(damage.edited(blocks, 5)),
    "edited 20": lambda blocks, _: "\n\n".join(damage.edited(blocks, 20)),
    "misread": lambda blocks, _: "\n\n".join(damage.ocr(blocks, 10)),
    "twice": damage.twice,
    "swapped": lambda blocks, _: damage.swapped(blocks, 9),
    "excerpt": lambda blocks, _: "\n\n".join(blocks[6:11]),
    "shuffled": lambda blocks, _: damage.shuffled(blocks),
    "sentences shuffled": lambda blocks, _: damage.sentences_shuffled(blocks),
    "halves shuffled": lambda blocks, _: damage.pieces_shuffled(blocks, "halves by sentences", "one line", 4),
    "edited 10": lambda blocks, _: "\n\n".join(damage.edited(blocks, 10)),
}


def shared(name: str, made: object) -> object:
    """What the vector file `name` holds, compared as data."""
    text = json.dumps(made, ensure_ascii=True, indent=1) + "\n"
    return json.loads(golden(HERE / "vectors" / f"{name}.json", text))


@pytest.fixture(scope="module")
def blocks() -> list[str]:
    found = split((HERE / "copies" / "bridge.txt").read_text(encoding="utf-8"))
    return [block.text for block in found.blocks]


@pytest.fixture(scope="module")
def passages() -> list[tuple[str, ...]]:
    return [block.words for block in split((HERE / "copies" / "bridge.txt").read_text(encoding="utf-8")).passages]


def test_words():
    made = [
        {"name": name, "text": text, "words": [[w.text, w.start, w.end, int(w.glue)] for w in normalise(text)]}
        for name, text in TEXTS.items()
    ]
    assert shared("normalise", made) == made


def test_hashes():
    words = ["a", "the", "negotiation", "2022", "istanbul", "x" * 60]
    text = "the one long-\nterm nego-\ntiation of the year 2022"
    made = {
        "words": [[word, word_hash(word)] for word in words],
        "runs": [[words[:size], run_hash(words[:size])] for size in range(1, 7)],
        "grams": {"text": text, "hashes": [list(each) for each in hashes(normalise(text))]},
    }
    assert shared("hashes", made) == made


def test_fingerprints_and_pins(passages):
    made = {
        "passages": [each.record() for each in fingerprints(passages)],
        "pins": [
            [n, first, length, check(passages[n], first, length)] for n in (0, 5) for first, length in ((0, 1), (9, 4))
        ],
    }
    assert shared("fingerprints", made) == made
    assert from_record(made) == fingerprints(passages)


def test_alignments(blocks, passages):
    prints = fingerprints(passages)
    made = []
    for name, make in COPIES.items():
        copy = make(blocks, 60)
        rows = [
            [each.n, each.status, each.begin, each.end, each.text, each.grams, each.more, [list(s) for s in each.sure]]
            for each in align(copy, prints)
        ]
        made.append({"name": name, "copy": copy, "passages": rows})
    assert shared("alignments", made) == made
