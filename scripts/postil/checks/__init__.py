"""Checks of the content: each module looks for the rules of one letter and returns findings. Nothing prints here."""

from __future__ import annotations

from pathlib import Path

from .. import rules
from ..findings import Finding
from ..links import Index
from ..model import Companion
from . import addresses, cards, documents, events, links, notes, passages, sources, tasks, wording

UNREAD = (rules.YAML_MALFORMED, rules.JSON_MALFORMED)
ECHOES = (rules.ID_UNKNOWN, rules.SOURCE_UNKNOWN, rules.SOURCE_UNUSED, rules.ADDRESS_GONE, rules.ADDRESS_NEW)


def check(companion: Companion, index: Index, root: Path) -> list[Finding]:
    """Every finding about the content of `companion`, which was loaded from `root`."""
    return [
        *passages.check(companion),
        *cards.check(companion),
        *notes.check(companion),
        *links.check(companion, index),
        *sources.check(companion),
        *events.check(companion),
        *tasks.check(companion, index),
        *documents.check(companion, root),
        *addresses.check(companion, root),
        *wording.check(companion),
    ]


def without_echoes(findings: list[Finding]) -> list[Finding]:
    """When a data file could not be read, the ids in it are not unknown: only the file itself is reported."""
    unread = any(finding.rule in UNREAD for finding in findings)
    return [finding for finding in findings if not (unread and finding.rule in ECHOES)]
