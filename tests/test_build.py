"""`postil build` as a process: killed, refused, repeated. The last good site stays until the next one is whole."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from helpers import command, contents, environment, process, replace, tiny


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny companion, built once for this module: copy it to change it."""
    root = tiny(tmp_path_factory.mktemp("built") / "companion")
    outcome = process("build", "--root", root, PYTHONHASHSEED="1")
    assert outcome.status == 0, outcome.err
    return root


@pytest.fixture
def root(built: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "companion"
    subprocess.run(["cp", "-r", str(built), str(copy)], check=True)
    return copy


def killed_in(root: Path, stage: str) -> None:
    """Starts a build and kills it as soon as `stage` has left its mark in build/."""
    build = subprocess.Popen(
        command("build", "--root", root), env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    end = time.monotonic() + 60
    while not list((root / "build").glob(stage)):
        assert build.poll() is None and time.monotonic() < end, f"the build left no {stage}"
        time.sleep(0.01)
    build.send_signal(signal.SIGKILL)
    build.wait()


@pytest.mark.parametrize("mark", ["site-*", "site-*/assets/**/*.js"], ids=["begun", "half-written"])
def test_a_build_killed_while_rendering_leaves_the_site_and_the_next_one_works(mark: str, root: Path) -> None:
    before = contents(root / "site")
    replace(root / "docs/index.md", "something to read", "something else to read")
    killed_in(root, mark)
    assert list((root / "build").glob("site-*")), "it was killed in time"
    assert contents(root / "site") == before

    assert process("build", "--root", root).status == 0
    assert "something else to read" in (root / "site/index.html").read_text(encoding="utf-8")
    assert sorted(path.name for path in (root / "build").iterdir()) == ["docs"]


def test_a_refused_build_leaves_the_site_and_the_generated_pages(root: Path) -> None:
    before = contents(root)
    replace(root / "docs/glossary.md", "[pier][pier]", "[pier][peer]")
    after = contents(root)
    outcome = process("build", "--root", root)
    assert outcome.status == 1
    assert contents(root) == after
    assert {path for path in after if after[path] != before[path]} == {"docs/glossary.md"}


def test_a_site_the_renderer_refused_is_not_put_in_place(root: Path) -> None:
    before = contents(root / "site")
    replace(root / "mkdocs.yml", "      - about/page.md\n", "      - about/page.md\n      - about/nowhere.md\n")
    outcome = process("build", "--root", root)
    assert (outcome.status, [finding["code"] for finding in outcome.findings]) == (1, ["R01"])
    assert contents(root / "site") == before


def test_two_builds_are_equal_byte_for_byte(built: Path, tmp_path: Path) -> None:
    other = tiny(tmp_path / "elsewhere" / "companion")
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
    outcome = process("build", "--root", other, PYTHONHASHSEED="2", TZ="Asia/Tokyo", LC_ALL="C")
    assert outcome.status == 0, outcome.err
    first, second = contents(built / "site"), contents(other / "site")
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


def test_a_page_that_is_deleted_is_gone_from_the_site(root: Path) -> None:
    (root / "docs/about/page.md").unlink()
    replace(root / "mkdocs.yml", "      - about/page.md\n", "")
    for address in ("about/page.html#method\n", "about/page.html\n"):
        replace(root / "docs/addresses.txt", address, "")
    assert (root / "site/about/page.html").is_file()
    outcome = process("build", "--root", root)
    assert outcome.status == 0, outcome.err
    assert not (root / "site/about/page.html").exists()
    assert not (root / "build/docs/about/page.md").exists()


def test_a_good_build_leaves_only_its_site_and_pages(built: Path) -> None:
    assert sorted(path.name for path in built.iterdir()) == ["build", "docs", "mkdocs.yml", "site"]
    assert sorted(path.name for path in (built / "build").iterdir()) == ["docs"]
    assert (built / "site").stat().st_mode & 0o777 == 0o755


def test_every_recorded_address_is_in_the_site(built: Path) -> None:
    for address in (built / "docs/addresses.txt").read_text(encoding="utf-8").splitlines():
        page, _, id = address.partition("#")
        assert f'id="{id}"' in (built / "site" / page).read_text(encoding="utf-8") or not id, address
