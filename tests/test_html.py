"""The built HTML is valid, and every link in it, raw HTML included, leads somewhere: on the site and in the bundle."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from browser import folder, pages, parts

TESTS = Path(__file__).parent
ASSIGNMENT = r"#1\.[\w-]+\.[0-9a-f]{8}$"  # the code of an assignment, which is no place on a page
KNOWN = TESTS / "vnu-known.txt"  # a pattern a line, each with its reason


def test_every_page_is_valid_html(site, vnu):
    options = ["--errors-only", "--format", "gnu", "--filterfile", str(KNOWN)]
    files = [str(site / path) for path in pages(site)]
    done = subprocess.run([*vnu, *options, *files], capture_output=True, text=True)
    assert not done.stderr.strip(), done.stderr.replace(f'"file:{site}/', '"')[:4000]


@pytest.mark.parametrize("way", ["http", "file"])
def test_every_link_and_anchor_leads_somewhere(request, way):
    root = folder(request, way)
    lychee = shutil.which("lychee", path=str(Path(sys.executable).parent)) or "lychee"
    options = ["--offline", "--include-fragments", "--no-progress", "--exclude", ASSIGNMENT]
    command = [lychee, *options, "--root-dir", str(root), str(root)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=root)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    assert int(re.search(r"(\d+) OK", done.stdout)[1]) > 1000, done.stdout


def test_lychee_would_see_a_dead_anchor(site, tmp_path):
    """Without this the test above could pass by looking at nothing."""
    lychee = shutil.which("lychee", path=str(Path(sys.executable).parent)) or "lychee"
    (tmp_path / "a.html").write_text('<a href="b.html#gone">b</a>')
    (tmp_path / "b.html").write_text('<p id="here">b</p>')
    command = [lychee, "--offline", "--include-fragments", "--no-progress", str(tmp_path)]
    assert subprocess.run(command, capture_output=True).returncode == 2


def test_every_page_has_one_title_one_h1_and_no_style_attribute(site):
    titles = {}
    for path in pages(site):
        tree = LexborHTMLParser((site / path).read_text(encoding="utf-8"))
        assert len(tree.css("article h1")) == 1, path
        assert not tree.css("[style], [onclick], [onload]" + ("" if path == "packet.html" else ", style")), path
        titles.setdefault(tree.css_first("title").text(), []).append(path)
    assert not {title: paths for title, paths in titles.items() if len(paths) > 1 and "404.html" not in paths}


def test_every_part_has_the_markup_that_links_scripts_and_styles_rely_on(site):
    for path in parts(site):
        tree = LexborHTMLParser((site / path).read_text(encoding="utf-8"))
        for passage in tree.css("section.passage"):
            number = passage.css_first("h2").attributes["id"]
            mark = passage.css_first("h2 a.mark").attributes
            assert mark["href"] == f"#{number}"
            assert mark["aria-label"] == f"Paragraph {number[1:]}"
            assert passage.css_first(".card > .claim .label").text() == "Claim"
            assert sorted(node.attributes["href"] for node in passage.css("a.ref")) == sorted(
                f"#{node.attributes['id']}" for node in passage.css("details.note > .body")
            ), number
