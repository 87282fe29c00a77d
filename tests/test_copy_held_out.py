"""Damage that the alignment was not made with: other seeds, misreadings, furniture and widths, and what people add.

What fits none of the rules is refused; nothing is ever wrong. `least` is the share of passages that must be right.
"""

from __future__ import annotations

import random
import re
import textwrap

import pytest

import damage
from postil.copy.align import CHANGED, MATCHED, align
from test_copy import COPIES, PLACED, Essay, share

THINGS = (
    "Photograph: A. Person / Agency",
    "Share this\nFacebook\nX\nCopy link",
    "Related\n\nTen things to know now",
    "Sign up to our newsletter. We send it on Fridays.\n\nEmail address\n\nSubmit",
    "12 comments",
)
SENTENCES = re.compile(r"(?<=[.?!]) ")


@pytest.fixture(scope="module", params=["bridge", "essay"])
def text(request) -> Essay:
    path = COPIES / "bridge.txt" if request.param == "bridge" else request.getfixturevalue("essay")
    return Essay(path.read_text(encoding="utf-8"))


def every_sentence(blocks, seed, change):
    chance = random.Random(seed)
    return ["\n\n".join([" ".join(change(chance, each) for each in SENTENCES.split(block))]) for block in blocks]


def footnotes(blocks, seed):
    """Numbers of notes, after half of the sentences, in brackets or bare."""
    return every_sentence(
        blocks, seed, lambda c, each: each + c.choice(("", "", f"[{c.randrange(1, 90)}]", f"{c.randrange(1, 90)}"))
    )


def translator(blocks, seed):
    """Words in brackets, as translators and quoting writers put them in, one in eight sentences."""
    added = ("[sic]", "[emphasis added]", "[that is, the council]", "[translator's note: a town on the coast]")
    return every_sentence(blocks, seed, lambda c, each: f"{each} {c.choice(added)}" if c.random() < 0.125 else each)


def highlights(blocks, seed):
    """Signs of an e-book reader between words, and a line of its own."""
    return [f"*{block}*\n\nHighlight (yellow) | Location {seed * 100 + at}" for at, block in enumerate(blocks)]


def scanned(blocks, seed):
    """Letters misread in other ways than in damage.py, and words run together or torn."""
    chance = random.Random(seed + 77)
    wrong = {"a": "o", "c": "e", "n": "ri", "u": "v", "t": "f", "s": "5", " ": "  ", "d": "cl", "w": "vv"}
    made = []
    for block in blocks:
        letters = [wrong[char] if char in wrong and chance.random() < 0.005 else char for char in block]
        made.append("".join(char for char in letters if char != " " or chance.random() > 0.002))
    return made


def site(blocks, seed):
    """What a news page puts between paragraphs: pictures, credits, shares, related links, a newsletter."""
    chance = random.Random(seed)
    made = []
    for block in blocks:
        made += [block, chance.choice(THINGS)] if chance.random() < 0.6 else [block]
    return made


def joined(change):
    return lambda blocks, seed: "\n\n".join(change(blocks, seed))


def wide(blocks, seed):
    return "\n\n".join(textwrap.fill(block, 47 + 31 * seed, initial_indent="    ") for block in blocks)


def ragged(blocks, seed):
    """Each line of another width, no empty line between paragraphs, page numbers now and then."""
    chance = random.Random(seed)
    lines, line = [], ""
    for word in " ".join(blocks).split():
        if len(line) > chance.randrange(30, 80):
            lines.append(line)
            line = ""
            if chance.random() < 0.02:
                lines.append(f"- {len(lines)} -")
        line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def doubled(blocks, seed):
    chance = random.Random(seed)
    return "\n\n".join(part for block in blocks for part in [block] * (1 + (chance.random() < 0.3)))


def missing(blocks, seed):
    chance = random.Random(seed)
    return "\n\n".join(block for block in blocks if chance.random() > 0.3)


def two_articles(blocks, seed):
    other = (COPIES / "same-war.txt").read_text(encoding="utf-8").strip()
    return "\n\n".join((*blocks, other) if seed % 2 else (other, *blocks))


def braided(blocks, seed):
    """Paragraphs of another article between those of the essay."""
    other = (COPIES / "same-war.txt").read_text(encoding="utf-8").strip().split("\n\n")
    return "\n\n".join(part for at, block in enumerate(blocks) for part in (block, other[(at + seed) % len(other)]))


KINDS = {
    "footnote numbers": (joined(footnotes), 0.4),
    "translator's brackets": (joined(translator), 0.6),
    "highlights": (joined(highlights), 1),
    "a news site": (joined(site), 1),
    "other widths": (wide, 1),
    "ragged lines": (ragged, 0.9),
    "paragraphs doubled": (doubled, 1),
    "paragraphs missing": (missing, 0),
    "two articles": (two_articles, 1),
    "another article between": (braided, 1),
}


@pytest.mark.parametrize("kind", KINDS)
def test_right_or_refused(kind: str, text: Essay):
    make, least = KINDS[kind]
    right = 0
    for seed in range(4):
        for each, due in zip(align(make(text.blocks, seed), text.prints), text.words, strict=True):
            if each.status in PLACED:
                found = share(due, list(each.words))
                assert found >= (1 if each.status == MATCHED else 0.8), (seed, each.n)
                right += found >= 0.8
    assert right >= least * 4 * len(text.words)


def test_another_scanner(text: Essay):
    right = 0
    for seed in range(4):
        blocks = scanned(text.blocks, seed)
        seen, wrong = text.judged("\n\n".join(blocks), text.passages(blocks))
        assert wrong == 0, seed
        right += seen
    assert right >= 0.6 * 4 * len(text.words)


@pytest.mark.parametrize("seed", range(4))
def test_a_missing_paragraph_is_not_found_and_the_others_are(seed: int, text: Essay):
    copy = missing(text.blocks, seed)
    for each, number in zip(align(copy, text.prints), text.numbers, strict=True):
        assert (each.status == MATCHED) == (text.blocks[number] in copy), each.n


@pytest.mark.parametrize("percent", [3, 7, 15, 30])
def test_other_shares_of_edited_words(percent: int, text: Essay):
    for seed in range(50, 53):
        blocks = damage.edited(text.blocks, percent, seed)
        assert text.judged("\n\n".join(blocks), text.passages(blocks))[1] == 0


def test_another_article_on_the_same_war_places_nothing(text: Essay):
    copy = (COPIES / "same-war.txt").read_text(encoding="utf-8")
    assert {each.status for each in align(copy, text.prints)} == {"not found"}


def test_words_replaced_by_others_as_long_are_changed_or_refused(text: Essay):
    """One anchor of four places nothing, however well the lengths agree."""
    for each, due in zip(text.prints, text.words, strict=True):
        kept = set(range(each.grams[0].word, each.grams[0].word + 4))
        copy = " ".join(word if at in kept else "q" * len(word) for at, word in enumerate(due))
        assert not any(found.status in (MATCHED, CHANGED) for found in align(copy, text.prints))
