"""The benchmark runs: its figures are for the page about it, none is asserted here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpers import process
from postil.bench import aligning, damaged, finders, in_browser, opening
from postil.bench.section import Section

ROOT = Path(__file__).resolve().parent.parent
FIGURES = re.compile(r"^\|.*\| [\d.,]+ \|", re.M)  # a row of a table with a number in it


@pytest.mark.slow
def test_bench_measures_every_section() -> None:
    outcome = process("bench", "--quick", "--root", ROOT)
    assert outcome.status == 0, outcome.err
    sections = (
        "A full build",
        "Larger companions",
        "A reading page",
        "Own files",
        "A page of a thousand",
        "Lighthouse",
        "Aligning a copy",
        "Aligning a copy in the browser",
    )
    head, *found = outcome.out.split("\n## ")
    assert "# Benchmark" in head
    assert len(found) >= len(sections)
    for title in sections:
        section = next(text for text in found if text.startswith(title))
        assert FIGURES.search(section) or "not measured: " in section, section
    assert "Measured:" in outcome.out


@pytest.mark.parametrize("slowest, verdict", [(99.0, "**Met.**"), (101.0, "**Not met.**")])
def test_the_slowest_note_decides(slowest, verdict) -> None:
    section = Section("A page of a thousand notes", "opening", "")
    opening.fill(section, 1008, [20.0, slowest, 30.0])
    assert "| 1,008 | 3 | 30" in section.markdown()
    assert verdict in section.markdown()


def test_what_is_shown_of_a_copy_is_right_wrong_between_or_refused() -> None:
    due = [str(number) for number in range(100)]
    assert aligning.verdict(None, due) == "refused"
    assert aligning.verdict(due, due) == aligning.verdict(due[:96], due) == "right"
    assert aligning.verdict(due[:90], due) == "between"
    assert aligning.verdict(due[:70], due) == aligning.verdict(due, None) == "wrong"


@pytest.mark.parametrize("name", finders.FINDERS)
def test_both_finders_find_the_whole_essay_and_nothing_in_another_text(name) -> None:
    finder = finders.FINDERS[name]
    assert aligning.judged(finder, damaged.plain, 1) == {"right": damaged.PASSAGES}
    assert aligning.judged(finder, damaged.another, 1) == {"refused": damaged.PASSAGES}


@pytest.mark.parametrize("kind", damaged.KINDS)
def test_postil_places_nothing_wrong_in_the_damages_of_the_benchmark(kind) -> None:
    assert not aligning.judged(finders.postil, damaged.KINDS[kind], 3)["wrong"]


def test_a_copy_is_as_long_as_asked_for() -> None:
    words = len(damaged.within(damaged.essay(), 20_000).split())
    assert 19_000 < words < 21_000


def test_in_the_browser_what_was_not_measured_is_said_and_the_median_decides() -> None:
    section = Section("In the browser", "in-browser", "")
    in_browser.fill(section, {2_300: in_browser.Run(0.3, [0.06, 0.04, 0.01], 0.016, 26, None)})
    assert "| 2,300 | 26 | 0.30 | 0.04 | 16.0 | – |" in section.markdown()
    assert section.markdown().count("**Met.**") == section.markdown().count("**Not measured.**") == 1


def test_a_site_without_the_script_is_not_measured(tmp_path) -> None:
    said = in_browser.measure(tmp_path, 1, quick=False).markdown()
    assert "no script that opens a copy" in said
    assert said.count("**Not measured.**") == 2
