"""The leak report: runs found in any text, figures, the record, and builds beside a copy of the essay and without."""

from __future__ import annotations

import gzip
import io
import json
import re
import subprocess
import zipfile
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT
from helpers import HERE, contents, inside, process, replace, tiny
from postil.checks.wording import check_packed
from postil.copy.normalise import normalise
from postil.export.bundle import bundle as packed
from postil.leak.figures import figures
from postil.leak.files import opened
from postil.leak.measure import measure
from postil.leak.runs import Run, Wanted, words
from postil.load import load

ESSAY = HERE / "bad" / "W01-essay-wording" / "essay.txt"
NINE = "the ferryman was the richest man in the valley"
MARK = "<!-- filled in by the build: leak-report -->"


@pytest.fixture(scope="module")
def essay() -> Wanted:
    return Wanted(ESSAY.read_text(encoding="utf-8"), ("On Bridges",), 7)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "companion")


@given(st.text())
@example("“It’s” na\u00efve,\u00ad the ﬁrst—3½ İ ǅ ß\u200b\r\nЖ")
def test_the_fast_words_are_those_of_the_alignment(text: str) -> None:
    assert words(text) == [word.text for word in normalise(text)]


def longest_at_all(text: list[str], essay: list[str]) -> int:
    """Without any cleverness: every start against every start."""
    best = 0
    for one in range(len(text)):
        for two in range(len(essay)):
            length = 0
            while text[one + length : one + length + 1] == essay[two + length : two + length + 1] != []:
                length += 1
            best = max(best, length)
    return best


@given(st.text("abc ", max_size=60), st.text("abc ", max_size=60), st.integers(0, 9))
def test_no_run_is_missed_and_none_is_made_up(text: str, of: str, limit: int) -> None:
    wanted, found = Wanted(of, limit=limit), words(text)
    runs = list(wanted.runs(found))
    for run in runs:
        same = list(wanted.words[run.essay : run.essay + run.length])
        assert found[run.first : run.first + run.length] == same
    longest = longest_at_all(found, words(of))
    assert max((run.length for run in runs), default=0) == (longest if longest >= wanted.least else 0)
    assert wanted.least <= limit + 1


def test_the_name_of_the_essay_is_not_its_text() -> None:
    wanted = Wanted("On Bridges and What We Owe\n\nWhat we owe them is thanks.", ("On Bridges and What We Owe",))
    assert list(wanted.runs(words("She wrote On Bridges and what we owe"))) == []
    assert list(wanted.runs(words("and so what we owe them is much"))) == [Run(2, 5, 1)]


