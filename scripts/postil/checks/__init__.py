"""Checks of the content: each module looks for the rules of one letter and returns findings. Nothing prints here."""

from __future__ import annotations

from pathlib import Path

from ..findings import Finding
from ..links import Index
from ..model import Companion
from . import addresses, cards, documents, events, links, notes, passages, sources, wording


def check(companion: Companion, index: Index, root: Path) -> list[Finding]:
    """Every finding about the content of `companion`, which was loaded from `root`."""
    return [
        *passages.check(companion),
        *cards.check(companion),
        *notes.check(companion),
        *links.check(companion, index),
        *sources.check(companion),
        *events.check(companion),
        *documents.check(companion, root),
        *addresses.check(companion, root),
        *wording.check(companion, root),
    ]
