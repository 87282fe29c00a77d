"""Runs a command in a fresh process: how long it took, and how much memory it had at its peak."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO

LIMIT = 900  # seconds after which a command is stopped
SAME = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "315532800", "PYTHONIOENCODING": "utf-8", "SITE_URL": ""}


class NotMeasured(Exception):
    """A figure could not be had; the text says why, and stands in the table in its place."""

    def __str__(self) -> str:
        return f"not measured: {' '.join(str(self.args[0]).split())}"


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of processor time, and MiB at the peak; None where the system does not tell."""

    seconds: float
    processor: float | None
    peak: float | None
    output: str


def run(folder: Path, *command: str, **variables: str) -> Run:
    """Runs `command` in `folder`, with `variables` set; NotMeasured, with what it said last, when it fails."""
    environment = {**os.environ, **SAME, **variables}
    with tempfile.TemporaryFile() as output:
        begin = time.perf_counter()
        try:
            process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, env=environment)
        except OSError as error:
            raise NotMeasured(f"{command[0]}: {error.strerror}") from error
        processor, peak = _wait(process)
        seconds = time.perf_counter() - begin
        text = _text(output)
    if process.returncode:
        raise NotMeasured(f"exit {process.returncode}, {text.strip()[-200:].rpartition(chr(10))[2]}")
    return Run(seconds, processor, peak, text)


def install(packages: tuple[str, ...], present: Callable[[], bool]) -> None:
    """Installs Debian packages, as root only, unless what they bring is `present`; NotMeasured when it is not after."""
    if not present() and shutil.which("apt-get") and os.geteuid() == 0:
        progress(f"apt-get install {' '.join(packages)}")
        quiet = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}  # at this level Debian starts no service
        run(Path("/"), "apt-get", "update", **quiet)
        run(Path("/"), "apt-get", "install", "--yes", "--no-install-recommends", *packages, **quiet)
    if not present():
        raise NotMeasured(f"it needs {' and '.join(packages)} (on Debian and Ubuntu: apt install)")


def progress(words: str) -> None:
    """Says on standard error what is being measured."""
    print(f"bench: {words} ...", file=sys.stderr, flush=True)


def _wait(process: subprocess.Popen[bytes]) -> tuple[float | None, float | None]:
    """Waits for the end of `process` and returns its processor time and the peak of its memory."""
    timer = Timer(LIMIT, process.kill)
    timer.start()
    try:
        if not hasattr(os, "wait4"):
            process.wait()
            return None, None
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit
    finally:
        timer.cancel()


def _text(output: IO[bytes]) -> str:
    output.seek(0)
    return output.read().decode(errors="replace")