def zipped(name: str, data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return made.getvalue()


ACCENTED = NINE.replace("richest", "ríchest")
FILES = {
    "plain.txt": f"one\ntwo\n{NINE}".encode(),
    "capitals.py": f"# one\n#\n# {NINE.upper()}\n".encode(),
    "two-lines.yml": f"a: >\n\n  {NINE.replace(' was', chr(10) + '  was')}\n".encode(),
    "link.md": f"one\n\nHere {NINE.replace('richest', '[richest][rich]')} lived.\n".encode(),
    "address.md": f"one\n\nHere {NINE.replace('richest man', '[richest man](https://a.example/b)')} lived.\n".encode(),
    "tags.html": f"<p>\n<br>\n{NINE.replace('rich', '<b>rich</b>').replace('man', '<a href=x.html>man</a>')}".encode(),
    "blocks.html": f"\n\n<ul><li>{NINE.replace(' was', '</li><li>was')}</li></ul>".encode(),
    "entities.html": f"\n\n<p>{''.join(f'&#{ord(each)};' for each in NINE)}</p>".encode(),
    "attribute.html": f'\n\n<img alt="{NINE}">'.encode(),
    "fragment.html": f'\n\n<a href="https://a.example/#:~:text={quote(NINE)}">x</a>'.encode(),
    "comment.html": f"\n\n<!-- {NINE} --><p>x</p>".encode(),
    "script.html": f"\n\n<script>var a = 1 <b; // {NINE}\n</script>".encode(),
    "drawing.svg": f"<svg>\n\n<title>{NINE}</title></svg>".encode(),
    "index.json": json.dumps({"location": "a.html#p1", "text": f"x\n{ACCENTED}"}, indent=1).encode(),
    "index.js": ("var index =\n\n" + json.dumps({"text": escape(f"<p>{ACCENTED}</p>")})).encode(),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_run_is_found_in_every_kind_of_file_with_its_line(name: str, essay: Wanted) -> None:
    leaks = measure(opened(name, FILES[name]), essay, 7).leaks
    assert {(leak.place.file, leak.place.line, leak.run.length) for leak in leaks} == {(name, 3, 9)}
    assert measure(opened(name, FILES[name]), essay, 9).leaks == []


@pytest.mark.parametrize(("length", "found"), [(7, 0), (8, 1)])
def test_a_run_of_the_limit_is_allowed_and_one_word_more_is_not(length: int, found: int, essay: Wanted) -> None:
    text = " ".join(["Here", *NINE.split()[:length], "indeed"])
    report = measure([("a.txt", text.encode())], essay, 7)
    assert (report.longest, len(report.leaks)) == (length, found)


@pytest.mark.parametrize(("name", "pack", "inner"), [
    ("a.txt.gz", gzip.compress, "a.txt.gz"),
    ("a.docx", lambda data: zipped("word/document.xml", data), "a.docx/word/document.xml"),
    ("a.zip", lambda data: zipped("b.epub", zipped("c.html", data)), "a.zip/b.epub/c.html"),
])  # fmt: skip
def test_packed_files_are_opened(name: str, pack, inner: str, essay: Wanted) -> None:
    (leak,) = measure(opened(name, pack(NINE.encode())), essay, 7).leaks
    assert (leak.place.file, leak.run.length) == (inner, 9)


@pytest.mark.parametrize("data", [b"\x89PNG\0\0", b"PK\x03\x04 broken", b"\x1f\x8b\x08 broken", b"\xff\xfe\xfd", b""])
def test_what_is_no_text_or_broken_stops_nothing(data: bytes, essay: Wanted) -> None:
    report = measure(opened("a", data), essay, 7)
    assert (report.files, report.leaks) == (1, [])
    assert report.unread == (["a"] if b"\0" in data else [])


def test_a_run_says_near_which_id_it_stands(essay: Wanted) -> None:
    page = f'<h2 id="p1">One</h2><p>x</p><h2 id="p2">Two</h2><p>y {NINE}</p><h2 id="p3">Three</h2>'
    (leak,) = measure(opened("a.html", page.encode()), essay, 7).leaks
    assert leak.near == "p2"


# Builds


def test_a_build_without_a_copy_says_that_it_did_not_measure(root: Path) -> None:
    outcome = process("build", "--root", root)
    assert outcome.status == 0, outcome.err
    assert "longest run of its words: not measured: no copy of the essay here (POSTIL_ESSAY names one)\n" in outcome.out
    shown = r"shown of the essay: 0\.0 % under a hash \(limit 20\), 0 grams touching \(limit 0\), \d\.\d % quoted \("
    assert re.search(shown, outcome.out)


def test_a_copy_that_is_named_and_not_there_is_told_with_status_2(root: Path) -> None:
    outcome = process("check", "--root", root, POSTIL_ESSAY=str(root / "nowhere.txt"))
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("postil: the copy of the essay cannot be read: ")


def test_the_record_and_the_same_site_with_and_without_a_copy(root: Path) -> None:
    page = root / "docs/about/page.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n{MARK}\n", encoding="utf-8")
    outcome = process("build", "--record", "--root", root, POSTIL_ESSAY=str(ESSAY))
    assert outcome.status == 0, outcome.err
    assert "longest run of its words: 5 (limit 7), in " in outcome.out
    record = json.loads((root / "docs/essay/measured.json").read_text(encoding="utf-8"))
    assert record["run"] == 5
    assert "monks who kept the crossings" not in record["others"]
    beside = contents(root / "site")
    assert not (root / "site/essay/measured.json").exists()

    rows = table(root / "site/about/page.html")
    assert rows[-1][0] == "longest run of its words"
    assert re.fullmatch(r"5, measured \d+ \w+ \d{4} \(limit 7\)", rows[-1][1])

    alone = process("build", "--root", root)
    assert alone.status == 0, alone.err
    assert f"not measured: no copy of the essay here (POSTIL_ESSAY names one); it was 5 on {record['on']}" in alone.out
    assert contents(root / "site") == beside


def test_nothing_can_be_recorded_without_a_copy(root: Path) -> None:
    outcome = inside("build", "--record", "--root", root)
    assert outcome.status == 2
    assert "nothing to record: no copy of the essay here" in outcome.err
    assert not (root / "docs/essay/measured.json").exists()


def test_a_quotation_of_somebody_else_counts_until_it_is_recorded(root: Path) -> None:
    before = figures(load(root)[0]).quoted
    replace(root / "docs/about/page.md", "By hand.", 'By hand, "as ever and as always".')
    assert figures(load(root)[0]).quoted == before + 5
    (root / "docs/essay/measured.json").write_text(
        '{"on": "2026-11-26", "run": 5, "others": ["as ever and as always"]}'
    )
    assert figures(load(root)[0]).quoted == before


def test_a_link_to_words_on_the_publishers_page_counts_as_quoted(root: Path) -> None:
    before = figures(load(root)[0]).fragments
    replace(root / "docs/about/page.md", "By hand.", "By [hand](https://a.example/x#:~:text=made%20of%20stone).")
    assert figures(load(root)[0]).fragments == before + 3


# The repository


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True)


