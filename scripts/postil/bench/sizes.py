"""Our own script and style, and the offline bundle."""

from __future__ import annotations

from pathlib import Path

from ..export.bundle import bundle
from .compress import brotli, gzipped, kib
from .process import NotMeasured
from .section import Section

HOW = "Our own files, each by itself, in KiB; and the zip that `make bundle` writes."
FILES = {"Script": "js/*.js", "Style": "css/*.css"}


def measure(root: Path) -> Section:
    """`root` is a built companion."""
    section = Section("Own files and bundle", "sizes", HOW)
    found = {name: sorted((root / "docs" / "assets").glob(pattern)) for name, pattern in FILES.items()}
    section.table(
        ("Kind", "Files", "As written", "gzip 9", "brotli 11"),
        *((name, str(len(paths)), *_weights(paths)) for name, paths in found.items()),
    )
    section.goal("the bundle", bundle(root).stat().st_size / 1e6, 2.5, " MB")
    return section


def _weights(paths: list[Path]) -> tuple[object, ...]:
    try:
        small: object = kib(map(brotli, paths))
    except NotMeasured as reason:
        small = reason
    return kib(path.stat().st_size for path in paths), kib(map(gzipped, paths)), small
