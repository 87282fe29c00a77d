"""What the tests of postil share: copies of the tiny companion, and the command, run in this process or in its own."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from postil import cli

HERE = Path(__file__).resolve().parent
SCRIPTS = HERE.parent / "scripts"
TINY = HERE / "tiny"
REWRITE = bool(os.environ.get("POSTIL_REWRITE"))
FINDING = re.compile(r"(.+?):(\d+): (error|warning) ([A-Z]\d\d): (.+)\n    hint: (.+)\n")


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, str | int]]:
        """The findings printed as text, as `postil check --json` has them."""
        return [
            {"code": code, "severity": severity, "file": file, "line": int(line), "message": message, "hint": hint}
            for file, line, severity, code, message, hint in FINDING.findall(self.err)
        ]


def tiny(target: Path, *layers: Path) -> Path:
    """A copy of the tiny companion in the new folder `target`, with `layers` of files laid over it."""
    shutil.copytree(TINY, target, ignore=shutil.ignore_patterns("build", "site", "dist"))
    for layer in layers:
        shutil.copytree(layer, target, dirs_exist_ok=True)
    config = target / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("../../scripts", SCRIPTS.as_posix()), encoding="utf-8")
    return target


def environment(**more: str) -> dict[str, str]:
    """This process's variables without those that change what postil does; no copy of an essay is at hand."""
    kept = {key: value for key, value in os.environ.items() if key not in ("POSTIL_ESSAY", "SOURCE_DATE_EPOCH")}
    return kept | {"PYTHONPATH": str(SCRIPTS), "PYTHONUTF8": "1"} | more


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "postil", *map(str, arguments)]


def process(*arguments: str | Path, **more: str) -> Outcome:
    """`postil` with `arguments` as a process of its own; `more` are variables."""
    done = subprocess.run(
        command(*arguments), env=environment(**more), capture_output=True, encoding="utf-8", timeout=400
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def inside(*arguments: str | Path, **more: str) -> Outcome:
    """The same in this process, which saves half a second each time."""
    out, err = io.StringIO(), io.StringIO()
    with (
        patch.dict(os.environ, environment(**more), clear=True),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            status = cli.main([str(argument) for argument in arguments])
        except SystemExit as stop:  # argparse: help and misuse
            status = int(stop.code or 0)
    return Outcome(status, out.getvalue(), err.getvalue())


def contents(folder: Path) -> dict[str, str]:
    """Every file below `folder` with its hash."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def replace(path: Path, old: str, new: str) -> None:
    """Changes the one `old` in a file of a copy; a case that finds none or two is itself wrong."""
    text = path.read_bytes().decode("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_bytes(text.replace(old, new).encode("utf-8"))


def golden(path: Path, text: str) -> str:
    """What the file `path` expects; with POSTIL_REWRITE=1 it is written anew from `text`."""
    if REWRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8")
