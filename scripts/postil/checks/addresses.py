"""A: an address once published goes on resolving. docs/addresses.txt is append-only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .. import rules
from ..findings import Finding, Place
from ..generate import page_paths
from ..links import targets
from ..model import Companion

FILE = "docs/addresses.txt"


def addresses(companion: Companion) -> list[str]:
    """Every page#id that the site has, in the order of the site, then every page; without doubles."""
    ids = [target.address for target in targets(companion)]
    pages = [re.sub(r"\.md$", ".html", path) for path in sorted(page_paths(companion))]
    return list(dict.fromkeys(ids + pages))


def recorded(root: Path) -> list[str]:
    """The lines of docs/addresses.txt; none when there is no such file yet."""
    path = root / FILE
    return path.read_text(encoding="utf-8-sig", errors="replace").splitlines() if path.is_file() else []


def check(companion: Companion, root: Path) -> Iterator[Finding]:
    present = addresses(companion)
    promised = recorded(root)
    known, kept = set(present), set(promised)
    for line, address in enumerate(promised, 1):
        if address.strip() and address not in known:
            yield Finding(rules.ADDRESS_GONE, Place(FILE, line), f"expected {address} to resolve, found nothing there")
    missing = [address for address in present if address not in kept]
    if missing:
        yield Finding(
            rules.ADDRESS_NEW,
            Place(FILE, max(1, len(promised))),
            f"expected every address to be recorded, found {len(missing)} new, such as {missing[0]}",
        )
