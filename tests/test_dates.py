"""postil.dates: EDTF as historians write it, printed for readers."""

from __future__ import annotations

from datetime import date

import pytest

from postil.dates import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-03-29", "29 March 2022"),
        ("2022-03", "March 2022"),
        ("2022", "2022"),
        ("2022-03-28/2022-03-30", "28–30 March 2022"),
        ("2022-03-28/2022-04-02", "28 March – 2 April 2022"),
        ("2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023"),
        ("2022-03/2022-04", "March–April 2022"),
        ("2022-11/2023-02", "November 2022 – February 2023"),
        ("2014/2021", "2014–2021"),
        ("2022-04~", "about April 2022"),
        ("1909~", "about 1909"),
        ("2022-04-03?", "perhaps 3 April 2022"),
        ("2022%", "perhaps about 2022"),
    ],
)
def test_dates_are_printed_day_first(text: str, expected: str) -> None:
    assert str(parse(text)) == expected


@pytest.mark.parametrize("text", ["199X", "2022-21", "1984?-06"])
def test_what_has_no_plain_words_is_printed_as_written(text: str) -> None:
    assert str(parse(text)) == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-03-29", date(2022, 3, 29), date(2022, 3, 29)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("1909~", date(1909, 1, 1), date(1909, 12, 31)),
        ("2022-03-28/2022-04", date(2022, 3, 28), date(2022, 4, 30)),
    ],
)
def test_a_date_spans_all_its_days(text: str, first: date, last: date) -> None:
    span = parse(text)
    assert (span.text, span.first, span.last) == (text, first, last)


def test_an_interval_that_runs_backwards_is_read_so_that_it_can_be_reported() -> None:
    span = parse("1852-02-05/1852-02-03")
    assert span.last < span.first


@pytest.mark.parametrize(
    "text",
    [
        *("", "yesterday", "29 March 2022", "29.03.2022", "03/2022", "20220329", "2022-3-5", "٢٠٢٢"),
        *("2022-13", "2022-02-30", "2022-02-30/2022-03-02", "2022-03-02/2022-02-30", "../2022"),
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is not an EDTF date"):
        parse(text)
