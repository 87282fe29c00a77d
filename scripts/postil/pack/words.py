"""The words that can be names in a page: all that stand in the tags of the HTML, and all in the scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass

TAG = re.compile(r"<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
WORD = re.compile(r"[\w-]+")
START = re.compile(r"[\w-]{3,}[-_](?=[\"'`$])")


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


def words(tags: set[str], scripts: str) -> Words:
    """All of `tags`, and whatever the text of `scripts` could put into a page."""
    return Words(frozenset(tags | set(WORD.findall(scripts))), tuple(sorted(set(START.findall(scripts)))))
