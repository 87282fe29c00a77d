"""The benchmark runs: its figures are for the page about it, none is asserted here."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import process

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.slow
def test_bench_measures_every_section() -> None:
    outcome = process("bench", "--quick", "--root", ROOT)
    assert outcome.status == 0, outcome.err
    sections = ("A full build", "Larger companions", "A reading page", "Own files", "Lighthouse")
    for heading in ("# Benchmark", *(f"## {title}" for title in sections)):
        assert heading in outcome.out
    assert "Measured:" in outcome.out
