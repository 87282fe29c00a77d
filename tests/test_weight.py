"""What a part asks for before the first search, and what that weighs. Sizes of files: nothing is timed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import brotli
import pytest

from browser import PART, requested
from conftest import ROOT
from postil.pack import join
from postil.pack.page import Group, groups

LARGEST = {"early": 2_000, "own script": 6_000, "all own script": 25_000, "own style": 10_000, "page": 76 * 1024}
# What only the classroom's pages ask for; no reading page does, and no page for more than one of these scripts.
CLASSROOM = {"assign.js": 6_000, "classroom.js": 12_000, "collect.js": 6_500}
LARGEST |= {"classroom style": 3_200, "packet": 600_000}


@pytest.fixture(scope="module")
def asked(site) -> dict[str, str]:
    """The one style, early and late file of a part."""
    found = groups((site / PART).read_text(encoding="utf-8"))
    assert [len(group.paths) for group in found] == [1, 1, 1], found
    return {group.kind: group.paths[0] for group in found}


def test_a_part_asks_for_one_style_and_two_scripts_of_ours_and_nothing_of_the_search(site, server, page, asked):
    tab = page()
    paths = requested(tab)
    tab.goto(f"{server(site)}/{PART}", wait_until="networkidle")
    known = {PART, "assets/img/favicon.svg", *asked.values()}
    rest = {path.removeprefix(f"{server(site)}/") for path in paths} - known
    assert sorted(path.rpartition("/")[0] for path in rest) == ["assets/javascripts", "assets/peeks"], rest


def test_every_page_shares_these_files(site, asked):
    wanted = [Group(kind, (path,)) for kind, path in asked.items()]
    for path in site.rglob("*.html"):
        if path.name != "packet.html":  # which asks for no file
            assert groups(path.read_text(encoding="utf-8")) == wanted, path


def test_files_that_were_joined_are_gone(site, asked):
    styles = {path.name for path in (site / "assets/css").iterdir()}
    lent = {"own-copy.css", "classroom.css"}
    assert styles == {Path(asked["style"]).name, *lent}, "private.css is for a private edition alone"
    lazy = {path.name for path in (ROOT / "docs/assets/js").glob("*.js")} & {
        path.name for path in (site / "assets/js").iterdir()
    }
    assert lazy == {"cite.js", "event-filter.js", "note-foot.js", "search.js"}


def test_eager_own_script_is_at_most_6_kb(site, asked):
    assert small(site / asked["early"]) <= LARGEST["early"]
    assert small(site / asked["early"]) + small(site / asked["late"]) <= LARGEST["own script"]


def test_all_own_script_for_readers_is_at_most_25_kb(site):
    """Every script of ours as it is published, what is brought later too; not data (fingerprints, search index)."""
    sizes = {path.name: zipped(path) for path in (site / "assets/js").iterdir() if path.name not in CLASSROOM}
    assert "open-copy.js" in sizes
    assert sum(sizes.values()) <= LARGEST["all own script"], sizes


@pytest.mark.parametrize("name", CLASSROOM)
def test_a_script_of_the_classroom_is_at_most_as_large_as_agreed(name, site):
    assert zipped(site / "assets/js" / name) <= CLASSROOM[name]


def test_the_style_of_the_classroom_is_at_most_3_kb(site):
    assert zipped(site / "assets/css/classroom.css") <= LARGEST["classroom style"]


def test_the_packet_is_smaller_than_600_kb(site):
    assert (site / "packet.html").stat().st_size < LARGEST["packet"]


def test_own_style_is_at_most_10_kb(site, asked):
    assert len(brotli.compress(own_style(site, asked).encode(), quality=11)) <= LARGEST["own style"]


def test_a_part_weighs_at_most_76_kib(site, asked):
    part = site / PART
    late = [
        part.parent / path for path in re.search('data-later="([^"]+)', part.read_text(encoding="utf-8"))[1].split()
    ]
    assert len(late) == 2
    files = [part, site / "assets/img/favicon.svg", *late, *(site / path for path in asked.values())]
    assert sum(map(small, files)) <= LARGEST["page"]


def zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def small(path: Path) -> int:
    return len(brotli.compress(path.read_bytes(), quality=11))


def own_style(site: Path, asked: dict[str, str]) -> str:
    """Our part of the joined stylesheet: it begins with tokens.css."""
    text = (site / asked["style"]).read_text(encoding="utf-8")
    return text[text.index(join.style((ROOT / "docs/assets/css/tokens.css").read_text(encoding="utf-8"))) :]
