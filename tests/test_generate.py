"""Source in, Markdown out, HTML out: cases lie side by side in markup/ and html/.

A case in markup/ is named KIND-RULE: its `.in.` file is laid into a copy of the tiny companion, its `.out.md` is what
`generate` makes of it. POSTIL_REWRITE=1 writes the outcomes anew: read the diff.
"""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest
import yaml

from helpers import HERE, TINY, golden, tiny
from postil import links
from postil.export.bundle import _Loader as PastTags
from postil.generate import pages
from postil.load import load

MARKUP, HTML = HERE / "markup", HERE / "html"
ESSAY = "docs/essay/2-the-far-bank.md"
# Where a case of each kind is laid; on which page it comes out; with which mark its piece of that page begins.
KINDS = {
    "passage": (ESSAY, "essay/2-the-far-bank.md", "{ #p3 }"),
    "companion": (ESSAY, "companion.md", "{ #one-p3 }"),
    "term": ("docs/glossary.md", "glossary.md", "{ #abutment }"),
    "person": ("docs/people.md", "people.md", "{ #low }"),
    "event": ("docs/timeline/events.yml", "timeline/index.md", "{ #case }"),
    "source": ("docs/sources/sources.json", "sources/index.md", 'id="case"'),
    "lesson": ("docs/lessons/case.md", "lessons/case.md", ""),
    "page": ("docs/about/case.md", "about/case.md", ""),
}
PIECES = {
    "passage-with-notes": ("essay/1-the-near-bank.md", "{ #p1 }"),
    "passage-without-notes": ("essay/2-the-far-bank.md", "{ #p4 }"),
    "term": ("glossary.md", "{ #toll }"),
    "person": ("people.md", "{ #quill }"),
    "event": ("timeline/index.md", "{ #flood }"),
    "source": ("sources/index.md", 'id="hart-1998"'),
    "questions": ("lessons/build-for-strangers.md", 'class="questions"'),
}


def generated(root: Path) -> dict[str, str]:
    companion, findings = load(root)
    assert not findings, "\n".join(map(str, findings))
    return pages(companion, links.index(companion))


def lay(root: Path, kind: str, source: str) -> None:
    """Puts the source of a case where an author would: a file of its own, or an entry at the end of a file."""
    path = root / KINDS[kind][0]
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    if kind in ("passage", "companion"):
        before, after = "# The Far Bank\n\n", before[before.index("## For strangers") :]
        source = f"{source}\n{after}"
    if kind == "source":
        before = before.rstrip().removesuffix("]").rstrip()
    path.write_text(f"{before}\n{source}" if kind in ("term", "person") else before + source, encoding="utf-8")


def piece(page: str, mark: str) -> str:
    """The section, source or list of `page` that holds `mark`; the whole page without one."""
    if not mark:
        return page
    ends = {"section": "</section>", 'div class="source"': "</div>", 'ol class="questions"': "</ol>"}
    pieces = [
        page[found.start() : page.index(ends[found[1]], found.start()) + len(ends[found[1]])]
        for found in re.finditer(rf"^<({'|'.join(ends)})", page, re.M)
    ]
    return min((text for text in pieces if mark in text), key=len) + "\n"  # a list of questions lies in a section


@pytest.mark.parametrize("case", sorted(path.name for path in MARKUP.glob("*.in.*")))
def test_markdown_of(case: str, tmp_path: Path) -> None:
    name, kind = case.partition(".in.")[0], case.partition("-")[0]
    root = tiny(tmp_path / "companion")
    lay(root, kind, (MARKUP / case).read_text(encoding="utf-8"))
    found = piece(generated(root)[KINDS[kind][1]], KINDS[kind][2])
    assert found == golden(MARKUP / f"{name}.out.md", found)


@pytest.fixture(scope="module")
def whole() -> dict[str, str]:
    """Every page of the tiny companion."""
    return generated(TINY)


@pytest.mark.parametrize(
    "page", ["index", "notes", "essay/index", "lessons/index", "timeline/index", "about/numbering"]
)
def test_index_page(page: str, whole: dict[str, str]) -> None:
    found = whole[f"{page}.md"]
    assert found == golden(MARKUP / "tiny" / f"{page.replace('/', '-')}.md", found)


@pytest.mark.parametrize("name", PIECES)
def test_html_of(name: str, whole: dict[str, str]) -> None:
    page, mark = PIECES[name]
    settings = yaml.load((TINY / "mkdocs.yml").read_text(encoding="utf-8"), Loader=PastTags)["markdown_extensions"]
    named = [each if isinstance(each, str) else next(iter(each)) for each in settings]
    options = {key: value for each in settings if isinstance(each, dict) for key, value in each.items()}
    found = markdown.markdown(piece(whole[page], mark), extensions=named, extension_configs=options) + "\n"
    assert found == golden(HTML / f"{name}.html", found)


@pytest.mark.parametrize("key", ["plugins", "markdown_extensions", "validation", "use_directory_urls", "strict"])
def test_the_tiny_companion_renders_as_the_real_one(key: str) -> None:
    def setting(folder: Path) -> object:
        return yaml.load((folder / "mkdocs.yml").read_text(encoding="utf-8"), Loader=PastTags)[key]

    assert setting(TINY) == setting(HERE.parent)
