"""A reader's copy, damaged in every way: right or refused, never wrong. On an essay of our own, and on the essay."""

from __future__ import annotations

import difflib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import damage
from postil.copy.align import CHANGED, MATCHED, align
from postil.copy.fingerprints import fingerprints
from postil.copy.normalise import normalise
from postil.copy.split import split

COPIES = Path(__file__).parent / "copies"
PLACED = (MATCHED, CHANGED)


def folded(text: str) -> list[str]:
    return [word.text for word in normalise(text)]


class Essay:
    """The blocks of a text, which of them are passages, and their fingerprints."""

    def __init__(self, text: str) -> None:
        found = split(text)
        self.blocks = [block.text for block in found.blocks]
        self.numbers = [block.number - 1 for block in found.passages]
        self.words = self.passages(self.blocks)
        self.prints = fingerprints(self.words)

    def passages(self, blocks: list[str]) -> list[list[str]]:
        return [folded(blocks[number]) for number in self.numbers]

    def judged(self, copy: str, words: list[list[str]] | None = None) -> tuple[int, int]:
        """(right, wrong): right holds 99 % of its own words and 1 % of others; wrong less than half of them."""
        shares = [
            share(due, list(each.words))
            for each, due in zip(align(copy, self.prints), words or self.words, strict=True)
            if each.status in PLACED
        ]
        return sum(one >= 0.99 for one in shares), sum(one < 0.9 for one in shares)


def share(due: list[str], found: list[str]) -> float:
    same = difflib.SequenceMatcher(None, due, found, autojunk=False).get_matching_blocks()
    return sum(block.size for block in same) / max(1, len(due), len(found))


@pytest.fixture(scope="module", params=["bridge", "essay"])
def text(request) -> Essay:
    path = COPIES / "bridge.txt" if request.param == "bridge" else request.getfixturevalue("essay")
    return Essay(path.read_text(encoding="utf-8"))


def test_the_split_tells_passages_from_headings_and_asides():
    found = split((COPIES / "bridge.txt").read_text(encoding="utf-8"))
    assert [len(passages) for _, passages in found.parts] == [3, 3, 4, 4, 4]
    assert [title for title, _ in found.parts[1:]] == ["THE SURVEY", "MUD AND MONEY", "THE LEAN", "WHAT THE RIVER KEPT"]
    assert [block.kind for block in found.blocks].count("aside") == 1


def test_the_editor_corrects_the_split():
    text = "One two three.\n\n" + "word " * 20 + "end.\n\n" + "word " * 20 + "end."
    assert [block.number for block in split(text).passages] == [2, 3]
    assert [block.number for block in split(text, leave_out=[3], take=[1]).passages] == [1, 2]


@pytest.mark.parametrize("kind", damage.HARMLESS)
def test_all_passages_are_matched_whatever_form_the_copy_has(kind: str, text: Essay):
    make, strengths = damage.HARMLESS[kind]
    for strength in strengths:
        copy = make(text.blocks, strength)
        found = align(copy, text.prints)
        assert [each.status for each in found] == [MATCHED] * len(found), strength
        assert [share(due, list(each.words)) for each, due in zip(found, text.words, strict=True)] == [1.0] * len(found)


@pytest.mark.parametrize("kind", damage.INSIDE)
def test_what_stands_inside_a_passage_falls_away_or_the_passage_is_refused(kind: str, text: Essay):
    make, strengths = damage.INSIDE[kind]
    for strength in strengths:
        right, wrong = text.judged(make(text.blocks, strength))
        assert wrong == 0
        assert right >= 0.9 * len(text.words), strength


@pytest.mark.parametrize(("percent", "least"), [(1, 0.9), (2, 0.9), (5, 0.8), (10, 0.6), (20, 0.05)])
def test_edited_words_cost_passages_but_never_give_a_wrong_one(percent: int, least: float, text: Essay):
    total = 0
    for seed in range(5):
        blocks = damage.edited(text.blocks, percent, seed)
        right, wrong = text.judged("\n\n".join(blocks), text.passages(blocks))
        assert wrong == 0, seed
        total += right
    assert total >= least * 5 * len(text.words)


