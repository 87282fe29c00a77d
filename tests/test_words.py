"""postil.words: one definition of a word for lengths, pins and limits."""

from __future__ import annotations

import pytest

from postil.words import count, curly, occurrences, plain, without_code, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peace Talks", ["peace", "talks"]),
        ("Zürich, naïve", ["zurich", "naive"]),
        ("don't and don’t and ʼtis", ["dont", "and", "dont", "and", "tis"]),
        ("cease-fire", ["cease", "fire"]),
        ("soft\u00adhyphen", ["softhyphen"]),
        ("ﬁrst ½", ["first", "1", "2"]),
        ("4,000 in 2022", ["4", "000", "in", "2022"]),
        ("— “ ” …", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("a [security guarantee][security-guarantee] here", 4),
        ("a [method](about/method.md#kinds) here", 3),
        ('a [title](x.md "not seen by the reader") here', 3),
        ("a word{ .class #some-id } here", 3),
        ("a <abbr title='not counted'>word</abbr> here", 3),
        ("", 0),
    ],
)
def test_only_what_a_reader_sees_is_counted(markdown: str, expected: int) -> None:
    assert count(markdown) == expected


def test_plain_keeps_the_words_of_links() -> None:
    assert plain("see [the *talks*][talks] and [here](x.md)") == "see the *talks* and here"


@pytest.mark.parametrize(
    "code", ["`[a][b]`", "```\n[a][b]\n```", "~~~ text\n[a][b]\n~~~~", "````\n```\n[a][b]\n```\n````"]
)
def test_code_is_blanked_and_every_offset_kept(code: str) -> None:
    text = f"before\n{code}\nafter"
    blanked = without_code(text)
    assert "[a][b]" not in blanked
    assert len(blanked) == len(text)
    assert [at for at, mark in enumerate(blanked) if mark == "\n"] == [
        at for at, mark in enumerate(text) if mark == "\n"
    ]
    assert blanked.startswith("before\n") and blanked.endswith("\nafter")


@pytest.mark.parametrize(
    ("straight", "expected"),
    [
        ("\"Rich\" and 'poor'", "“Rich” and ‘poor’"),
        ("the ferryman's lot", "the ferryman’s lot"),
        ("\"'Never,' he said\"", "“‘Never,’ he said”"),
        ('("so")', "(“so”)"),
        ("no quotes", "no quotes"),
    ],
)
def test_quotes_become_typographic(straight: str, expected: str) -> None:
    assert curly(straight) == expected


def found(phrase: str, markdown: str) -> list[str]:
    return [markdown[start:end] for start, end in occurrences(phrase, markdown)]


def test_a_phrase_is_found_as_often_as_it_stands() -> None:
    assert found("a bridge", "a bridge is a bridge") == ["a bridge", "a bridge"]


def test_a_phrase_begins_and_ends_with_whole_words() -> None:
    assert found("bridge", "bridges, abridge, bridge") == ["bridge"]


def test_a_phrase_goes_over_a_line_break() -> None:
    assert found("the far bank", "on the\nfar  bank") == ["the\nfar  bank"]


def test_a_phrase_is_found_across_the_marks_of_a_link() -> None:
    assert found("every toll to come", "for every [toll][toll] to come") == ["every [toll][toll] to come"]


def test_a_phrase_with_marks_of_its_own_is_no_pattern() -> None:
    assert found("what? (now)", "so what? (now) then") == ["what? (now)"]


def test_case_counts() -> None:
    assert found("The bank", "the bank") == []


@pytest.mark.parametrize("nothing", ["", "  "])
def test_no_phrase_is_nowhere(nothing: str) -> None:
    assert found(nothing, "words") == []
