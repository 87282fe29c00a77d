"""What marks a private edition, on every page of it and whatever the theme: search engines are told to leave it out,
and its readers, by title and banner, not to publish it."""

from __future__ import annotations

import re
from pathlib import Path

BANNER = (
    '<aside class="private" aria-label="Private copy"><strong>Private copy: do not publish.</strong> This edition '
    "holds the text of the essay. Where a page says that it does not, it speaks of the public one.</aside>"
)
MARKS = (
    (re.compile(r"<head\b[^>]*>"), r'\g<0><meta name="robots" content="noindex">'),
    (re.compile(r"<title>"), r"\g<0>Private copy: "),
    (re.compile(r"<body\b[^>]*>"), rf"\g<0>{BANNER}"),
)
STYLES = ("assets/css/own-copy.css", "assets/css/private.css")
MAPS = ("sitemap.xml", "sitemap.xml.gz")  # an invitation to search engines


def mark(site: Path) -> None:
    """Marks every page below `site`. OSError for a page that cannot be marked."""
    for path in site.rglob("*.html"):
        html = path.read_bytes().decode("utf-8")
        try:
            path.write_bytes(marked(html).encode("utf-8"))
        except ValueError as problem:
            raise OSError(f"{path.relative_to(site).as_posix()} cannot be marked as private: {problem}") from problem
    for name in MAPS:
        (site / name).unlink(missing_ok=True)


def marked(html: str) -> str:
    """The page with its marks. ValueError when it has no place for one."""
    for place, words in MARKS:
        html, times = place.subn(words, html, count=1)
        if not times:
            raise ValueError(f"expected {place.pattern}, found none")
    return html
