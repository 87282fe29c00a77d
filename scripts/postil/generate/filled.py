"""Figures in pages that people write: a comment on a line of its own says which, and the build puts a table there."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..model import Companion
from . import leak

MARK = re.compile(r"<!-- *filled in by the build:? *(.*?) *-->", re.I)
FILLED: dict[str, Callable[[Companion], str]] = {"leak-report": leak.table}


def filled(text: str, companion: Companion) -> str:
    """`text` with the figures in place; a mark of an unknown one stays (checks.documents reports it)."""
    return MARK.sub(lambda found: FILLED[found[1]](companion) if found[1] in FILLED else found[0], text)
