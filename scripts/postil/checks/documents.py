"""D: pages are sound Markdown: headings in order, pictures described, links that lead somewhere, raw HTML included."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from .. import rules
from ..findings import Finding
from ..generate import page_paths
from ..generate.filled import FILLED, MARK
from ..links import proses
from ..model import Companion, Prose
from ..words import without_code

HEADING = re.compile(r"^(#{1,6})\s+\S", re.M)
IMAGE = re.compile(r"!\[([^\]]*)\][(\[]")
RAW_IMAGE = re.compile(r"<img\b[^>]*>", re.I)
RAW_ALT = re.compile(r"\balt\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>\"']+)", re.I)
TARGETS = (
    re.compile(r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\s*\)"),
    re.compile(r"\b(?:href|src)\s*=\s*[\"']?([^\"'\s>]+)", re.I),
)
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.I)


def check(companion: Companion, root: Path) -> Iterator[Finding]:
    pages = page_paths(companion)
    for owner, prose, _ in proses(companion):
        yield from _images(prose)
        yield from _targets(prose, owner.page, pages, root / "docs")
    for page in companion.pages:
        yield from _headings([page.body])
        yield from _filled(page.body)
    for lesson in companion.lessons:
        yield from _headings([piece for piece in lesson.body if isinstance(piece, Prose)])


def _headings(pieces: list[Prose]) -> Iterator[Finding]:
    level = 1
    for prose in pieces:
        for found in HEADING.finditer(without_code(prose.text)):
            if len(found[1]) > level + 1:
                yield Finding(
                    rules.HEADING_SKIPPED,
                    prose.place_of(found.start()),
                    f"expected at most {'#' * (level + 1)} after {'#' * level}, found {found[1]}",
                )
            level = len(found[1])


def _filled(prose: Prose) -> Iterator[Finding]:
    for found in MARK.finditer(prose.text):
        if found[1] not in FILLED:
            message = f"expected the name of a figure ({', '.join(FILLED)}), found {found[1]!r}"
            yield Finding(rules.FILLED_UNKNOWN, prose.place_of(found.start()), message)


def _images(prose: Prose) -> Iterator[Finding]:
    text = without_code(prose.text)
    for found in IMAGE.finditer(text):
        if not found[1].strip():
            yield Finding(rules.IMAGE_ALT, prose.place_of(found.start()), "expected words between ![ and ], found none")
    for found in RAW_IMAGE.finditer(text):
        if not RAW_ALT.search(found.group()):
            yield Finding(rules.IMAGE_ALT, prose.place_of(found.start()), 'expected alt="…" on this <img>, found none')


def _targets(prose: Prose, page: str, pages: set[str], docs: Path) -> Iterator[Finding]:
    text = without_code(prose.text)
    for pattern in TARGETS:
        for found in pattern.finditer(text):
            path = found[1].split("#")[0].split("?")[0]
            if not path or OUTSIDE.match(found[1]):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
            if target not in pages and re.sub(r"\.html$", ".md", target) not in pages and not (docs / target).is_file():
                yield Finding(
                    rules.LINK_NOWHERE, prose.place_of(found.start()), f"expected a page or a file, found {found[1]!r}"
                )
