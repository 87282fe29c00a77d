"""Mozilla's pdf.js for the site, where scripts/build.py has put it; it is loaded only when a reader chooses a PDF."""

from __future__ import annotations

import sys
from pathlib import Path

INSTALLED = Path(sys.prefix) / "pdfjs"
FILES = {"build/pdf.min.mjs": "pdf.min.js", "build/pdf.worker.min.mjs": "pdf.worker.min.js", "LICENSE": "LICENSE.txt"}


def pdfjs(installed: Path = INSTALLED) -> dict[str, bytes]:
    """Its files as path below docs/ and bytes, named .js since not every server knows .mjs; nothing without it."""
    if not (installed / "complete").is_file():
        return {}
    package = installed / "node_modules" / "pdfjs-dist"
    return {f"assets/pdfjs/{name}": (package / path).read_bytes() for path, name in FILES.items()}
