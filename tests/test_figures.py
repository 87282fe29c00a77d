"""The drawings of the front page and of lessons say what the facts say: lengths, notes, passages of a lesson."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from postil import links
from postil.generate import leaves, ribbon
from postil.links import Linker
from postil.load import load


@pytest.fixture(scope="module")
def companion():
    return load(ROOT)[0]


def drawn(svg: str, name: str) -> str:
    """The path of class `name`, empty when there is none."""
    return "".join(re.findall(rf'<path class="{name}" d="([^"]*)"', svg))


def widths(path: str) -> list[int]:
    return [int(width) for width in re.findall(r"M\d+ \d+h(\d+)", path)]


def test_every_part_has_a_leaf_that_leads_to_it_and_every_note_a_mark(companion):
    figure = leaves.leaves(companion, Linker(links.index(companion), "index.md"))
    items = re.findall(r'<li><a href="([^"]*)">(.*?)</li>', figure)
    assert [href for href, _ in items] == [part.path.replace(".md", ".html") for part in companion.parts]
    for part, (_, svg) in zip(companion.parts, items, strict=True):
        kinds = [note.kind for passage in part.passages for note in passage.notes]
        marks = {kind: drawn(svg, kind).count("M") for kind in leaves.MARKS}
        assert marks == {kind: kinds.count(kind) for kind in leaves.MARKS}, part.title


def test_the_ribbon_has_every_paragraph_as_wide_as_it_is_long_and_some_tall(companion):
    words = companion.essay.words
    svg = ribbon.ribbon(companion, {"p2", "p26"})
    assert widths(drawn(svg, "lit")) == [words[1], words[25]]
    assert sum(widths(svg)) == sum(words)
