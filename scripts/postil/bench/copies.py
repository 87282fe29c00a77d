"""A copy of the companion to measure in, so that its own site/ and build/ stay as they are."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..leak.essay import copy_at_hand

READ = ("mkdocs.yml", "pyproject.toml", "docs", "overrides", "scripts")


def copy(root: Path, target: Path) -> Path:
    """Copies what a build reads from `root` to the new folder `target`."""
    target.mkdir()
    for name in READ:
        if (root / name).is_dir():
            shutil.copytree(root / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif (root / name).is_file():
            shutil.copy(root / name, target / name)
    return target


def essay_of(root: Path) -> str:
    """Where a copy of the essay is, or nothing."""
    found = copy_at_hand(root)
    return str(found.resolve()) if found and found.is_file() else ""