def test_every_file_that_git_tracks_or_would_is_looked_through(root: Path) -> None:
    git(root, "init", "--quiet")
    (root / ".gitignore").write_text("/copy.txt\n/build/\n/site/\n")
    for name in ("tests/tracked.py", "scripts/untracked.js", "copy.txt"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(f"\n/* {NINE} */\n")
    git(root, "add", "tests")
    outcome = process("build", "--root", root, POSTIL_ESSAY=str(ESSAY))
    assert outcome.status == 1
    assert [(found["code"], found["file"], found["line"]) for found in outcome.findings] == [
        ("W01", "scripts/untracked.js", 2)
    ]
    assert "it stands in one more file" in outcome.findings[0]["message"]
    assert not (root / "site").exists()

    (root / "scripts/untracked.js").unlink()
    (found,) = process("check", "--root", root, POSTIL_ESSAY=str(ESSAY)).findings
    assert (found["file"], found["line"]) == ("tests/tracked.py", 2)


def test_no_message_holds_the_words(essay: Wanted, root: Path) -> None:
    (root / "README.md").write_text(ESSAY.read_text(encoding="utf-8"), encoding="utf-8")
    outcome = inside("check", "--root", root, POSTIL_ESSAY=str(ESSAY))
    assert outcome.status == 1
    assert list(essay.runs(words(outcome.out + outcome.err))) == []


# The bundle


def test_a_leak_stops_the_bundle_too(root: Path) -> None:
    replace(root / "docs/about/page.md", "By hand.", NINE.replace("richest", "<b>rich</b>est").capitalize())
    outcome = process("bundle", "--root", root, POSTIL_ESSAY=str(ESSAY))
    assert outcome.status == 1
    assert [found["code"] for found in outcome.findings] == ["W01"]
    assert not (root / "dist").exists()


def test_what_the_zip_alone_holds_is_looked_through(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "site/extra").mkdir(parents=True)
    (root / "site/extra/packet.html").write_text(f"<p>{NINE}</p>")
    monkeypatch.setenv("POSTIL_ESSAY", str(ESSAY))
    found = []

    def refuse(name: str, data: bytes) -> None:
        found.extend(check_packed(load(root)[0], root, name, data))
        raise RuntimeError("refused")

    with pytest.raises(RuntimeError):
        packed(root, inspect=refuse)
    zip_name = "dist/on-bridges-read-closely-0.zip"
    inner = f"{zip_name}/on-bridges-read-closely-0/extra/packet.html"
    assert [(one.rule.code, one.place.file) for one in found] == [("W01", inner)]
    assert list((root / "dist").iterdir()) == [], "neither the zip nor a part of it is left"


# The project's own figures


def table(path: Path) -> list[list[str]]:
    """The rows of the table of a page, as a reader sees them, without the head."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    rows = tree.css("table tr")[1:]
    return [[" ".join(cell.text().split()) for cell in row.css("td")] for row in rows]


def test_the_projects_own_figures_are_within_its_limits() -> None:
    companion = load(ROOT)[0]
    found, limits = figures(companion), companion.essay.limits
    grams = json.loads((ROOT / "docs/essay/fingerprints.json").read_text(encoding="utf-8"))["passages"]
    assert found.hashed == 4 * sum(len(each["grams"]) for each in grams) == 416
    assert found.essay == sum(each["words"] for each in grams) == 2499
    assert found.fragments == 78
    assert (limits.hashed, limits.touching, limits.run, limits.quoted) == (20, 0, 7, 8)
    assert found.touching == ()
    assert found.hashed_share < 20
    assert 0 < found.quoted_share < 8


def test_the_rights_page_tells_the_projects_own_figures(site: Path) -> None:
    companion = load(ROOT)[0]
    found = figures(companion)
    cells = [row[1] for row in table(site / "about/rights.html")]
    quoted = found.quoted + found.fragments
    assert cells[0] == f"416, or {found.hashed_share:.1f}% (limit 20%)"
    assert cells[1] == "0 (limit 0)"
    assert cells[2] == f"{quoted}, or {found.quoted_share:.1f}% (limit 8%)"
    assert re.fullmatch(rf"{companion.measured.run}, measured \d+ \w+ \d{{4}} \(limit 7\)", cells[3])
