"""The builders that are compared, each from nothing and in a fresh process."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from .process import NotMeasured, Run, run

STAGES = ("load", "check", "generate", "render", "inspect", "leak")
OWN = ("load", "check", "generate", "inspect", "leak")


@dataclass(frozen=True)
class Build:
    """A run of postil, and the seconds of each stage in it."""

    stages: dict[str, float]
    run: Run

    @property
    def own(self) -> float:
        """The seconds of postil's own stages."""
        return sum(self.stages[name] for name in OWN)

    @property
    def around(self) -> float:
        """What is in no stage: the start of Python, imports, putting the site in place."""
        return self.run.seconds - sum(self.stages.values())


def postil(root: Path, essay: str = "") -> Build:
    """The whole pipeline; with the path of an `essay`, its wording is looked for too."""
    _remove(root, "build", "site")
    done = run(root, sys.executable, "-m", "postil.bench.once", str(root), POSTIL_ESSAY=essay)
    return Build(json.loads(done.output.splitlines()[-1]), done)


def bare(root: Path) -> Run:
    """`mkdocs build` of the pages that postil left in build/docs, with the same mkdocs.yml, without postil's hook."""
    (root / "bare.yml").write_text("INHERIT: mkdocs.yml\nhooks: []\n", encoding="utf-8")
    _remove(root, "site-bare")
    return run(root, sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", "bare.yml", "-d", "site-bare")


def zensical(root: Path) -> Run:
    """`zensical build` of the same pages with the same mkdocs.yml; NotMeasured when it left pages out.

    One line is added: the bibliography is kept from its search, which refuses sections of more than 32,768 words.
    """
    if not find_spec("zensical"):
        raise NotMeasured("Zensical is not installed")
    _remove(root, "site", ".cache")
    page = root / "build" / "docs" / "sources" / "index.md"
    page.write_text("---\nsearch: {exclude: true}\n" + page.read_text(encoding="utf-8")[4:], encoding="utf-8")
    done = run(root, sys.executable, "-m", "zensical", "build", "-f", "mkdocs.yml")
    due, made = (len(list((root / folder).rglob(end))) for folder, end in (("build/docs", "*.md"), ("site", "*.html")))
    if made < due:
        raise NotMeasured(f"Zensical wrote {made} of {due} pages")
    return done


def _remove(root: Path, *names: str) -> None:
    for name in names:
        shutil.rmtree(root / name, ignore_errors=True)


def middle(builds: list[Build]) -> Build:
    """The median of each stage, and the run in the middle by time."""
    stages = {name: median(build.stages[name] for build in builds) for name in STAGES}
    return Build(stages, middle_run([build.run for build in builds]))


def middle_run(runs: list[Run]) -> Run:
    """The run in the middle by time."""
    return sorted(runs, key=lambda run: run.seconds)[(len(runs) - 1) // 2]


def attempt(builder: Callable[[Path], Run], root: Path) -> Run | NotMeasured:
    """The run, or why there is none."""
    try:
        return builder(root)
    except NotMeasured as reason:
        return reason
