"""Mozilla's pdf.js for the site, where scripts/build.py has put it; it is loaded only when a reader chooses a PDF."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

INSTALLED = Path(sys.prefix) / "pdfjs"
FOLDER = "assets/pdfjs"
FILES = {"build/pdf.min.mjs": "pdf.min.js", "build/pdf.worker.min.mjs": "pdf.worker.min.js", "LICENSE": "LICENSE.txt"}


def installed(folder: Path = INSTALLED) -> bool:
    """Whether npm has brought all of it: its lock file is copied last."""
    return (folder / "complete").is_file()


def put(site: Path, folder: Path = INSTALLED) -> None:
    """Copies it into a rendered site, as it is. Named .js, since not every server knows .mjs."""
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    for path, name in FILES.items():
        shutil.copyfile(folder / "node_modules" / "pdfjs-dist" / path, site / FOLDER / name)
