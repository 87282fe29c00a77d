"""The glossary and the who's who: a heading per entry, `Key: text` lines, and a paragraph or two."""

from __future__ import annotations

from .. import rules
from ..model import Entry
from .markup import Option, Section, front_matter, head, joined, listed, need, sections
from .reader import Reader


def load_terms(reader: Reader) -> tuple[Entry, ...]:
    return _entries(reader, "glossary.md", "term", ("also", "sources", "checked"), ("sources", "checked"))


def load_people(reader: Reader) -> tuple[Entry, ...]:
    return _entries(
        reader, "people.md", "person", ("role", "also", "sources", "checked"), ("role", "sources", "checked")
    )


def _entries(
    reader: Reader, path: str, kind: str, known: tuple[str, ...], needed: tuple[str, ...]
) -> tuple[Entry, ...]:
    text = reader.text(path)
    if text is None:
        return ()
    found = sections(reader, front_matter(reader, path, text)[2])
    for section in found:
        if section.level > 2:
            mark = "#" * section.level
            reader.report(rules.HEADING_SKIPPED, section.place, f"expected ## for each entry, found {mark}")
        for block in section.blocks:
            reader.report(rules.KIND_UNKNOWN, block.place, f"expected no block in {path}, found /// {block.type}")
    return tuple(_entry(reader, section, kind, known, needed) for section in found if section.level == 2)


def _entry(reader: Reader, section: Section, kind: str, known: tuple[str, ...], needed: tuple[str, ...]) -> Entry:
    options, rest = head(reader, section, known)
    need(reader, options, needed, section.place)
    if not section.id:
        reader.report(rules.OPTION_MISSING, section.place, f"expected an id, as in: ## {section.title} {{ #words }}")
    if not rest:
        reader.report(rules.NOTE_EMPTY, section.place, f"expected the text of {section.title!r}, found none")

    def option(key: str) -> Option:
        return options.get(key, Option("", section.place))

    return Entry(
        id=section.id,
        kind=kind,
        title=section.title,
        role=option("role").value,
        also=option("also").value,
        sources=listed(option("sources").value),
        checked=reader.date(option("checked").value, option("checked").place),
        body=joined(rest, section.place),
        place=section.place,
    )
