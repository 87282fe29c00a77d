"""Our own script and style, and the offline bundle."""

from __future__ import annotations

from pathlib import Path

from ..export.bundle import bundle
from ..pack import join
from .compress import brotli, gzipped, kib
from .process import NotMeasured
from .section import Section

HOW = (
    "Our own files in KiB: each by itself as it is written, and as the site has them, joined and without comments; "
    "and the zip that `make bundle` writes."
)
EAGER = ("head.", "site.")


def measure(root: Path) -> Section:
    """`root` is a built companion."""
    section = Section("Own files and bundle", "sizes", HOW)
    script, style = (sorted((root / "docs/assets").glob(f"{kind}/*.{kind}")) for kind in ("js", "css"))
    built = sorted((root / "site/assets/js").glob("*.js"))
    small = root / "build/own.css"  # in the site it stands behind the theme's, in one file
    small.write_text(join.style("\n".join(path.read_text(encoding="utf-8") for path in style)), encoding="utf-8")
    section.table(
        ("Kind", "Files", "In all", "gzip 9", "brotli 11"),
        _row("Script as written", script),
        _row("Script of the site", built),
        _row("of it, asked for by every page", [path for path in built if path.name.startswith(EAGER)]),
        _row("Style as written", style),
        _row("Style of the site", [small]),
    )
    section.goal("the bundle", bundle(root).stat().st_size / 1e6, 2.5, " MB")
    return section


def _row(name: str, paths: list[Path]) -> tuple[object, ...]:
    try:
        small: object = kib(map(brotli, paths))
    except NotMeasured as reason:
        small = reason
    return name, str(len(paths)), kib(path.stat().st_size for path in paths), kib(map(gzipped, paths)), small
