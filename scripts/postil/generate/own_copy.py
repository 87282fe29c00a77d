"""What "Open my copy" brings, which no page names: the files of docs/assets/copy/ as one script, and what pages may
know of the essay as another, since a page opened from a folder cannot fetch data.

One idea a file for who reads the source, one script for the reader: joined, they compress better than apart.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from ..model import Companion

SOURCES = "assets/copy"
RECORD = "essay/fingerprints.json"
CODE_FILE, DATA_FILE = "assets/js/open-copy.js", "essay/fingerprints.js"
ENGINE = (
    *("words", "grams", "breaks", "foreign", "chains", "settle", "cut", "proof", "own-text", "readings", "align"),
    *("placed", "decode", "docx", "mail"),
)
PAGE = (
    *("start", "html", "pdf", "work", "report", "keep", "dialog"),
    *("pins", "show", "find", "annotations", "bar"),
)
# What is asked of the engine: the last five by the tests that hold it to the Python one.
CALLS = ("readFile", "sortText", "bounded", "placedIn", "wordsOf", "hashRuns", "runHash", "aligned", "landing")


def own_copy(companion: Companion, docs: Path, pdf: bool) -> dict[str, bytes]:
    """Both files as path below docs/ and bytes; none where the essay has no fingerprints. `pdf`: pdf.js is there."""
    record, sources = docs / RECORD, docs / SOURCES
    if not (record.is_file() and sources.is_dir()):
        return {}
    data = known(companion, json.loads(record.read_text(encoding="utf-8")), pdf)
    script = f"window.postilFingerprints={json.dumps(data, ensure_ascii=False, separators=(',', ':'))}\n"
    return {DATA_FILE: script.encode(), CODE_FILE: code(sources).encode()}


def code(sources: Path) -> str:
    """The script: first one function, `engine`, which runs in a worker made of its own text, for a page opened from a
    folder may not start one from a file; it uses nothing from outside, and gives CALLS. Then what runs in the page.
    """
    engine, page = (
        "\n".join((sources / f"{name}.js").read_text(encoding="utf-8") for name in names)
        for names in ([f"engine/{name}" for name in ENGINE], PAGE)
    )
    function = f"const engine = () => {{\n{engine}\nreturn {{ {', '.join(CALLS)} }}\n}}"
    return f"{{\n{function}\n{page}\nwindow.ownCopy = {{ engine }}\n}}\n"


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
