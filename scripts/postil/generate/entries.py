"""Glossary and who's who: an entry each, with its sources and where it is mentioned."""

from __future__ import annotations

from ..links import Linker, introduction
from ..model import Companion, Entry
from .page import grounds, joined, paragraphs


def page(companion: Companion, group: tuple[Entry, ...], linker: Linker) -> str:
    page = next(page for page in companion.pages if page.path == linker.page)
    head = linker.resolve(introduction(page)).strip()
    return paragraphs(f"---\n{page.meta}---" if page.meta else "", head, *(_entry(entry, linker) for entry in group))


def _entry(entry: Entry, linker: Linker) -> str:
    return joined(
        '<section class="entry" markdown="1">',
        f"## {entry.title} {{ #{entry.id} }}",
        told(entry, linker),
        linker.mentioned(entry.id),
        "</section>",
    )


def told(entry: Entry, linker: Linker) -> str:
    """What an entry says, without its heading and where it is mentioned."""
    return joined(
        f"{entry.role}\n{{: .role }}" if entry.role else "",
        linker.resolve(entry.body),
        f"Also: {entry.also}\n{{: .also }}" if entry.also else "",
        grounds(entry.sources, entry.checked, linker),
    )
