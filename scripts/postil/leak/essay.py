"""The copy of the essay that the project is measured beside, where there is one: it lies outside the repository."""

from __future__ import annotations

import os
from pathlib import Path

from ..copy.readers import Unreadable, read_copy
from ..model import Essay
from .runs import Wanted

NONE_HERE = "no copy of the essay here (POSTIL_ESSAY names one)"


def copy_at_hand(root: Path) -> Path | None:
    """The essay: POSTIL_ESSAY, else the one text in ../shared/article; None when there is neither."""
    if named := os.environ.get("POSTIL_ESSAY"):
        return Path(named)
    found = sorted((root.parent / "shared" / "article").glob("*.txt"))
    return found[0] if len(found) == 1 else None


def wanted(root: Path, essay: Essay) -> Wanted | None:
    """The words of the copy at hand, ready to be looked for; None without one. OSError when it cannot be read."""
    path = copy_at_hand(root)
    if path is None:
        return None
    try:
        text = read_copy(str(path))[0]
    except Unreadable as problem:
        raise OSError(f"the copy of the essay cannot be read: {problem}") from problem
    return Wanted(text, (essay.title, essay.subtitle), essay.limits.run)
