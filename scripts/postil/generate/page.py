"""What all generated pages share: front matter, opening, sources line, and pages kept as written."""

from __future__ import annotations

import json

from ..dates import Span
from ..links import Linker
from ..model import Page


def opening(title: str, description: str = "", over: str = "", meta: str = "") -> str:
    """Front matter, the small line over the title, the title and the line under it."""
    front = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n"
    if description:
        front += f"description: {json.dumps(description, ensure_ascii=False)}\n"
    return joined(
        front + meta + "---",
        f"{over}\n{{: .over }}" if over else "",
        f"# {title}",
        f"{description}\n{{: .lede }}" if description else "",
    )


def cover(page: str) -> str:
    """`page`, an opening as above, with all after the front matter on the cloth of a cover."""
    front, title = page.split("\n---\n", 1)
    return joined(f"{front}\n---", '<header class="cover" markdown="1">', title.strip(), "</header>")


def joined(*blocks: str) -> str:
    """Blocks with an empty line between them, empty ones left out."""
    return "\n\n".join(block for block in blocks if block)


def paragraphs(*blocks: str) -> str:
    """Blocks as a whole file."""
    return joined(*blocks) + "\n"


def grounds(sources: tuple[str, ...], checked: Span | None, linker: Linker) -> str:
    """The line "Sources: … · checked 23 November 2026", or nothing."""
    names = "; ".join(linker.link(linker.index.targets[id].label, id) for id in sources if id in linker.index.targets)
    when = f" · checked {checked}" if checked else ""
    return f"Sources: {names}{when}\n{{: .src }}" if names else ""


def written(page: Page, linker: Linker) -> str:
    """A page as somebody wrote it, with its links resolved."""
    return (f"---\n{page.meta}---\n\n" if page.meta else "") + linker.resolve(page.body)
