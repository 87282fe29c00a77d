"""What the build puts into pages that people write: a comment on a line of its own says which figures or list."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..links import Linker
from ..model import Companion
from . import classroom, leak

MARK = re.compile(r"<!-- *filled in by the build:? *(.*?) *-->", re.I)
FILLED: dict[str, Callable[[Companion, Linker], str]] = {
    "leak-report": lambda companion, linker: leak.table(companion),
    "assignments": classroom.ready_list,
}


def filled(text: str, companion: Companion, linker: Linker) -> str:
    """`text` with what is asked for in place; an unknown mark stays (checks.documents reports it)."""
    return MARK.sub(lambda found: FILLED[found[1]](companion, linker) if found[1] in FILLED else found[0], text)
