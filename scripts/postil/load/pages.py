"""All other pages, kept as they were written."""

from __future__ import annotations

from ..model import Page
from .markup import front_matter
from .reader import Reader

TAKEN = ("essay/", "lessons/", "classroom/assignments/")


def load_pages(reader: Reader) -> tuple[Page, ...]:
    """Every Markdown page of no other kind. Glossary and people keep their introduction here."""
    pages = []
    for path in reader.files("**/*.md"):
        text = None if path.startswith(TAKEN) else reader.text(path)
        if text is not None:
            _, raw, prose = front_matter(reader, path, text)
            pages.append(Page(path, raw, prose))
    return tuple(pages)
