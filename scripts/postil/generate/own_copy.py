"""The scripts of "Open my copy", which no page names: docs/assets/copy/ joined into two files, and in the first of them
what a page may know of the essay, as a script, since a page opened from a folder cannot fetch data.

One idea a file for who reads the source; two requests for the reader: what shows a copy, and what opens one.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from ..model import Companion

SOURCES = "assets/copy"
RECORD = "essay/fingerprints.json"
SHOW_FILE, OPEN_FILE = "assets/js/own-copy-show.js", "assets/js/own-copy-open.js"
SHOW = ("start", "keep", "pins", "show", "find", "annotations", "bar")
OPEN = (
    *("words", "grams", "breaks", "foreign", "chains", "settle", "cut", "own-text", "readings", "align", "placed"),
    *("decode", "docx", "mail", "html", "pdf", "work", "report", "dialog"),
)


def own_copy(companion: Companion, docs: Path, pdf: bool) -> dict[str, bytes]:
    """Both files as path below docs/ and bytes; none where the essay has no fingerprints. `pdf`: pdf.js is there."""
    record, sources = docs / RECORD, docs / SOURCES
    if not (record.is_file() and sources.is_dir()):
        return {}
    data = known(companion, json.loads(record.read_text(encoding="utf-8")), pdf)
    script = f"window.postilFingerprints = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n"
    return {
        SHOW_FILE: (script + _joined(sources, SHOW)).encode(),
        OPEN_FILE: _joined(sources, OPEN).encode(),
    }


def known(companion: Companion, record: dict[str, Any], pdf: bool) -> dict[str, Any]:
    """What the page knows: of each passage its id, page and fingerprint, and where each note is pinned.

    `edition` changes with any of this; a copy that was aligned with another is aligned anew.
    """
    pages = {
        passage.id: part.path.removesuffix(".md") + ".html" for part in companion.parts for passage in part.passages
    }
    prints = zip(companion.passages, record["passages"], strict=True)
    data = {
        "passages": [{"id": passage.id, "page": pages[passage.id], **each} for passage, each in prints],
        "pins": {
            note.id: [passage.id, *note.pin, f"{note.pin_check:04x}"]
            for passage in companion.passages
            for note in passage.notes
            if note.pin and note.pin_check is not None
        },
    }
    edition = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:12]
    return {"edition": edition, "pdf": pdf, **data}


def _joined(sources: Path, names: tuple[str, ...]) -> str:
    return "\n".join((sources / f"{name}.js").read_text(encoding="utf-8") for name in names)
