"""S: every source is used, complete, and says how it was checked."""

from __future__ import annotations

from collections.abc import Iterator

from .. import rules
from ..dates import parse
from ..findings import Finding
from ..links import proses, references
from ..model import Companion, Source

KINDS = ("primary", "scholarship", "reporting", "commentary", "state-media")
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


def _dated(issued: object) -> bool:
    if not issued:
        return True  # already reported as missing
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    return bool(isinstance(issued, dict) and issued.get("literal")) or bool(
        isinstance(parts, list)
        and parts
        and isinstance(parts[0], list)
        and parts[0]
        and all(isinstance(part, int) for part in parts[0])
    )
