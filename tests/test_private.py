"""postil build --article: the private edition of an invented essay and, where it is at hand, of the real one."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT
from dressed import ESSAY, PARAGRAPHS, PART, TEXT, built, dressed
from helpers import command, contents, environment, process, tiny
from postil.copy.split import split
from private import everything, ours, runs, share, shown, words

NOTICE = "site-private/ holds the text of the essay. It is for you alone: do not publish it."
OTHER = Path(__file__).parent / "copies" / "another-article.txt"


@pytest.fixture(scope="module")
def root(once) -> Path:
    """The invented essay's companion, its public site built; and its private edition, built after it."""

    def make(folder: Path) -> None:
        before = contents(built(dressed(folder)))
        outcome = process("build", "--article", ESSAY, "--root", folder)
        assert outcome.status == 0, outcome.err
        (folder / "said.txt").write_text(outcome.out, encoding="utf-8")
        (folder / "before.json").write_text(json.dumps(before), encoding="utf-8")

    return once("private", make)


@pytest.fixture
def companion(tmp_path: Path) -> Path:
    """The same companion, nothing built, for one test to build."""
    return dressed(tmp_path / "companion")


def aligned(copy: Path, root: Path) -> dict[str, bool]:
    """What `postil align` says of each pin."""
    outcome = process("align", copy, "--json", "--root", root)
    return {name: there for row in json.loads(outcome.out)["passages"] for name, there in row["pins"].items()}


def test_every_paragraph_stands_in_its_passage_word_for_word(root):
    found = shown(root / "site-private")
    assert {number: each.text for number, each in found.items()} == dict(enumerate(PARAGRAPHS, 1))
    assert not any(each.remark for each in found.values())
    assert [each.page for each in found.values()][:2] == [PART, PART]


def test_every_note_that_aligns_is_pinned_and_its_way_back_leads_there(root):
    pins = aligned(ESSAY, root)
    assert len(pins) > 5 and all(pins.values())
    phrases = {name: text for each in shown(root / "site-private").values() for name, text in each.phrases.items()}
    assert set(phrases) == set(pins)
    assert phrases["p1-monks"] == "so did the monks who kept the crossings"
    for path in (root / "site-private" / "essay").glob("[0-9]*.html"):
        for back in LexborHTMLParser(path.read_text(encoding="utf-8")).css(".back a"):
            assert re.fullmatch("#own-p.*-ref", back.attributes["href"])


def test_the_report_is_in_plain_words(root):
    lines = (root / "said.txt").read_text(encoding="utf-8").splitlines()
    number = len(aligned(ESSAY, root))
    assert lines[-3:] == ["4 of 4 paragraphs found", f"{number} of {number} notes stand at their phrases", NOTICE]


def test_every_page_is_marked_and_no_public_one(root):
    paths = sorted((root / "site-private").rglob("*.html"))
    assert len(paths) == len(list((root / "site").rglob("*.html"))) > 10
    for path in paths:
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        assert [each.attributes["content"] for each in page.css("head > meta[name=robots]")] == ["noindex"], path
        assert "Private copy: do not publish." in page.css_first("body > aside.private").text()
        assert page.css_first("title").text().startswith("Private copy: ")
    public = everything(root / "site")
    assert not re.search("noindex|[Pp]rivate copy|aside.private", public)
    assert not list((root / "site-private").glob("sitemap*"))


def test_the_public_site_is_untouched_and_no_essay_is_left_elsewhere(root):
    assert contents(root / "site") == json.loads((root / "before.json").read_text(encoding="utf-8"))
    assert [path.name for path in (root / "build").iterdir()] == ["docs"]
    essay = runs(TEXT)
    assert len(essay & runs(everything(root / "site-private"))) > 250, "this test would see it"
    for folder in ("site", "build", "docs"):
        assert not essay & runs(everything(root / folder)), folder


def test_a_public_build_after_it_holds_nothing_of_it(companion):
    assert process("build", "--article", ESSAY, "--root", companion).status == 0
    edition = contents(companion / "site-private")
    assert not runs(TEXT) & runs(everything(built(companion)))
    assert contents(companion / "site-private") == edition


def test_git_ignores_it():
    assert "/site-private/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_its_search_finds_the_essay_and_the_public_one_does_not(root):
    index = "search/search_index.js"
    assert "richest man in the valley" in (root / "site-private" / index).read_text(encoding="utf-8")
    assert "richest man in the valley" not in (root / "site" / index).read_text(encoding="utf-8")


