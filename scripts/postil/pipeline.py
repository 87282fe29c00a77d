"""The stages of a build, in order, and the way the result is put in place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from . import links
from .checks import check, without_echoes, wording
from .checks.html import check_site
from .edition import EVERY, PUBLIC, Edition
from .export import packet
from .findings import Finding, in_order
from .generate import PACKET, classroom_scripts, pages, pdfjs
from .generate.own_copy import CODE_FILE, own_copy
from .generate.sheets import sheets
from .generate.write import write
from .leak import record as records
from .leak.measure import Report
from .leak.report import told
from .load import load
from .model import Companion
from .private import mark

Timings = dict[str, float]


class Refused(Exception):
    """The build stopped at findings of severity error; nothing was put in place."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


@contextmanager
def stage(name: str, timings: Timings) -> Iterator[None]:
    """Times a stage and prints its line."""
    begin = time.perf_counter()
    yield
    timings[name] = time.perf_counter() - begin
    print(f"{name:<9}{timings[name]:7.2f} s", flush=True)


@dataclass(frozen=True)
class Inspected:
    """What was read and found; `report` is that of the repository beside a copy of the essay, None without one."""

    companion: Companion
    index: links.Index
    findings: list[Finding]
    report: Report | None


def inspect(root: Path, timings: Timings) -> Inspected:
    """Loads and checks `root`."""
    with stage("load", timings):
        companion, findings = load(root)
    with stage("check", timings):
        index = links.index(companion)
        wordings, report = wording.check_repository(companion, root)
        findings = in_order(without_echoes(findings + check(companion, index, root) + wordings))
    return Inspected(companion, index, findings, report)


def prepare(root: Path, timings: Timings, edition: Edition = PUBLIC) -> Inspected:
    """Loads, checks and generates build/docs; what is found are warnings. Refused on an error, with nothing written."""
    seen = inspect(root, timings)
    if any(finding.is_error for finding in seen.findings):
        raise Refused(seen.findings)
    with stage("generate", timings):
        _generate(root, seen, edition)
    return seen


def _address(root: Path, edition: Edition) -> str:
    from .render import public_address

    return "" if edition.is_private else public_address(root)


def _generate(root: Path, seen: Inspected, edition: Edition) -> None:
    address = _address(root, edition)
    made = pages(seen.companion, seen.index, edition.own, address)
    others = own_copy(seen.companion, root / "docs", pdfjs.installed()) | sheets(seen.companion, address)
    if seen.companion.has_classroom:
        others |= classroom_scripts.scripts(root / "docs") | {PACKET: packet.SOON}
    write(made, root / "docs", root / edition.docs, others, edition.is_private)


def build(root: Path, timings: Timings, edition: Edition = PUBLIC, *, record: bool = False) -> list[Finding]:
    """The whole site, checked and put in place as `root`/site; returns the warnings. Refused on an error.

    With `record`, what a copy of the essay tells is written to docs/essay/measured.json, not compared with it.
    Of a private edition nothing is left elsewhere than in its site: not the pages it was rendered from either; and what
    it shows of the essay is not measured, because it shows all.
    """
    from .pack.site import pack
    from .render import render

    _clear(root)
    if record:
        records.write(root, load(root)[0])
    seen = prepare(root, timings, edition)
    os.environ["SOURCE_DATE_EPOCH"] = source_date(root)
    fresh = Path(tempfile.mkdtemp(prefix="site-", dir=root / "build"))
    try:
        fresh.chmod(0o755)
        with stage("render", timings):
            faults = render(root, fresh, edition)
        if not faults:
            with stage("pack", timings):
                pack(fresh)
                if pdfjs.installed() and (fresh / CODE_FILE).is_file():
                    pdfjs.put(fresh)
                packet.put(fresh, root / "docs", _address(root, edition))
            if edition.is_private:
                mark(fresh)
            with stage("inspect", timings):
                faults = check_site(fresh)
            if not edition.is_private:
                faults += leaks(root, seen, fresh, timings, record=record)
        if faults:
            raise Refused(in_order(seen.findings + faults))
        put_in_place(fresh, root / edition.site, root / edition.last)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        if edition.is_private:
            shutil.rmtree(root / edition.docs, ignore_errors=True)
    return seen.findings


def leaks(root: Path, seen: Inspected, site: Path, timings: Timings, *, record: bool) -> list[Finding]:
    """Prints what `site` and the repository show of the essay; returns what is too much, or not as recorded."""
    with stage("leak", timings):
        faults, report = wording.check_site(seen.companion, root, site, seen.report)
    print(told(seen.companion, report), flush=True)
    if report and record:
        records.write(root, seen.companion, report.longest)
    elif report and not faults:
        faults = list(wording.stale(seen.companion, report))
    return faults


def put_in_place(fresh: Path, site: Path, last: Path) -> None:
    """Moves `fresh` to `site` by two renames; the site before it waits at `last` in between."""
    if site.exists():
        os.rename(site, last)
    os.rename(fresh, site)
    shutil.rmtree(last, ignore_errors=True)


def _clear(root: Path) -> None:
    """Removes what a killed build left, and brings the last site back if it was killed between the two renames."""
    for each in EVERY:
        last, site = root / each.last, root / each.site
        if last.exists() and not site.exists():
            os.rename(last, site)
    for name in ("site-*", "docs-private"):
        for folder in (root / "build").glob(name):
            shutil.rmtree(folder)


def source_date(root: Path) -> str:
    """Seconds since 1970 of the last commit, so that two builds of it are alike; of 1980 where there is no commit."""
    if known := os.environ.get("SOURCE_DATE_EPOCH"):
        return known
    try:
        found = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=root, capture_output=True, text=True, check=True
        )
        return found.stdout.strip() or "315532800"
    except (OSError, subprocess.CalledProcessError):
        return "315532800"


def regenerate(root: Path) -> None:
    """For `serve`: generates again; findings are printed and the last good pages stay."""
    try:
        show(prepare(root, {}).findings)
    except Refused as refused:
        show(refused.findings)


def show(findings: list[Finding]) -> None:
    """Prints findings to standard error: the one place that does."""
    for finding in findings:
        print(finding, file=sys.stderr, flush=True)
