"""The `postil` command: help, misuse, and what each command prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from helpers import HERE, inside, process, replace, tiny
from postil.cli import COMMANDS


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tiny(tmp_path / "companion")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    outcome = inside(command, "--help")
    assert outcome.status == 0
    assert f"usage: postil {command} " in outcome.out
    assert "--root DIR" in outcome.out


def test_the_help_names_every_command() -> None:
    outcome = inside("--help")
    assert outcome.status == 0
    for command in COMMANDS:
        assert re.search(rf"^ +{command}\b", outcome.out, re.M)


@pytest.mark.parametrize("arguments", [[], ["bild"], ["build", "--fast"]], ids=["none", "unknown", "option"])
def test_misuse_is_told_with_status_2(arguments: list[str]) -> None:
    outcome = inside(*arguments)
    assert outcome.status == 2
    assert outcome.err.startswith("usage: postil")
    assert outcome.out == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_without_a_companion_is_told_with_status_2_and_a_hint(command: str, tmp_path: Path) -> None:
    needed = {"fingerprint": ["-"], "align": ["-"], "pin": ["p1", "words", "--copy", "-"]}
    outcome = inside(command, *needed.get(command, []), "--root", tmp_path)
    assert outcome.status == 2
    assert f"expected a folder with mkdocs.yml and docs/, found neither in {tmp_path}" in outcome.err
    assert f"hint: postil {command} --root path/to/companion" in outcome.err
    assert not list(tmp_path.iterdir())


def test_the_folder_is_this_one_unless_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert inside("check").out == "0 errors, 0 warnings\n"


def test_check_prints_findings_to_stderr_and_their_number_to_stdout(root: Path) -> None:
    replace(root / "docs/glossary.md", "[pier][pier]", "[pier][peer]")
    outcome = inside("check", "--root", root, POSTIL_ESSAY=str(HERE / "bad/W01-essay-wording/essay.txt"))
    assert outcome.status == 1
    assert outcome.out == "1 errors, 0 warnings\n"
    assert outcome.err.startswith(
        "docs/glossary.md:22: error L01: expected an id, found 'peer'; did you mean 'pier'?\n    hint: use an id that"
    )


@pytest.mark.parametrize(("old", "status"), [("[pier][pier]", 1), ("A [pier][pier]", 0)])
def test_check_as_json_is_json_and_nothing_else(old: str, status: int, root: Path) -> None:
    replace(root / "docs/glossary.md", old, "[pier][peer]" if status else "A [pier][pier]")
    outcome = inside("check", "--json", "--root", root)
    findings = json.loads(outcome.out)["findings"]
    assert (outcome.status, len(findings)) == (status, status)
    for finding in findings:
        assert list(finding) == ["code", "severity", "file", "line", "message", "hint"]


def test_check_says_when_it_had_no_essay_to_compare_with(root: Path) -> None:
    assert "skipped W01, essay wording: not measured: no copy of the essay here" in inside("check", "--root", root).err


def test_build_and_bundle_print_a_line_with_the_time_of_each_stage(root: Path) -> None:
    outcome = process("bundle", "--root", root)
    assert outcome.status == 0, outcome.err
    lines = outcome.out.splitlines()
    stages = [found[1] for line in lines if (found := re.match(r"(\w+) +\d+\.\d\d s", line))]
    assert stages == ["load", "check", "generate", "render", "pack", "inspect", "leak", "built", "bundle"]
    assert re.fullmatch(r"dist/on-bridges-read-closely-0\.zip  \d+ kB", lines[-1])


ADDRESSES = "docs/addresses.txt"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""], ids=["newline", "crlf", "open-end"])
def test_addresses_appends_and_rewrites_no_line(end: bytes, root: Path) -> None:
    path = root / ADDRESSES
    before = path.read_bytes()[:-1].replace(b"\n", b"\r\n" if end == b"\r\n" else b"\n") + end
    path.write_bytes(before)
    replace(root / "docs/about/page.md", "## Method", "## Thanks { #thanks }\n\nNobody.\n\n## Method")
    outcome = inside("addresses", "--root", root)
    assert (outcome.status, outcome.out) == (0, "1 new addresses in docs/addresses.txt\n")
    assert path.read_bytes() == before + (b"" if end else b"\n") + b"about/page.html#thanks\n"
    assert inside("check", "--root", root).out == "0 errors, 0 warnings\n"


def test_addresses_keeps_what_is_gone_so_that_check_finds_it(root: Path) -> None:
    path = root / ADDRESSES
    before = path.read_bytes()
    replace(root / "docs/index.md", "## Why { #why }", "## Why { #because }")
    replace(root / "docs/about/page.md", "index.md#why", "index.md#because")
    inside("addresses", "--root", root)
    assert path.read_bytes() == before + b"index.html#because\n"
    assert [finding["code"] for finding in inside("check", "--root", root).findings] == ["A01"]


def test_addresses_makes_the_file_and_leaves_it_alone_when_nothing_is_new(root: Path) -> None:
    path = root / ADDRESSES
    before = path.read_bytes()
    path.unlink()
    inside("addresses", "--root", root)
    assert path.read_bytes() == before
    path.chmod(0o444)
    assert inside("addresses", "--root", root).out == "0 new addresses in docs/addresses.txt\n"
