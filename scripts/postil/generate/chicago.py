"""A bibliography entry in Chicago author-date form (17th edition, chapter 15) from a CSL-JSON record, as Markdown.

Own code for the one style this project prints; dates stand day first, as everywhere in the companion.
"""

from __future__ import annotations

from typing import Any

from ..dates import MONTHS
from ..links import year
from ..model import Source

ENDS = (".", "?", "!", ".”", "?”", "!”", "?*", "!*")
ITALIC = {"book", "report", "dataset", "thesis"}


def entry(source: Source) -> str:
    """The whole entry: Author. Year. Title. Where. Address."""
    return _stopped([*_opening(source), _where(source.csl), _address(source.csl)])


def brief(source: Source) -> str:
    """Its beginning: Author. Year. Title."""
    return _stopped(_opening(source))


def _opening(source: Source) -> list[str]:
    return [_authors(source.csl), year(source), _title(source.csl)]


def _stopped(pieces: list[str]) -> str:
    return " ".join(piece if piece.endswith(ENDS) else f"{piece}." for piece in pieces if piece)


def _authors(csl: dict[str, Any]) -> str:
    """First name inverted: Charap, Samuel, and Sergey Radchenko. Without an author, the newspaper or publisher."""
    names = [_name(name, inverted=not place) for place, name in enumerate(csl.get("author", []))]
    if not names:
        return str(csl.get("container-title") or csl.get("publisher", ""))
    if len(names) > 10:
        return ", ".join(names[:7]) + ", et al"
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f", and {names[-1]}"


def _name(name: dict[str, str], inverted: bool) -> str:
    if name.get("literal"):
        return name["literal"]
    family, given = name.get("family", ""), name.get("given", "")
    return ", ".join(filter(None, (family, given))) if inverted else " ".join(filter(None, (given, family)))


def _title(csl: dict[str, Any]) -> str:
    title = str(csl.get("title", "")).rstrip(".")
    if csl.get("type") in ITALIC:
        return f"*{title}*"
    return f"“{title}”" if title.endswith(("?", "!")) else f"“{title}.”"


def _where(csl: dict[str, Any]) -> str:
    """Journal 94 (3): 12–20; newspaper, 29 March; publisher; number of a document."""
    journal = str(csl.get("container-title", "")) if csl.get("author") else ""  # else it stands as the author
    volume, issue, pages = (str(csl.get(key, "")) for key in ("volume", "issue", "page"))
    first = f"{'In ' if csl.get('type') == 'chapter' else ''}*{journal}*" if journal else ""
    first += f" {volume}" if journal and volume else ""
    first += f" ({issue})" if journal and issue else ""
    first += (f": {pages}" if volume or issue else f", {pages}") if journal and pages else ""
    publisher = csl.get("publisher", "") if csl.get("author") and not volume else ""
    names = [name.get("literal") for name in csl.get("author", [])]
    pieces = [
        first,
        str(csl.get("number", "")),
        publisher if publisher not in (journal, *names) else "",
        "" if volume else _day(csl),
    ]
    return ", ".join(piece for piece in pieces if piece)


def _day(csl: dict[str, Any]) -> str:
    """Day and month; the year stands behind the author."""
    parts = ((csl.get("issued") or {}).get("date-parts") or [[]])[0]
    month = MONTHS[parts[1] - 1] if len(parts) > 1 else ""
    return f"{parts[2]} {month}" if len(parts) > 2 else month


def _address(csl: dict[str, Any]) -> str:
    if csl.get("DOI"):
        return f"<https://doi.org/{csl['DOI']}>"
    return f"<{csl['URL']}>" if csl.get("URL") else ""
