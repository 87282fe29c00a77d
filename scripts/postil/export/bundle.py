"""The offline bundle: the built site in a zip that opens by double click after unpacking.

It is the same build as online. Left out is what no reader of a folder asks for: the server's error page and sitemap,
the search index in the form for servers (a folder is searched through search_index.js), source maps, and pdf.js, which
browsers do not load from a folder. And its policy is stricter: a page in a folder asks nothing, not even its own site.
"""

from __future__ import annotations

import re
import shutil
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import yaml

from ..edition import PRIVATE_SITE, PUBLIC
from ..generate import PACKET
from ..generate.teachers import SHEETS

LEFT_OUT = re.compile(
    r"(^|/)(404\.html|sitemap\.xml(\.gz)?|search_index\.json|.*\.map)$|^assets/(javascripts/lunr|pdfjs)/"
)
CONNECT = b"; connect-src"
MOMENT = (1980, 1, 1, 0, 0, 0)


def pass_all(name: str, data: bytes) -> None:
    """For a bundle that nobody inspects."""


def bundle(root: Path, *, private: bool = False, inspect: Callable[[str, bytes], None] = pass_all) -> Path:
    """Writes dist/<name>-<version>.zip from site/ and returns its path; equal sites give equal bytes. A `private` one
    is made from site-private/, called so, and lies in a folder of its own, where what publishes dist/ does not look.

    `inspect` gets the path below `root` and the bytes before the zip is put in place; if it raises, none is.
    """
    site = root / (PRIVATE_SITE if private else PUBLIC.site)
    name = f"{_slug(root)}-{'private-copy-' if private else ''}{version(root)}"
    target = root / "dist" / ("private" if private else "") / f"{name}.zip"
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    try:
        _pack(site, name, part)
        inspect(target.relative_to(root).as_posix(), part.read_bytes())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def beside(root: Path) -> list[Path]:
    """Copies into dist/ what site/ offers to be taken away as one file; returns what there is."""
    found = [root / PUBLIC.site / name for name in (PACKET, SHEETS)]
    return [Path(shutil.copy(path, root / "dist" / path.name)) for path in found if path.is_file()]


def _pack(site: Path, name: str, part: Path) -> None:
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(site.rglob("*")):
            inner = path.relative_to(site).as_posix()
            if path.is_file() and not LEFT_OUT.search(inner):
                info = zipfile.ZipInfo(f"{name}/{inner}", MOMENT)
                info.external_attr = 0o644 << 16
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, _closed(path.read_bytes()) if path.suffix == ".html" else path.read_bytes())


def _closed(html: bytes) -> bytes:
    """A page whose policy allows no connection at all."""
    return html.replace(CONNECT + b" 'self'", CONNECT + b" 'none'", 1)


def version(root: Path) -> str:
    """The version in the project's pyproject.toml, "0" without one."""
    path = root / "pyproject.toml"
    return str(tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"]) if path.is_file() else "0"


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml past its !ENV tags."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:", lambda loader, suffix, node: None)


def _slug(root: Path) -> str:
    config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Loader)
    return re.sub(r"[^a-z0-9]+", "-", str(config["site_name"]).lower()).strip("-")
