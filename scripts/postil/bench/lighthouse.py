"""Lighthouse, installed from its lock and asked about one address; what it reports as figures."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median

from .. import chromium
from .process import NotMeasured, install, run

PINS = Path(__file__).parent / "npm"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = {
    "total-byte-weight": 1024,
    "first-contentful-paint": 1000,
    "largest-contentful-paint": 1000,
    "cumulative-layout-shift": 1,
    "total-blocking-time": 1,
}


@dataclass(frozen=True)
class Report:
    """Points of 100 in four categories; KiB; seconds to the first and largest paint; layout shift; milliseconds of
    blocking; requests; and Lighthouse's own measure of how fast the machine was."""

    performance: float
    accessibility: float
    practices: float
    seo: float
    weight: float
    first: float
    largest: float
    shift: float
    blocking: float
    requests: float
    speed: float

    @property
    def points(self) -> tuple[float, ...]:
        return self.performance, self.accessibility, self.practices, self.seo


def version() -> str:
    return str(json.loads((PINS / "package.json").read_text(encoding="utf-8"))["devDependencies"]["lighthouse"])


def parse(text: str) -> Report:
    """The figures in a report of Lighthouse, written as JSON; NotMeasured when it could not load the page."""
    found = json.loads(text)
    if error := found.get("runtimeError"):
        raise NotMeasured(f"Lighthouse: {error['message']}")
    scores = {name: found["categories"][name]["score"] for name in CATEGORIES}
    if missing := [name for name, score in scores.items() if score is None]:
        raise NotMeasured(f"Lighthouse gave no points for {', '.join(missing)}")
    audits = found["audits"]
    figures = (audits[name]["numericValue"] / unit for name, unit in FIGURES.items())
    requests = len(audits["network-requests"]["details"]["items"])
    points = (round(score * 100) for score in scores.values())
    return Report(*points, *figures, requests, found["environment"]["benchmarkIndex"])


def middle(reports: Iterable[Report]) -> Report:
    """The median of each figure."""
    return Report(*map(median, zip(*map(astuple, reports), strict=True)))


def ready(folder: Path) -> Callable[[str], Report]:
    """Returns what asks Lighthouse about an address, with the mobile preset; installs it unless it is there."""
    install(("npm",), lambda: bool(shutil.which("npm") and shutil.which("node")))
    browser = chromium.find()
    if not browser:
        raise NotMeasured("no Chromium")
    home = Path(sys.prefix) / "lighthouse" if sys.prefix != sys.base_prefix else folder  # it goes with .venv
    _install(home)
    return lambda address: _ask(home, folder / "report.json", address, browser)


def _install(home: Path) -> None:
    """What the lock names, whole or not at all: npm's half minute is spent again only when the lock has changed."""
    lock, stamp = (PINS / "package-lock.json").read_bytes(), home / "complete"
    if stamp.is_file() and stamp.read_bytes() == lock:
        return
    stamp.unlink(missing_ok=True)
    home.mkdir(exist_ok=True)
    for pin in PINS.iterdir():
        shutil.copy(pin, home)
    run(home, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
    stamp.write_bytes(lock)


def _ask(home: Path, report: Path, address: str, browser: str) -> Report:
    """Nothing is sent anywhere: no report of errors, and a browser that finds no other host."""
    switches = " ".join(re.sub("=(.*)", r'="\1"', switch) for switch in ("--headless=new", *chromium.switches()))
    options = ("--quiet", "--output=json", f"--output-path={report}", "--disable-full-page-screenshot")
    program = ("node", "node_modules/lighthouse/cli/index.js", "--no-enable-error-reporting")
    run(home, *program, address, *options, f"--chrome-flags={switches}", CHROME_PATH=browser)
    return parse(report.read_text(encoding="utf-8"))
