"""What holds for any text: a report, the same twice, and no match without the passage's words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from postil.copy.align import CHANGED, MATCHED, align
from postil.copy.fingerprints import fingerprints
from postil.copy.grams import SIZE
from postil.copy.html_text import html_text
from postil.copy.normalise import normalise
from postil.copy.split import split
from postil.words import words

TEXT = (Path(__file__).parent / "copies" / "bridge.txt").read_text(encoding="utf-8")
PASSAGES = split(TEXT).passages
PRINTS = fingerprints([block.words for block in PASSAGES])
VOCABULARY = sorted({word for block in PASSAGES for word in block.words})
relaxed = settings(deadline=None, max_examples=60, derandomize=True)


@relaxed
@given(st.text(max_size=2000))
def test_any_text_gives_a_report_and_the_same_twice(text: str):
    found = align(text, PRINTS)
    assert [each.n for each in found] == list(range(1, len(PRINTS) + 1))
    assert found == align(text, PRINTS)


@relaxed
@given(st.text(max_size=500))
def test_words_stand_where_they_were_read(text: str):
    found = normalise(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(one.end <= two.start or text[one.end - 1] == text[two.start] for one, two in pairwise(found))


@relaxed
@given(st.text(alphabet="abz é’-—.,“ \u00ad0AZ", max_size=300))
def test_words_are_counted_as_essay_yml_counts_them(text: str):
    assert [word.text for word in normalise(text)] == words(text)


@relaxed
@given(st.lists(st.sampled_from(VOCABULARY), max_size=1500))
def test_the_essays_words_in_any_order_place_nothing(chosen: list[str]):
    assert not any(each.status in (MATCHED, CHANGED) for each in align(" ".join(chosen), PRINTS))


@relaxed
@given(
    st.lists(st.text(alphabet=VOCABULARY[0] + "xyz .\n", max_size=120), min_size=len(PASSAGES), max_size=len(PASSAGES))
)
def test_furniture_between_paragraphs_never_moves_a_match(pieces: list[str]):
    copy = "\n\n".join(part for block, piece in zip(PASSAGES, pieces, strict=True) for part in (piece, block.text))
    assert [(each.status, each.words) for each in align(copy, PRINTS)] == [(MATCHED, block.words) for block in PASSAGES]


@relaxed
@given(st.integers(0, len(PASSAGES) - 1), st.sets(st.integers(0, 90), min_size=1))
def test_a_match_shares_all_four_grams_and_the_number_of_letters(number: int, struck: set[int]):
    words_ = list(PASSAGES[number].words)
    for at in struck:
        if at < len(words_):
            words_[at] = "strange" + words_[at]
    placed = align(" ".join(words_) + ".", PRINTS)[number]
    if any(at < len(words_) for at in struck):
        assert placed.status != MATCHED


@relaxed
@given(st.integers(0, len(PASSAGES) - 1), st.integers(0, 100), st.randoms(use_true_random=False), st.booleans())
def test_what_shares_less_than_its_grams_is_never_matched(number: int, percent: int, chance, alone: bool):
    """The stated part: every word under a hash, and as many letters between them. Words of the same lengths, the worst
    that can come, replace some of the passage's."""
    due = PASSAGES[number].words
    kept = [chance.random() * 100 >= percent for _ in due]
    words_ = [word if keep else "q" * len(word) for word, keep in zip(due, kept, strict=True)]
    copy = [" ".join(words_) + "." if at == number else block.text for at, block in enumerate(PASSAGES)]
    placed = align(copy[number] if alone else "\n\n".join(copy), PRINTS)[number]
    whole = [all(kept[gram.word : gram.word + SIZE]) for gram in PRINTS[number].grams]
    assert placed.status != MATCHED or all(whole)
    assert placed.status != CHANGED or sum(whole) >= 2
    assert placed.status not in (MATCHED, CHANGED) or len(placed.words) == len(due)


@relaxed
@given(st.text(alphabet="<>/abscript=\"'& !-\n", max_size=400))
def test_any_markup_gives_a_text(markup: str):
    assert "<script" not in html_text(markup)
