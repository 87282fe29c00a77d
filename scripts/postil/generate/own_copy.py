"""The scripts of "Open my copy", which no page names: docs/assets/copy/ joined into two files, and the fingerprints as a
third piece, a script and not data since a page opened from a folder cannot fetch.

One idea a file for who reads the source; two requests for the reader: what shows a copy, and what opens one.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SOURCES = "assets/copy"
SHOW = ("start", "keep", "pins", "show", "find", "annotations", "bar")
OPEN = ("words", "grams", "align", "decode", "docx", "mail", "html", "pdf", "work", "report", "dialog")


def scripts(docs: Path, fingerprints: dict[str, Any]) -> dict[str, bytes]:
    """Both files as path below docs/ and bytes; `fingerprints` is what the page may know of the essay."""
    known = f"window.postilFingerprints = {json.dumps(fingerprints, ensure_ascii=False, separators=(',', ':'))}\n"
    return {
        "assets/js/own-copy-show.js": (known + _joined(docs, SHOW)).encode(),
        "assets/js/own-copy-open.js": _joined(docs, OPEN).encode(),
    }


def _joined(docs: Path, names: tuple[str, ...]) -> str:
    return "\n".join((docs / SOURCES / f"{name}.js").read_text(encoding="utf-8") for name in names)
