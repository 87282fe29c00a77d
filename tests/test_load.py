"""postil.load: what authors write, cut into pieces that know their line. CRLF and a byte order mark change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers import replace, tiny
from postil.checks import check
from postil.findings import Place
from postil.links import index
from postil.load import load
from postil.load.markup import Block, front_matter, head, joined, listed, read_options, sections
from postil.load.reader import Reader
from postil.model import Prose


def cut(text: str, line: int = 1) -> tuple[list[tuple[int, str, str, list[tuple[str, int]]]], list[str]]:
    """The sections of `text` as (level, title, id, [(piece, line), …]), and the findings as CODE:LINE."""
    reader = Reader(Path())
    found = sections(reader, Prose(text, Place("x.md", line)))
    told = [
        (each.level, each.title, each.id, [(kind(piece), piece.place.line) for piece in each.pieces]) for each in found
    ]
    return told, [f"{finding.rule.code}:{finding.place.line}" for finding in reader.findings]


def kind(piece: Prose | Block) -> str:
    return piece.text if isinstance(piece, Prose) else f"/{piece.type}|{piece.argument}/{piece.body.text}"


def test_text_is_cut_at_its_headings() -> None:
    assert cut("before\n# One\n\ntext\n\n## Two { #two }\nmore\nlines\n")[0] == [
        (0, "", "", [("before", 1)]),
        (1, "One", "", [("text", 4)]),
        (2, "Two", "two", [("more\nlines", 7)]),
    ]


@pytest.mark.parametrize(
    ("line", "title", "id"),
    [
        ("## Two sets of fears { #p6 }", "Two sets of fears", "p6"),
        ("## Two sets of fears {#p6}", "Two sets of fears", "p6"),
        ("## Two sets {: .wide #p6 title=x }", "Two sets", "p6"),
        ("##  Two sets ##", "Two sets", ""),
        ("## {curly} words", "{curly} words", ""),
    ],
)
def test_a_heading_may_have_an_id(line: str, title: str, id: str) -> None:
    assert cut(line)[0][1][:3] == (2, title, id)


def test_a_block_is_options_an_empty_line_and_a_body() -> None:
    reader = Reader(Path())
    text = "text\n\n/// note | craft\nid: a\ntitle: B: c\n\nBody\n\nmore.\n///\n\nafter"
    (section,) = sections(reader, Prose(text, Place("x.md", 10)))
    (block,) = section.blocks
    assert (block.type, block.argument, block.body.text) == ("note", "craft", "Body\n\nmore.")
    assert (block.place.line, block.place_of("title").line, block.body.place.line) == (12, 14, 16)
    assert block.get("title") == "B: c" and block.get("pin") == ""
    assert [(prose.text, prose.place.line) for prose in section.prose] == [("text", 10), ("after", 21)]
    assert not reader.findings


def test_nothing_in_a_fence_is_a_heading_or_a_block() -> None:
    text = "```\n# no\n/// note | craft\n```\n\n~~~~ text\n~~~\n## no\n~~~~"
    assert cut(text) == ([(0, "", "", [(text, 1)])], [])


def test_a_fence_inside_a_block_belongs_to_its_body() -> None:
    assert cut("/// note | craft\nid: a\n\n```\n///\n# no\n```\n///\nafter") == (
        [(0, "", "", [("/note|craft/```\n///\n# no\n```", 1), ("after", 9)])],
        [],
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/// note | craft\nid: a\n\nBody", ["N03:1"]),
        ("/// note | craft\nid: a\n\nBody\n## Next\n", ["N03:1"]),
        ("text\n\n///\n", ["N03:3"]),
        ("/// note | craft\nid: a\n\nBody\n\n/// note | craft\nid: b\n\nBody\n///\n", ["N04:6"]),
        ("/// note | craft\nid: a\n\nBody\n\n/// note | craft\nid: b\n\nBody\n///\n///\n", ["N04:6"]),
        ("/// note | craft\nid: a\n\nB\n/// note | craft\nid: b\n\nB\n///\n///\n///\n", ["N04:5", "N03:11"]),
    ],
)
def test_a_block_that_does_not_close_is_reported_once(text: str, told: list[str]) -> None:
    assert cut(text)[1] == told


def test_a_block_that_does_not_close_is_kept_for_its_id() -> None:
    found = cut("/// note | craft\nid: a\n\nBody\n/// note | craft\nid: b\n\nMore\n## Next")[0]
    assert [piece for piece, _ in found[0][3]] == ["/note|craft/Body", "/note|craft/More"]


def test_lines_of_spaces_are_empty_lines() -> None:
    assert cut("## T\n  \n\t\nClaim: x  \n   \n")[0][1][3] == [("Claim: x", 4)]


def told(*lines: str, wrapped: bool = False) -> tuple[dict[str, tuple[str, int]], list[str]]:
    reader = Reader(Path())
    options = read_options(reader, list(lines), Place("x.md", 5), wrapped=wrapped)
    found = {key: (option.value, option.place.line) for key, option in options.items()}
    return found, [f"{finding.rule.code}:{finding.place.line}" for finding in reader.findings]


def test_options_are_split_at_the_first_colon_and_stay_text() -> None:
    assert told("Title: 2008: yes", "pin: 96+5", "empty:", "url: https://x.example") == (
        {"title": ("2008: yes", 5), "pin": ("96+5", 6), "empty": ("", 7), "url": ("https://x.example", 8)},
        [],
    )


def test_an_option_twice_keeps_the_first() -> None:
    assert told("id: a", "ID: b") == ({"id": ("a", 5)}, ["N16:6"])


def test_an_option_may_wrap_only_where_that_is_allowed() -> None:
    assert told("also: a,", "  b", wrapped=True) == ({"also": ("a, b", 5)}, [])
    assert told("also: a,", "  b") == ({"also": ("a,", 5)}, ["N15:6"])


def test_the_paragraph_below_a_heading_is_options_only_with_a_capital_key() -> None:
    reader = Reader(Path())
    (yes,) = sections(reader, Prose("Claim: a\nb\n\ntext", Place("x.md")))
    (no,) = sections(reader, Prose("note: a", Place("x.md")))
    options, rest = head(reader, yes, ("claim",))
    assert options["claim"].value == "a b"
    assert [(prose.text, prose.place.line) for prose in rest] == [("text", 4)]
    assert head(reader, no, ()) == ({}, no.prose)


def test_runs_of_prose_are_joined_with_every_line_in_its_place() -> None:
    pieces = [Prose("one\ntwo", Place("x.md", 3)), Prose("three", Place("x.md", 9))]
    prose = joined(pieces, Place("x.md"))
    assert prose.place_of(prose.text.index("three")).line == 9
    assert joined([], Place("x.md", 7)) == Prose("", Place("x.md", 7))


def test_listed_drops_empty_items() -> None:
    assert listed(" a, b ,,c, ") == ("a", "b", "c")


@pytest.mark.parametrize(
    ("text", "meta", "body", "line"),
    [
        ("# A\n", {}, "# A\n", 1),
        ("---\ntitle: 1\n---\n# A\n", {"title": "1"}, "# A\n", 4),
        ("---\n---\n# A\n", {}, "# A\n", 3),
        ("---\ndate: 2022-03-29\nyes: no\n---\n\nA", {"date": "2022-03-29", "yes": "no"}, "\nA", 5),
    ],
)
def test_front_matter_is_text_and_the_body_keeps_its_line(
    text: str, meta: dict[str, str], body: str, line: int
) -> None:
    reader = Reader(Path())
    found, _, prose = front_matter(reader, "x.md", text)
    assert (dict(found), prose.text, prose.place.line, reader.findings) == (meta, body, line, [])


@pytest.mark.parametrize("text", ["---\ntitle: a\n", "---\n- a\n---\n", "---\na: b: c\n---\n", "---\n&a [*a]\n---\n"])
def test_broken_front_matter_is_reported(text: str) -> None:
    reader = Reader(Path())
    front_matter(reader, "x.md", text)
    assert [finding.rule.code for finding in reader.findings] == ["F04"]


def findings(root: Path) -> list[str]:
    companion, found = load(root)
    return [f"{each.rule.code} {each.place}" for each in found + check(companion, index(companion), root)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "companion")


ENDS = {"lf": b"\n", "crlf": b"\r\n", "cr": b"\r"}


def written_with(root: Path, end: bytes, mark: bytes = b"") -> None:
    for path in (root / "docs").rglob("*.*"):
        path.write_bytes(mark + path.read_bytes().replace(b"\n", end))


@pytest.mark.parametrize("end", ENDS)
def test_line_ends_change_nothing(end: str, root: Path) -> None:
    written_with(root, ENDS[end])
    assert findings(root) == []


def test_a_byte_order_mark_changes_nothing(root: Path) -> None:
    before = load(root)[0]
    written_with(root, b"\r\n", "\ufeff".encode())
    assert findings(root) == []
    assert load(root)[0] == before


@pytest.mark.parametrize("end", ENDS)
def test_a_finding_deep_in_a_file_names_its_line(end: str, root: Path) -> None:
    replace(root / "docs/essay/1-the-near-bank.md", "The [second bridge][second-bridge]", "The [bridge][third-bridge]")
    replace(root / "docs/timeline/events.yml", "See [paragraph 3][p3].", "See [paragraph 3][p33].")
    replace(root / "docs/lessons/build-for-strangers.md", "Draw the", "Draw [the][nothing]")
    replace(root / "docs/sources/sources.json", '"kind": "reporting"', '"kind": "rumor"')
    written_with(root, ENDS[end])
    assert sorted(findings(root)) == [
        "L01 docs/essay/1-the-near-bank.md:73",
        "L01 docs/lessons/build-for-strangers.md:34",
        "L01 docs/timeline/events.yml:23",
        "S04 docs/sources/sources.json:21",
    ]


def test_a_finding_in_analysis_that_follows_a_note_names_its_line(root: Path) -> None:
    path = root / "docs/essay/2-the-far-bank.md"
    replace(path, "\n///\n", "\n///\n\nSee [more][nothing].\n")
    assert findings(root) == ["L01 docs/essay/2-the-far-bank.md:25"]


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("timeline/events.yml", "id: flood", "id: [flood]", "F06"),
        ("timeline/events.yml", "phase: after", "phase: {a: b}", "F06"),
        ("timeline/events.yml", "checked: 2026-11-23\n    text: Every", "checked: [x]\n    text: Every", "F06"),
        ("timeline/events.yml", "  - {id: law, title: Law}", "  - law\n  - {id: law, title: Law}", "F06"),
        ("timeline/events.yml", "{id: law, title: Law}", "{id: [law], title: Law}", "F06"),
        ("essay/essay.yml", "passages: 3-4", "passages: [3, 4]", "F06"),
        ("essay/essay.yml", "passages: 3-4", "passages: three", "F06"),
        ("essay/essay.yml", "81, 78]", "81, ²]", "F06"),
        ("essay/essay.yml", "card: 45", "card: forty", "F06"),
        ("essay/essay.yml", "limits: {card: 45, cards: 40, quotation: 7, title: 8, claim: 25}", "limits: 45", "F06"),
        ("lessons/build-for-strangers.md", "lesson: 1", "lesson: one", "F06"),
        ("sources/sources.json", '[{"literal": "County Assembly"}]', '["County Assembly"]', "S03"),
        ("sources/sources.json", '[{"literal": "County Assembly"}]', "7", "S03"),
        ("sources/sources.json", '"Valley Press"', '["Valley Press"]', "S03"),
        ("sources/sources.json", '"how": "read", "checked": "2026-11-23"', '"how": "read", "checked": 2026', "S03"),
        ("sources/sources.json", '{"date-parts": [[1998]]}', '{"date-parts": "1998"}', "S03"),
        ("sources/sources.json", '{"date-parts": [[1998]]}', "1998", "S03"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_shape_is_a_finding(file: str, old: str, new: str, told: str, root: Path) -> None:
    replace(root / "docs" / file, old, new)
    assert told in {each.split()[0] for each in findings(root)}
