"""The words that can be names in a page: all that stand in the tags of the HTML, and all in the scripts."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

TAG = re.compile(r"<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
WORD = re.compile(r"[\w-]+")
START = re.compile(r"[\w-]{3,}[-_](?=[\"'`$])")
CONFIG = re.compile(r'<script id="__config"[^>]*>(.*?)</script>', re.DOTALL)

# What Material's script can add only for a feature: names that begin so count when a page has one, or asks for it.
FEATURES = {
    "md-annotation": ("content.code.annotate",),
    "md-tooltip": ("content.tooltips", "content.footnote.tooltips", "content.code.annotate"),
    "md-code": ("content.code.copy", "content.code.select"),
    "md-clipboard": ("content.code.copy",),
    "md-version": ("version.provider",),
    "md-source": (),
    "md-tag": (),
    "tabbed-": (),
    "rtl": (),
}


@dataclass(frozen=True)
class Words:
    """`starts` are ends of strings in scripts, such as "md-tag--", that a script may go on with anything."""

    whole: frozenset[str]
    starts: tuple[str, ...] = ()

    def __contains__(self, name: str) -> bool:
        return name in self.whole or name.startswith(self.starts) or not WORD.fullmatch(name)


def in_tags(html: str) -> set[str]:
    """Every word inside a tag, prose left out: classes, ids, attributes and their values, and more by chance."""
    return {word for tag in TAG.findall(html) for word in WORD.findall(tag)}


def features(html: str) -> set[str]:
    """The words that a page hands to the theme's script; "version.provider" when it names one."""
    config = "".join(CONFIG.findall(html))
    return set(re.findall(r"[\w.-]+", config)) | ({"version.provider"} if '"provider"' in config else set())


def words(tags: set[str], scripts: str, asked: Container[str] = ()) -> Words:
    """All of `tags`, and whatever the text of `scripts` could put into a page that asks for the features `asked`."""
    asleep = tuple(
        start
        for start, names in FEATURES.items()
        if not any(name in asked for name in names) and not any(word.startswith(start) for word in tags)
    )
    found = {word for word in WORD.findall(scripts) if not word.startswith(asleep)}
    starts = {start for start in START.findall(scripts) if not start.startswith(asleep)}
    return Words(frozenset(tags | found), tuple(sorted(starts)))
