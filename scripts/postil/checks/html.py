"""H: the built site holds no raw block marks, no id twice on a page, and no link to nowhere, in raw HTML too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from .. import rules
from ..findings import Finding, Place

RAW = re.compile(r"^\s*///", re.M)
OWN_MEANING = (":~:", "__", "1.")  # no ids: a place in the text, a switch of the theme, the code of an assignment


@dataclass(frozen=True)
class _Page:
    """What is asked of a page. Its tree is not kept: a thousand of them take a gigabyte."""

    ids: Counter[str | None]
    hrefs: list[str]
    raw: bool


def check_site(site: Path) -> list[Finding]:
    """Every finding about the HTML below `site`. 404.html is left out: its links start at the server's root."""
    paths = [path for path in sorted(site.rglob("*.html")) if path.name != "404.html"]
    pages = {path.relative_to(site).as_posix(): _read(path) for path in paths}
    return [finding for name in pages for finding in (*_links(site, name, pages), *_own(name, pages[name]))]


def _read(path: Path) -> _Page:
    tree = LexborHTMLParser(path.read_bytes())
    ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
    found = (node.attributes for node in tree.css("[href], [src]"))
    hrefs = [attributes.get("href") or attributes.get("src") or "" for attributes in found]
    for node in tree.css("script, style, pre, code"):
        node.decompose()
    return _Page(ids, hrefs, bool(tree.body and RAW.search(tree.body.text())))


def _own(name: str, page: _Page) -> Iterator[Finding]:
    place = Place(f"site/{name}")
    for id, number in page.ids.items():
        if number > 1:
            yield Finding(rules.DOUBLE_ID, place, f"expected the id {id!r} once, found it {number} times")
    if page.raw:
        yield Finding(rules.RAW_BLOCK, place, "expected blocks to be rendered, found /// in the text")


def _links(site: Path, name: str, pages: dict[str, _Page]) -> Iterator[Finding]:
    place = Place(f"site/{name}")
    for href in pages[name].hrefs:
        parts = urlsplit(href)
        if not href or parts.scheme or parts.netloc:
            continue
        target = normpath(join(dirname(name), unquote(parts.path))) if parts.path else name
        fragment = unquote(parts.fragment)
        if target not in pages:
            if not (site / target).is_file():
                yield Finding(rules.DEAD_HREF, place, f"expected a file, found a link to {href!r}")
        elif fragment and not fragment.startswith(OWN_MEANING) and fragment not in pages[target].ids:
            yield Finding(rules.DEAD_HREF, place, f"expected the id {fragment!r} on {target}, found none")
