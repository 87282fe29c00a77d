"""The build of this companion, stage by stage, beside a bare `mkdocs build` of the same pages."""

from __future__ import annotations

from pathlib import Path

from .builders import OWN, STAGES, Build, bare, middle, middle_run, postil
from .process import Run
from .section import Section, rounded

HOW = (
    "Seconds, and MiB of memory at the peak. Each build starts from nothing in a fresh process; {times}. `mkdocs "
    "build` renders the pages that postil generated, with the same `mkdocs.yml`, without postil's hook. {wording}"
)
WORDING = {
    True: "The stages check and leak compare every file with a copy of the essay, which was at hand.",
    False: "No copy of the essay was at hand, so the stages check and leak did not look for its wording.",
}


def measure(root: Path, essay: str, times: int) -> Section:
    """Builds `root`, a copy, `times` times; afterwards its site/ and build/docs are there."""
    counted = f"the median of {times} after one that is not counted, postil and MkDocs in turn" if times > 1 else "once"
    section = Section("A full build", "build", HOW.format(times=counted, wording=WORDING[bool(essay)]))
    pairs = [(postil(root, essay), bare(root)) for _ in range(times + (times > 1))][-times:]
    _fill(section, middle([build for build, _ in pairs]), middle_run([run for _, run in pairs]))
    return section


def _fill(section: Section, build: Build, run: Run) -> None:
    whole = build.run
    share = {name: seconds * 100 / run.seconds for name, seconds in build.stages.items()}
    section.table(
        ("Stage", "Seconds", "Percent of `mkdocs build`", "Peak memory"),
        *((name, build.stages[name], f"{share[name]:.0f} %", "") for name in STAGES),
        ("start of Python, imports, rest", build.around, f"{build.around * 100 / run.seconds:.0f} %", ""),
        ("**postil, in all**", whole.seconds, f"{whole.seconds * 100 / run.seconds:.0f} %", rounded(whole.peak)),
        ("**`mkdocs build`**", run.seconds, "100 %", rounded(run.peak)),
    )
    own = sum(share[name] for name in OWN)
    section.note("The goal counts postil's own stages only. The imports of MkDocs are part of the stage render.")
    section.goal("postil's own stages (load, check, generate, inspect, leak) beside `mkdocs build`", own, 25, " %")