def test_what_a_damaged_copy_lacks_or_changed_is_said_in_its_place(companion, tmp_path):
    changed = PARAGRAPHS[2].replace("richest man in the valley", "poorest of all the men in that county")
    copy = tmp_path / "damaged.txt"
    copy.write_text("\n\n".join([PARAGRAPHS[0], changed, PARAGRAPHS[3]]), encoding="utf-8")
    outcome = process("build", "--article", copy, "--root", companion)
    assert outcome.status == 0
    assert "3 of 4 paragraphs found\n" in outcome.out
    assert "¶3: found, but with other words in places\n" in outcome.out
    assert "¶2: not found; the card stays and says so\n" in outcome.out
    found = shown(companion / "site-private")
    assert (found[1].text, found[2].text, found[3].text) == (PARAGRAPHS[0], "", changed)
    assert found[2].remark == "This paragraph was not found in your copy."
    assert found[3].remark.startswith("Your copy differs here")
    page = LexborHTMLParser((companion / "site-private" / PART).read_text(encoding="utf-8"))
    passage = page.css_first("section.passage:has(#p2)")
    assert passage.css_first(".claim") and passage.css("details.note")
    assert {link.attributes["href"] for link in passage.css(".back a")} == {
        f"#p2-{name}-ref" for name in ("soldiers", "concession", "today")
    }


def test_a_paragraph_that_fits_two_places_is_shown_in_none(companion, tmp_path):
    changed = PARAGRAPHS[0].replace("The Romans understood this", "Those ancient Romans knew all about this")
    copy = tmp_path / "twice.txt"
    copy.write_text("\n\n".join([PARAGRAPHS[1], changed, PARAGRAPHS[2], changed, PARAGRAPHS[3]]), encoding="utf-8")
    outcome = process("build", "--article", copy, "--root", companion)
    assert outcome.status == 0
    assert "¶1: not placed, because more than one place fits; the card stays and says so\n" in outcome.out
    found = shown(companion / "site-private")
    assert (found[1].text, found[2].text) == ("", PARAGRAPHS[1])
    assert found[1].remark == "More than one place in your copy fits this paragraph, so none is shown."


def test_an_excerpt_makes_an_edition_with_what_it_has(companion):
    done = subprocess.run(command("build", "--article", "-", "--root", companion), input=PARAGRAPHS[3].encode(),
                          env=environment(), capture_output=True, timeout=400)  # fmt: skip
    assert done.returncode == 0 and b"1 of 4 paragraphs found" in done.stdout
    assert {number for number, each in shown(companion / "site-private").items() if each.text} == {4}


@pytest.mark.parametrize(("data", "status", "said"), [
    (OTHER.read_bytes(), 3, "0 of 4 paragraphs found; nothing of the essay was found"),
    (b"", 3, "0 of 4 paragraphs found; nothing of the essay was found"),
    (bytes(range(256)) * 20, 2, "not a text"),
    (b"%PDF-1.7\n" + bytes(range(256)) * 9, 2, "damaged or locked PDF"),
    (None, 2, "No such file"),
])  # fmt: skip
def test_a_wrong_or_broken_copy_builds_nothing(data, status, said, root, tmp_path):
    before, copy = contents(root), tmp_path / "copy.txt"
    if data is not None:
        copy.write_bytes(data)
    outcome = process("build", "--article", copy, "--root", root)
    assert (outcome.status, outcome.out) == (status, "")
    assert said in outcome.err and "Traceback" not in outcome.err
    assert contents(root) == before


