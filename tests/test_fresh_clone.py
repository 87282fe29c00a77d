"""From a fresh clone to a site with one command, and what that command says when it cannot."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The last commit, as somebody else would get it: nothing that was made or ignored comes along."""
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    done = subprocess.run(
        ["git", "clone", "--quiet", "--no-local", str(ROOT), str(folder)], text=True, capture_output=True
    )
    if done.returncode or not (folder / "Makefile").exists():
        pytest.skip(f"no commit to clone: {done.stderr.strip() or 'the last one has no Makefile'}")
    return folder


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """scripts/build.py, loaded as a module."""
    spec = importlib.util.spec_from_file_location("build", ROOT / "scripts" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def make(target: str, folder: Path) -> str:
    """`make TARGET` with the Python that made our .venv, and without the variables of the make that runs the tests."""
    ours = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "VIRTUAL_ENV"}
    environment = {key: value for key, value in os.environ.items() if key not in ours}
    done = subprocess.run(
        ["make", target, f"PYTHON={sys._base_executable}"],
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("make") or not shutil.which("git"), reason="needs make and git")
def test_make_site_from_a_fresh_clone_twice(clone: Path) -> None:
    assert "Setting up .venv" in make("site", clone)
    first = contents(clone / "site")
    assert "index.html" in first

    assert "Setting up" not in make("site", clone)
    assert contents(clone / "site") == first


def test_half_a_venv_is_not_trusted(build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[tuple[str, ...]] = []
    monkeypatch.setattr(build, "STAMP", tmp_path / "complete")
    monkeypatch.setattr(build, "quietly", lambda *command: steps.append(command))
    build.ensure(build.SITE_LOCK)
    assert "--clear" in steps[0]
    build.ensure(build.SITE_LOCK)
    assert len(steps) == 3, "with the stamp there is nothing to do"
    (tmp_path / "complete").unlink()
    build.ensure(build.SITE_LOCK)
    assert len(steps) == 6


def test_an_unknown_target_lists_the_targets() -> None:
    done = subprocess.run([sys.executable, "scripts/build.py", "sight"], cwd=ROOT, text=True, capture_output=True)
    assert done.returncode == 2
    for target in ("site", "test", "serve", "bundle", "bench", "check", "clean", "lock"):
        assert f"\n  {target} " in done.stdout


def test_a_python_too_old_is_named(build: ModuleType) -> None:
    with pytest.raises(SystemExit, match=r"Python 3\.10 is too old: 3\.11 or newer"):
        build.check_python((3, 10, 4, "final", 0), find_module=lambda name: True)


def test_debian_without_venv_names_the_package(build: ModuleType) -> None:
    with pytest.raises(SystemExit, match="apt install python3-venv"):
        build.check_python((3, 11, 2, "final", 0), find_module=lambda name: name != "ensurepip")


def test_no_network_is_said_in_one_sentence(build: ModuleType) -> None:
    pip = "import sys; print(\"Retrying after connection broken by 'NewConnectionError'\"); sys.exit(1)"
    with pytest.raises(SystemExit, match=r"^No network: "):
        build.quietly(sys.executable, "-c", pip)


def test_a_step_that_fails_shows_what_it_printed(build: ModuleType) -> None:
    with pytest.raises(SystemExit, match=r"(?s)hash mismatch.*The set-up failed in: "):
        build.quietly(sys.executable, "-c", "import sys; print('hash mismatch'); sys.exit(1)")
