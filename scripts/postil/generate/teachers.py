"""What a ready assignment offers a teacher: to change it, to share it, its sheets, and its address as a picture."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import segno

from ..links import Linker
from ..model import Ready
from .page import joined

SHEETS = "classroom/teacher-sheets.zip"
SHARE = "https://classroom.google.com/share?"


def for_teachers(ready: Ready, linker: Linker, address: str, code: str) -> str:
    """A closed part at the end of the page. Without the site's `address` nothing can be shared from here: the address
    in the browser's bar is the one to copy, and the page says so."""
    change = f"{linker.to('classroom/assign.md').removesuffix('.md')}.html#{code}"
    sheets = linker.to(SHEETS)
    lines = [
        f'- <a href="{change}">Change it</a>: your own link to the essay, other passages or questions, a due date.',
        f"- [Teacher’s sheets]({sheets}): keys, and what a good answer weighs, for all assignments in one zip. "
        "They are public, not secret.",
        "- The student’s sheet: print this page. Cards, notes, what the questions speak of, and lines to write on come "
        "with it.",
        _share(ready, address) if address else "- To share it, copy this page’s address. It stays the same.",
    ]
    return joined(
        '<details class="for-teachers" markdown="1">\n<summary>For teachers</summary>',
        "\n".join(lines),
        picture(public(ready, address)) if address else "",
        "</details>",
    )


def public(ready: Ready, address: str) -> str:
    """The permanent address of the assignment on the site at `address`."""
    return f"{address.rstrip('/')}/{ready.path.removesuffix('.md')}.html"


def _share(ready: Ready, address: str) -> str:
    where = SHARE + urlencode({"url": public(ready, address), "title": ready.title, "itemtype": "assignment"})
    return f"- [Share to Google Classroom]({where}), or copy the address: <{public(ready, address)}>"


def picture(address: str) -> str:
    """`address` as a QR code, SVG in the page; what it says stands in words beside it."""
    drawn = segno.make(address, error="m").svg_inline(border=2, omitsize=True, svgclass=None, lineclass=None)
    return f'<figure class="qr" role="img" aria-label="QR code of {escape(address)}">{drawn}</figure>'
