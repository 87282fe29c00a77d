"""Bad companions: each case in bad/ is laid over the tiny good one, and its findings are compared with a golden list.

A case is a folder named by the code it is about: `over/` (files to lay over), `remove.txt` (files to take away) and
`findings.json`, as `postil check --json` prints them. `POSTIL_REWRITE=1 pytest -n 0` writes them anew: read the diff.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from helpers import HERE, Outcome, contents, golden, inside, process, tiny
from postil.rules import RULES

BAD = HERE / "bad"
CASES = sorted(folder.name for folder in BAD.iterdir() if folder.is_dir())
RENDERED = ("H", "R")  # shown by a build alone, and these cases too:
BUILT = (*RENDERED, "W01-wording-joined-by-rendering", "W06-run-not-as-recorded")
ESSAY = BAD / "W01-essay-wording" / "essay.txt"
AS_PROCESSES = ("A02-address-not-recorded", "F01-not-utf-8", "N03-note-unclosed-at-a-heading", "all-at-once", "W")


def laid(case: str, target: Path) -> Path:
    root = tiny(target / "companion", BAD / case / "over")
    removed = BAD / case / "remove.txt"
    for path in removed.read_text(encoding="utf-8").splitlines() if removed.is_file() else []:
        (root / path).unlink()
    return root


def essay(case: str) -> dict[str, str]:
    return {"POSTIL_ESSAY": str(ESSAY)} if case.startswith(("W01", "W06")) else {}


def expected(case: str) -> list[dict[str, str | int]]:
    return json.loads((BAD / case / "findings.json").read_text(encoding="utf-8"))["findings"]


def status(case: str) -> int:
    return int(any(finding["severity"] == "error" for finding in expected(case)))


def as_json(outcome: Outcome) -> str:
    return json.dumps({"findings": outcome.findings}, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("case", [case for case in CASES if not case.startswith(BUILT)])
def test_check_finds_what_the_case_expects(case: str, tmp_path: Path) -> None:
    run = process if case.startswith(AS_PROCESSES) else inside
    outcome = run("check", "--json", "--root", laid(case, tmp_path), **essay(case))
    assert outcome.out == golden(BAD / case / "findings.json", outcome.out)
    assert outcome.status == status(case)
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("case", [case for case in CASES if not case.startswith((*BUILT, "A02"))])
def test_a_refused_build_prints_the_same_and_writes_nothing(case: str, tmp_path: Path) -> None:
    root = laid(case, tmp_path)
    for made in (root / "site" / "index.html", root / "build" / "docs" / "index.md"):
        made.parent.mkdir(parents=True)
        made.write_text("the last good one")
    before = contents(root)
    outcome = (process if case.startswith(AS_PROCESSES) else inside)("build", "--root", root, **essay(case))
    assert outcome.findings == expected(case)
    assert outcome.status == 1
    errors = [finding for finding in expected(case) if finding["severity"] == "error"]
    assert f"not built: {len(errors)} errors; site/ is as it was" in outcome.out
    assert contents(root) == before


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith(BUILT)])
def test_build_finds_what_only_rendering_shows_and_keeps_the_site(case: str, tmp_path: Path) -> None:
    root = laid(case, tmp_path)
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("the last good one")
    outcome = process("build", "--root", root, **essay(case))
    assert as_json(outcome) == golden(BAD / case / "findings.json", as_json(outcome))
    assert outcome.status == 1
    assert "Traceback" not in outcome.err
    assert (root / "site" / "index.html").read_text() == "the last good one"
    assert not list((root / "build").glob("site-*")), "the refused site is gone"


def test_warnings_alone_do_not_stop_a_build(tmp_path: Path) -> None:
    root = laid("A02-address-not-recorded", tmp_path)
    outcome = process("build", "--root", root)
    assert outcome.status == 0
    assert outcome.findings == expected("A02-address-not-recorded")
    assert (root / "site" / "index.html").is_file()


def test_the_companion_below_the_cases_is_good(tmp_path: Path) -> None:
    outcome = process("check", "--root", tiny(tmp_path / "companion"), POSTIL_ESSAY=str(ESSAY))
    assert (outcome.status, outcome.out, outcome.err) == (0, "0 errors, 0 warnings\n", "")


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_case(code: str) -> None:
    assert [case for case in CASES if case.startswith(f"{code}-")]


@pytest.mark.parametrize("case", [case for case in CASES if case != "all-at-once"])
def test_a_case_yields_one_finding_of_its_own_code(case: str) -> None:
    (finding,) = expected(case)
    assert finding["code"] == case[:3]


def test_many_faults_are_found_in_one_run() -> None:
    found = {finding["code"] for finding in expected("all-at-once")}
    assert len(found) > 25
    assert {code[0] for code in found} == {code[0] for code in RULES} - {*RENDERED, "W"}, "every kind of check ran"


def test_findings_come_by_file_and_line() -> None:
    places = [(finding["file"], finding["line"]) for finding in expected("all-at-once")]
    assert places == sorted(places)
