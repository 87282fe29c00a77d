"""The adapter: packs the files of a freshly rendered site, in place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from . import join
from .page import Group, groups, joined, trimmed
from .slim import slim
from .words import Words, features, in_tags, words

SMALL = {"assets/js/*.js": join.script, "assets/css/*.css": join.style}
THEME = "assets/stylesheets/"
NOT_IN_PAGES = "assets/javascripts/lunr/"  # languages of the search, read by its worker, which has no page
NAMES = {"style": "assets/css/site.{}.min.css", "early": "assets/js/head.{}.min.js", "late": "assets/js/site.{}.min.js"}


def pack(site: Path) -> None:
    """Joins what each page below `site` asks for; ours that no page names are made small where they lie.

    A joined file is named by a hash of what it holds, so that a browser keeps it until it changes.
    """
    pages = sorted(site.rglob("*.html"))
    found = dict.fromkeys(group for page in pages for group in groups(_read(page)))
    known = _words(site, pages)
    names = {group: _write(site, group, known) for group in found}
    for page in pages:
        _put(page, trimmed(joined(_read(page), names)))
    for path in {path for group in found for path in group.paths}:
        (site / path).unlink()
        (site / f"{path}.map").unlink(missing_ok=True)
    for pattern, small in SMALL.items():
        for path in site.glob(pattern):
            if path.relative_to(site).as_posix() not in names.values():
                _put(path, small(_read(path)))


def _words(site: Path, pages: list[Path]) -> Words:
    scripts = (path for path in site.glob("assets/**/*.js") if NOT_IN_PAGES not in path.as_posix())
    texts = [_read(page) for page in pages]
    asked = set().union(*map(features, texts))
    return words(set().union(*map(in_tags, texts)), "\n".join(map(_read, scripts)), asked)


def _write(site: Path, group: Group, known: Words) -> str:
    """Writes the joined file of a group and returns its path below `site`."""
    if group.kind == "style":
        text = "\n".join(_styles(site, group, known))
    else:
        text = join.scripts(_read(site / path) for path in group.paths)
    name = NAMES[group.kind].format(hashlib.sha256(text.encode()).hexdigest()[:8])
    (site / name).parent.mkdir(parents=True, exist_ok=True)
    _put(site / name, text)
    return name


def _styles(site: Path, group: Group, known: Words) -> Iterator[str]:
    texts = {path: _read(site / path) for path in group.paths}
    own = "".join(text for path, text in texts.items() if not path.startswith(THEME))
    for path, text in texts.items():
        yield slim(text, known, own) if path.startswith(THEME) else join.style(text)


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _put(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))