def test_a_refused_build_leaves_the_last_edition_and_no_pages_with_the_essay(companion):
    assert process("build", "--article", ESSAY, "--root", companion).status == 0
    before = contents(companion / "site-private")
    with (companion / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\nno_such_option: 1\n")
    outcome = process("build", "--article", ESSAY, "--root", companion)
    assert outcome.status == 1 and "site-private/ is as it was" in outcome.out
    assert contents(companion / "site-private") == before
    assert not runs(TEXT) & runs(everything(companion / "build"))


def test_findings_in_the_notes_are_told_before_anything_of_the_copy(companion):
    (companion / "docs" / "essay" / "essay.yml").write_text("title: [", encoding="utf-8")
    outcome = process("build", "--article", ESSAY, "--root", companion)
    assert outcome.status == 1 and "site-private/ is as it was" in outcome.out
    assert outcome.findings and "Traceback" not in outcome.err
    assert not (companion / "site-private").exists()


def test_what_a_killed_private_build_left_is_removed_by_the_next_of_either_kind(companion):
    for name in ("docs-private", "site-half"):
        (companion / "build" / name).mkdir(parents=True)
        (companion / "build" / name / "page").write_text(TEXT, encoding="utf-8")
    built(companion)
    assert [path.name for path in (companion / "build").iterdir()] == ["docs"]


def test_a_copy_among_what_is_published_is_refused(companion):
    copy = companion / "docs" / "assets" / "essay.txt"
    copy.write_text(TEXT, encoding="utf-8")
    outcome = process("build", "--article", copy, "--root", companion)
    assert outcome.status == 2 and "keep your copy outside docs/ and overrides/" in outcome.err
    assert not (companion / "site-private").exists()


def test_a_theme_that_is_not_ours_is_marked_too(tmp_path):
    from postil.copy import store

    root = tiny(tmp_path / "tiny")
    store.write(root, store.read(dressed(tmp_path / "dressed")), {"from": "a test"})
    assert process("build", "--article", ESSAY, "--root", root).status == 0
    assert [each.text for each in shown(root / "site-private").values()] == PARAGRAPHS
    for path in (root / "site-private").rglob("*.html"):
        assert path.read_text(encoding="utf-8").count('<meta name="robots" content="noindex">') == 1


@pytest.mark.parametrize(("options", "said"), [
    (["--article", ESSAY], "say --private too"),
    (["--private"], "name the copy with --article"),
])  # fmt: skip
def test_no_bundle_of_it_unless_private_is_said_of_a_copy(options, said, root):
    before = contents(root)
    outcome = process("bundle", *options, "--root", root)
    assert (outcome.status, outcome.out) == (2, "")
    assert said in outcome.err and len(outcome.err.splitlines()) == 1
    assert contents(root) == before


def test_a_private_bundle_says_so_in_its_name_and_lies_apart(companion):
    outcome = process("bundle", "--article", ESSAY, "--private", "--root", companion)
    assert outcome.status == 0
    packed = [path.relative_to(companion).as_posix() for path in companion.rglob("*.zip")]
    assert packed == ["dist/private/lessons-of-istanbul-private-copy-0.zip"]
    with zipfile.ZipFile(companion / packed[0]) as archive:
        page = archive.read(f"lessons-of-istanbul-private-copy-0/{PART}").decode()
    assert "Private copy: do not publish." in page and "tells the people on the other side" in page


@pytest.fixture(scope="module")
def real(once, essay) -> Path:
    """The private edition of this companion, from the essay."""

    def make(folder: Path) -> None:
        outcome = process("build", "--article", essay, "--root", ours(folder))
        assert outcome.status == 0, outcome.err
        (folder / "said.txt").write_text(outcome.out, encoding="utf-8")

    return once("private-real", make)


def test_every_paragraph_of_the_essay_stands_in_its_passage_and_no_other(real, essay):
    passages = [block.words for block in split(essay.read_text(encoding="utf-8")).passages]
    found = shown(real / "site-private")
    assert list(found) == list(range(1, 27))
    for number, due in enumerate(passages, 1):
        here = words(found[number].text)
        assert share(due, here) >= 0.99, f"¶{number}"
        others = set().union(*(runs(" ".join(other)) for at, other in enumerate(passages, 1) if at != number))
        assert not runs(found[number].text) & others, f"¶{number} has words of another"
    assert len({each.page for each in found.values()}) == 7


def test_every_pin_of_the_essay_lands(real, essay):
    pins = aligned(essay, real)
    phrases = {name: text for each in shown(real / "site-private").values() for name, text in each.phrases.items()}
    assert len(pins) > 100 and set(phrases) == {name for name, there in pins.items() if there}
    assert f"{len(phrases)} of {len(pins)} notes stand at their phrases\n" in (real / "said.txt").read_text("utf-8")


def test_one_page_holds_all_of_the_essay(real, essay):
    page = LexborHTMLParser((real / "site-private" / "companion.html").read_text(encoding="utf-8"))
    texts = [node.text() for node in page.css(".own .words")]
    assert texts == [each.text for each in shown(real / "site-private").values()]
