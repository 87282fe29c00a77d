"""The same mkdocs.yml builds with ProperDocs, the kept fork of MkDocs 1, and with Zensical as far as that goes.

Both render what `postil build` wrote into build/docs, in a copy of the repository.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError
from selectolax.lexbor import LexborHTMLParser

from browser import PART, TEMPLATES, pages, search_for
from conftest import ROOT, run_postil

RENDERED = ["mkdocs.yml", "overrides", "docs", "scripts", "build/docs"]
# What a page must still have, wherever it was rendered: (what a person calls it, page, selector).
WANTED = [
    ("the passage", PART, "section.passage > .card h2#p6"),
    ("its notes, folded", PART, "details.note > .body#p6-commitment"),
    ("a phrase that leads to its note", PART, "a.ref[role=doc-noteref][href='#p6-commitment']"),
    ("the security policy", PART, "meta[http-equiv='Content-Security-Policy' i]"),
    ("citation metadata", PART, "meta[name=citation_title][content='Far Horizon']"),
    ("our styles", PART, "link[href$='assets/css/reading.css']"),
    ("our script", PART, "script[src$='assets/js/notes.js']"),
    ("our search shim", PART, "script[src$='assets/js/iframe-worker.js']"),
    ("a link to the glossary", PART, "a.term[href='../glossary.html#security-guarantee']"),
    ("a term", "glossary.html", "h2#security-guarantee"),
    ("an event", "timeline/index.html", "#istanbul-communique-2022"),
]


@pytest.fixture
def copy(tmp_path, site) -> Path:
    """A copy of what is needed to render, build/docs included."""
    if not (ROOT / "build" / "docs" / "index.md").is_file():
        run_postil("build")
    for name in RENDERED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_properdocs_renders_the_same_site(copy, site):
    done = run(copy, "properdocs", "build", "--strict", "--config-file", "mkdocs.yml")
    assert done.returncode == 0, done.stdout[-3000:]
    assert pages(copy / "site") == pages(site)
    assert not lacking(copy / "site")
    for path in TEMPLATES.values():
        assert article(copy / "site" / path) == article(site / path), path


def test_zensical_renders_what_it_can(copy, server, page, troubles):
    """Material's successor, still an alpha: it may fail, and then says what it lacks."""
    done = run(copy, "zensical", "build", "--strict", "--config-file", "mkdocs.yml")
    if not (copy / "site" / PART).is_file():
        pytest.xfail(f"zensical stopped: {' '.join(done.stdout.split())[-400:]}")
    missing = lacking(copy / "site") + ["a strict build without findings"] * bool(done.returncode)
    missing += ["a search that answers"] * (not search_answers(page(), server(copy / "site")))
    missing += [f"quiet ({trouble[:110]} …)" for trouble in sorted(set(troubles))]
    troubles.clear()
    if missing:
        pytest.xfail("zensical lacks " + "; ".join(missing))


def search_answers(tab, address: str) -> bool:
    tab.set_default_timeout(5000)
    tab.goto(f"{address}/{PART}")
    try:
        search_for(tab, "Arakhamia")
    except TimeoutError:
        return False
    return True


def run(folder: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    return subprocess.run(command, cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def lacking(root: Path) -> list[str]:
    """What of WANTED the site in `root` has not."""
    return [
        words for words, path, selector in WANTED if not (root / path).is_file() or not tree(root / path).css(selector)
    ]


def article(path: Path) -> list[str]:
    return tree(path).css_first("article").text().split()


def tree(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text(encoding="utf-8"))
