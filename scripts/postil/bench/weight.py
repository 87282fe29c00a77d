"""What a reading page weighs before and after the first search, beside stock Material with the same content."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from .compress import brotli, kib
from .peers import material
from .process import NotMeasured, progress
from .section import Section
from .visit import Visit, visit

QUERY = "paragraph"
HOW = (
    "The page `{page}`, opened in Chromium with an empty cache; what the server was asked for until nothing came for "
    "{quiet} seconds, each file over brotli at quality 11, in KiB. Stock Material has the same pages, features and "
    "system fonts, without our overrides, script, style and offline plugin."
)
IMAGES = (".svg", ".png", ".ico", ".jpg", ".webp")
TYPES = {".html": "HTML", ".css": "CSS", ".js": "JavaScript"} | dict.fromkeys(IMAGES, "Images")
ROWS = ("HTML", "CSS", "JavaScript", "Images", "Search worker", "Search index", "Other")


def measure(root: Path, quiet: float) -> Section:
    """`root` is a built companion; the page, of its second part, is open when nothing came for `quiet` seconds."""
    progress("the weight of a page")
    found = sorted((root / "site" / "essay").glob("2-*.html"))
    page = f"essay/{found[0].name}" if found else "essay/index.html"
    section = Section("A reading page", "weight", HOW.format(page=page, quiet=quiet))
    try:
        ours, theirs = root / "site", material(root)
        _fill(section, *((site, visit(site, page, QUERY, quiet)) for site in (ours, theirs)))
    except NotMeasured as reason:
        section.note(f"Weight of a page: {reason}.")
        section.goal("a reading page before the first search", None, 76, " KiB")
    return section


def _fill(section: Section, ours: tuple[Path, Visit], theirs: tuple[Path, Visit]) -> None:
    before = [_by_type(site, seen.opening) for site, seen in (ours, theirs)]
    after = [_by_type(site, seen.searching) for site, seen in (ours, theirs)]
    columns = (*before, *after)
    section.table(
        ("Type", "Before: here", "Before: stock", "First search: here", "First search: stock"),
        *((kind, *(column.get(kind) for column in columns)) for kind in ROWS),
        ("**in all**", *(sum(column.values()) for column in columns)),
        ("requests", *(str(len(seen.opening)) for _, seen in (ours, theirs)),
         *(str(len(seen.searching)) for _, seen in (ours, theirs))),
        ("to other hosts", *(str(len(seen.elsewhere)) for _, seen in (ours, theirs)), "", ""),
    )  # fmt: skip
    section.goal("a reading page before the first search", sum(before[0].values()), 76, " KiB")
    early = sum(kind.startswith("Search") for kind in before[0])
    section.goal("files of the search asked for before the first query", float(early), 0, "")


def _by_type(site: Path, paths: list[str]) -> dict[str, float]:
    found: dict[str, float] = {}
    for path in paths:
        kind = _type(path)
        found[kind] = found.get(kind, 0.0) + kib([brotli(site / path)] if (site / path).is_file() else [])
    return found


def _type(path: str) -> str:
    if "/workers/" in path or "/lunr/" in path or path.endswith("/js/search.js"):
        return "Search worker"
    if path.startswith("search/"):
        return "Search index"
    return TYPES.get(PurePosixPath(path).suffix, "Other")