@pytest.mark.parametrize("permille", [2, 5, 10])
def test_misread_letters(permille: int, text: Essay):
    blocks = damage.ocr(text.blocks, permille)
    right, wrong = text.judged("\n\n".join(blocks), text.passages(blocks))
    assert wrong == 0
    assert right >= 0.9 * len(text.words)


@pytest.mark.parametrize("height", [30, 45, 60])
def test_columns_read_across_without_a_gap_are_right_or_refused(height: int, text: Essay):
    copy = damage.interleaved(text.blocks, height)
    right, wrong = text.judged(copy)
    assert right >= 2
    assert wrong == 0
    assert text.judged(copy.replace("\n", "\n\n"))[1] == 0


def test_an_excerpt_gives_its_own_passages_and_no_other(text: Essay):
    numbers = text.numbers[4:8]
    found = align("\n\n".join(text.blocks[number] for number in numbers), text.prints)
    assert [each.n for each in found if each.status == MATCHED] == [5, 6, 7, 8]
    assert {each.status for each in found if not 5 <= each.n <= 8} == {"not found"}


def test_nothing_is_placed_in_a_shuffled_text(text: Essay):
    for seed in range(5):
        assert not any(each.status in PLACED for each in align(damage.shuffled(text.blocks, seed), text.prints))


def test_with_the_sentences_shuffled_only_what_came_together_again_is_placed(text: Essay):
    for seed in range(8):
        found = align(damage.sentences_shuffled(text.blocks, seed), text.prints)
        assert all(list(each.words) == text.words[each.n - 1] for each in found if each.status in PLACED), seed


@pytest.mark.parametrize("joined", damage.JOINED)
@pytest.mark.parametrize("kind", damage.PIECES)
def test_a_shuffled_text_shows_no_passage_but_one_that_came_together_again(kind: str, joined: str, text: Essay):
    for seed in range(8):
        found = align(damage.pieces_shuffled(text.blocks, kind, joined, seed), text.prints)
        for each, due in zip(found, text.words, strict=True):
            if each.status in PLACED:
                assert share(due, list(each.words)) >= (1 if each.status == MATCHED else 0.8), (seed, each.n)


@pytest.mark.parametrize("kind", damage.PIECES)
def test_a_passage_shuffled_in_itself_is_never_matched_nor_given_the_words_of_another(kind: str, text: Essay):
    for seed in range(8):
        found = align(damage.shuffled_inside(text.blocks, kind, seed), text.prints)
        for each, due in zip(found, text.words, strict=True):
            if each.status in PLACED:
                own = Counter(due) & Counter(each.words)
                assert own.total() >= 0.9 * len(each.words), (seed, each.n)
                assert each.status == CHANGED or list(each.words) == due


@pytest.mark.parametrize("name", ["another-article.txt", "empty", "binary"])
def test_nothing_is_placed_in_another_text(name: str, text: Essay):
    made = {"empty": "", "binary": "".join(map(chr, range(256))) * 50}
    copy = made[name] if name in made else (COPIES / name).read_text(encoding="utf-8")
    assert {each.status for each in align(copy, text.prints)} == {"not found"}


def test_one_essay_is_not_found_in_the_other(essay):
    bridge, real = (Essay(path.read_text(encoding="utf-8")) for path in (COPIES / "bridge.txt", essay))
    assert {each.status for each in align("\n\n".join(real.blocks), bridge.prints)} == {"not found"}
    assert {each.status for each in align("\n\n".join(bridge.blocks), real.prints)} == {"not found"}


def test_grams_never_touch_and_cover_at_most_a_fifth(text: Essay):
    for print_ in text.prints:
        starts = [gram.word for gram in print_.grams]
        assert all(after - before > 4 for before, after in pairwise(starts))
    hashed = 4 * sum(len(print_.grams) for print_ in text.prints)
    assert hashed <= 0.2 * sum(print_.words for print_ in text.prints) or len(text.words) < 20
