"""How time grows with the companion: 10, 100 and 1,000 parts, beside MkDocs alone and Zensical."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .builders import STAGES, Build, attempt, bare, middle, postil, zensical
from .generated import write
from .process import NotMeasured, Run, progress, run
from .section import Section, rounded

HOW = (
    "Made-up companions, the same in every run: four passages a part, three notes a passage; terms, people, events, "
    "sources and lessons in proportion; the looks and `mkdocs.yml` of this one, its navigation in groups. "
    "{times} Zensical and `mkdocs build` render the pages that postil generated, and do nothing of what its other "
    "stages do, once each. Zensical takes of overrides, plugins and hooks what it can, and leaves the bibliography out "
    "of its search: it refuses sections of more than 32,768 words. Memory in MiB, at the peak."
)


@dataclass(frozen=True)
class Result:
    parts: int
    pages: int
    build: Build
    bare: Run | NotMeasured
    zensical: Run | NotMeasured


def measure(source: Path, folder: Path, times: dict[int, int]) -> Section:
    """Builds a companion of each number of parts in `times`, that many times each."""
    results = [_result(source, folder / f"parts-{parts}", parts, count) for parts, count in times.items()]
    counts = ", ".join(f"{count} for {parts:,} parts" for parts, count in times.items())
    runs = f"Fresh processes, the median of postil's: {counts}."
    section = Section("Larger companions", "scale", HOW.format(times=runs))
    _totals(section, results)
    _per_part(section, results)
    _goals(section, {result.parts: result for result in results})
    return section


def _result(source: Path, root: Path, parts: int, times: int) -> Result:
    progress(f"{parts:,} parts, {times} times")
    write(source, root, parts)
    run(root, sys.executable, "-m", "postil", "addresses")
    build = middle([postil(root) for _ in range(times)])
    pages = len(list((root / "build" / "docs").rglob("*.md")))
    plain = attempt(bare, root) if parts < 1000 else NotMeasured("the stage render of postil is the same work")
    return Result(parts, pages, build, plain, attempt(zensical, root))


def _totals(section: Section, results: list[Result]) -> None:
    section.table(
        ("Parts", "Pages", "Builder", "Seconds", "Processor seconds", "Memory"),
        *(row for result in results for row in _rows(result)),
    )


def _rows(result: Result) -> Iterator[tuple[object, ...]]:
    runs = {"postil": result.build.run, "`mkdocs build`": result.bare, "Zensical": result.zensical}
    for name, each in runs.items():
        size = (f"{result.parts:,}", f"{result.pages:,}") if name == "postil" else ("", "")
        missing = isinstance(each, NotMeasured)
        yield *size, name, *((each, "", "") if missing else (each.seconds, each.processor, rounded(each.peak)))


def _per_part(section: Section, results: list[Result]) -> None:
    section.note("Milliseconds for each part, by stage:")
    section.table(
        ("Parts", *STAGES, "rest", "in all"),
        *(
            (f"{each.parts:,}", *(f"{seconds * 1000 / each.parts:.1f}" for seconds in _seconds(each.build)))
            for each in results
        ),
    )


def _seconds(build: Build) -> list[float]:
    return [*(build.stages[name] for name in STAGES), build.around, build.run.seconds]


def _goals(section: Section, by_parts: dict[int, Result]) -> None:
    if not {100, 1000} <= by_parts.keys():
        section.note("Goals are measured with 100 and 1,000 parts, which this run left out.")
        return
    small, large = by_parts[100], by_parts[1000]
    growth = (large.build.run.seconds / 1000) / (small.build.run.seconds / 100)
    section.goal("time for a part at 1,000 beside that at 100", growth, 1.2, " times")
    other = None if isinstance(large.zensical, NotMeasured) else large.build.run.seconds / large.zensical.seconds
    section.goal("postil beside Zensical on the same 1,000 parts", other, 1, " times")
