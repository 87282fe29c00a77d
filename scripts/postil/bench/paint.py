"""How good and how fast three pages are to Lighthouse, behind nginx, beside others' builds of the same pages."""

from __future__ import annotations

import shutil
from pathlib import Path

from . import lighthouse, nginx, peers
from .lighthouse import Report, middle
from .process import NotMeasured, progress
from .section import Section

HOW = (
    "Lighthouse {version} with its mobile preset, which simulates a slow phone and network, in Chromium; the median of "
    "{times}. The pages, a part, a lesson and the timeline, come from nginx on this machine, compressed with brotli at "
    "quality 11, over HTTP/1.1. KiB and requests are those of opening a page, headers included, before any search. The "
    "others build the same Markdown as they come, with system fonts."
)
HEAD = ("Page", "Builder", "Performance", "Accessibility", "Best practices", "SEO", "KiB", "Requests")
TIMES = ("First paint, s", "Largest paint, s", "Layout shift", "Blocking, ms")
PAGES = ("essay/2-*.html", "lessons/[!i]*.html", "timeline/index.html")
PEERS = {"Material": peers.material, "Zensical": peers.zensical, "Sphinx with furo": peers.furo}

Reports = dict[tuple[str, str], Report | NotMeasured]


def measure(root: Path, folder: Path, quick: bool) -> Section:
    """`root` is a built companion, `folder` a new one to work in; `quick` opens a part of ours, once."""
    times, pages, count = (1, PAGES[:1], 0) if quick else (3, PAGES, len(PEERS))
    section = Section("Lighthouse", "lighthouse", HOW.format(version=lighthouse.version(), times=times))
    try:
        folder.mkdir()
        fill(section, _reports(_sites(root, folder, list(PEERS)[:count]), pages, folder, times))
    except NotMeasured as reason:
        section.note(f"Lighthouse: {reason}.")
        fill(section, {})
    return section


def fill(section: Section, reports: Reports) -> None:
    """`reports` by builder and page; the goals are those of the pages by postil."""
    section.table((*HEAD, *TIMES), *(_row(page, builder, report) for (builder, page), report in reports.items()))
    ours = [each for (name, _), each in reports.items() if name == "postil" and isinstance(each, Report)]
    worst = {
        ("points short of 100, in all four on all three", 0, ""): [400 - sum(each.points) for each in ours],
        ("the heaviest of the three before the first search", 76, " KiB"): [each.weight for each in ours],
        ("the latest largest paint of the three", 1.0, " s"): [each.largest for each in ours],
    }
    for (words, limit, unit), values in worst.items():
        section.goal(words, max(values, default=None), limit, unit)
    if ours:
        speed = min(each.speed for each in ours)
        section.note(f"Lighthouse's own measure of this machine while it did so: {speed:.0f} at the slowest.")


def _row(page: str, builder: str, report: Report | NotMeasured) -> tuple[object, ...]:
    if isinstance(report, NotMeasured):
        return (page, builder, report, *[""] * (len(HEAD + TIMES) - 3))
    late = (report.first, report.largest, report.shift, f"{report.blocking:.0f}")
    return page, builder, *(f"{each:.0f}" for each in (*report.points, report.weight, report.requests)), *late


def _sites(root: Path, folder: Path, names: list[str]) -> dict[str, Path | NotMeasured]:
    """What each builder makes of the pages, ours first. Ours is a copy, since others may write beside it."""
    found: dict[str, Path | NotMeasured] = {"postil": shutil.copytree(root / "site", folder / "postil")}
    for name in names:
        progress(f"the same pages by {name}")
        try:
            found[name] = PEERS[name](root)
        except NotMeasured as reason:
            found[name] = reason
    return found


def _reports(sites: dict[str, Path | NotMeasured], patterns: tuple[str, ...], folder: Path, times: int) -> Reports:
    ask = lighthouse.ready(folder)
    built = {name: site for name, site in sites.items() if isinstance(site, Path)}
    reports: Reports = {}
    pages = _pages(built["postil"], patterns)
    with nginx.serving(list(built.values()), pages, folder) as addresses:
        for page in pages:
            for name, site in sites.items():
                progress(f"Lighthouse: {page} by {name}")
                reports[name, page] = (
                    middle(ask(f"{addresses[site]}/{page}") for _ in range(times)) if isinstance(site, Path) else site
                )
    return reports


def _pages(site: Path, patterns: tuple[str, ...]) -> list[str]:
    """The first page of each pattern, as a path below the site."""
    found = (min(site.glob(pattern), default=None) for pattern in patterns)
    return [path.relative_to(site).as_posix() for path in found if path]
