"""S: every source is used, complete, and says how it was checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .. import rules
from ..dates import parse
from ..findings import Finding
from ..links import proses, references
from ..model import Companion, Source

KINDS = ("primary", "scholarship", "reporting", "commentary", "state-media")
TEXTS = ("type", "title", "container-title", "publisher", "volume", "issue", "page", "number", "DOI", "URL", "language")
CHECKS = ("read", "excerpt-seen", "not-read-here")


def check(companion: Companion) -> Iterator[Finding]:
    used = {
        id
        for _, prose, cited in proses(companion)
        for id in (*cited, *(reference.id for reference in references(prose)))
    }
    for source in companion.sources:
        if source.id not in used:
            yield Finding(
                rules.SOURCE_UNUSED, source.place, f"expected the source {source.id!r} to be cited, found it nowhere"
            )
        yield from _fields(source)
        yield from _shapes(source)


def _fields(source: Source) -> Iterator[Finding]:
    csl, custom = source.csl, source.custom
    present = {key: csl.get(key) for key in ("type", "title", "issued", "language")}
    present["author, publisher or container-title"] = (
        csl.get("author") or csl.get("publisher") or csl.get("container-title")
    )
    present |= {f"custom.{key}": custom.get(key) for key in ("kind", "supports", "how", "checked")}
    for key, value in present.items():
        if not value:
            yield Finding(rules.SOURCE_LACKS, source.place, f"expected {key} in {source.id!r}, found none")
    for key, known in (("kind", KINDS), ("how", CHECKS)):
        if custom.get(key) and custom[key] not in known:
            yield Finding(
                rules.SOURCE_VALUE,
                source.place,
                f"expected custom.{key} of {source.id!r} to be one of {', '.join(known)}; found {custom[key]!r}",
            )
    if not _dated(csl.get("issued")):
        yield Finding(
            rules.SOURCE_LACKS,
            source.place,
            f'expected issued of {source.id!r} as {{"date-parts": [[2022, 3, 29]]}} or {{"literal": "n.d."}}',
        )
    try:
        parse(str(custom.get("checked", "2000")))
    except ValueError as error:
        yield Finding(
            rules.DATE_MALFORMED, source.place, f"expected a date in custom.checked of {source.id!r}: {error}"
        )


def _shapes(source: Source) -> Iterator[Finding]:
    """Values that no page could print: a list where text is due, authors that are not names."""
    plain = {key: source.csl.get(key, "") for key in TEXTS}
    plain |= {f"custom.{key}": value for key, value in source.custom.items()}
    for key, value in plain.items():
        if value is not None and not isinstance(value, str if key.startswith("custom.") else (str, int)):
            yield Finding(rules.SOURCE_LACKS, source.place, f"expected text in {key} of {source.id!r}, found {value!r}")
    authors = source.csl.get("author") or []
    if not isinstance(authors, list) or not all(map(_named, authors)):
        message = (
            f'expected author of {source.id!r} as [{{"family": "Hart", "given": "Miriam"}}] or [{{"literal": "NATO"}}]'
        )
        yield Finding(rules.SOURCE_LACKS, source.place, message)


def _named(name: object) -> bool:
    return isinstance(name, dict) and any(name.values()) and all(isinstance(value, str) for value in name.values())


def _dated(issued: object) -> bool:
    if not issued:
        return True  # already reported as missing
    if not isinstance(issued, dict):
        return False
    try:
        year, month, day = (*issued["date-parts"][0], 1, 1)[:3]
        return bool(date(year, month, day))
    except (KeyError, IndexError, TypeError, ValueError):
        return isinstance(issued.get("literal"), str) and bool(issued["literal"])
