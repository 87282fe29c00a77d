"""H: the built site holds no raw block marks, no id twice on a page, and no link to nowhere, in raw HTML too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from .. import rules
from ..findings import Finding, Place

RAW = re.compile(r"^\s*///", re.M)


def check_site(site: Path) -> list[Finding]:
    """Every finding about the HTML below `site`. 404.html is left out: its links start at the server's root."""
    pages = {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_bytes())
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html"
    }
    ids = {page: Counter(node.attributes["id"] for node in tree.css("[id]")) for page, tree in pages.items()}
    return [
        finding
        for page, tree in pages.items()
        for finding in (*_links(site, page, tree, ids), *_own(page, tree, ids[page]))  # the second strips the tree
    ]


def _own(page: str, tree: LexborHTMLParser, ids: Counter[str | None]) -> Iterator[Finding]:
    place = Place(f"site/{page}")
    for id, number in ids.items():
        if number > 1:
            yield Finding(rules.DOUBLE_ID, place, f"expected the id {id!r} once, found it {number} times")
    for node in tree.css("script, style, pre, code"):
        node.decompose()
    if tree.body and RAW.search(tree.body.text()):
        yield Finding(rules.RAW_BLOCK, place, "expected blocks to be rendered, found /// in the text")


def _links(site: Path, page: str, tree: LexborHTMLParser, ids: dict[str, Counter[str | None]]) -> Iterator[Finding]:
    for node in tree.css("[href], [src]"):
        href = node.attributes.get("href") or node.attributes.get("src") or ""
        parts = urlsplit(href)
        if not href or parts.scheme or parts.netloc:
            continue
        target = normpath(join(dirname(page), unquote(parts.path))) if parts.path else page
        fragment = unquote(parts.fragment)
        if target not in ids and not (site / target).is_file():
            yield Finding(rules.DEAD_HREF, Place(f"site/{page}"), f"expected a file, found a link to {href!r}")
        elif target in ids and fragment and not fragment.startswith((":~:", "__")) and fragment not in ids[target]:
            yield Finding(
                rules.DEAD_HREF, Place(f"site/{page}"), f"expected the id {fragment!r} on {target}, found none"
            )
