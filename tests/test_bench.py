"""The benchmark runs: its figures are for the page about it, none is asserted here."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import process
from postil.bench import opening
from postil.bench.section import Section

ROOT = Path(__file__).resolve().parent.parent


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
    )
    for heading in ("# Benchmark", *(f"## {title}" for title in sections)):
        assert heading in outcome.out
    assert "Measured:" in outcome.out


@pytest.mark.parametrize("slowest, verdict", [(99.0, "**Met.**"), (101.0, "**Not met.**")])
def test_the_slowest_note_decides(slowest, verdict) -> None:
    section = Section("A page of a thousand notes", "opening", "")
    opening.fill(section, 1008, [20.0, slowest, 30.0])
    assert "| 1,008 | 3 | 30" in section.markdown()
    assert verdict in section.markdown()
