"""What a rendered page asks for, and the same page asking for one file where it asked for several."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["style", "early", "late"]

# Styles, the theme's too, and our own scripts. What precedes "assets/" leads from the page to the root of the site.
ASKED = re.compile(
    r'[ \t]*<(?:link rel="stylesheet" href|script src)="'
    r'(?P<root>(?:[^":?#]*/)?)(?P<path>assets/(?:css|stylesheets|js)/[^":?#]+)"(?P<late> defer)?>(?:</script>)?\n?'
)

KEPT = re.compile(r"(<(pre|textarea|script)\b.*?</\2>)", re.DOTALL)  # where space means something
SPACE = re.compile(r"[ \t]*\n\s*")


@dataclass(frozen=True)
class Group:
    """Files a page asks for in a row of their own: styles, scripts that hold the page up (early), those that do not."""

    kind: Kind
    paths: tuple[str, ...]


def groups(html: str) -> list[Group]:
    """The groups of a page, each in the order of the page; paths are those below the site."""
    found: dict[Kind, list[str]] = {}
    for asked in ASKED.finditer(html):
        found.setdefault(_kind(asked), []).append(asked["path"])
    return [Group(kind, tuple(paths)) for kind, paths in found.items()]


def joined(html: str, names: Mapping[Group, str]) -> str:
    """The page with one file for each group, at the place of the group's first; `names` has the path of each."""
    left = {group.kind: names[group] for group in groups(html)}

    def one(asked: re.Match[str]) -> str:
        path = left.pop(_kind(asked), None)
        return asked[0].replace(asked["path"], path) if path else ""

    return ASKED.sub(one, html)


def trimmed(html: str) -> str:
    """The page without indents and empty lines; a break stays a break, so no words run together."""
    pieces = KEPT.split(html)  # in threes: what is between, what is kept, the name of its tag
    return "".join(SPACE.sub("\n", text) if at % 3 == 0 else text for at, text in enumerate(pieces) if at % 3 < 2)


def _kind(asked: re.Match[str]) -> Kind:
    if not asked["path"].endswith(".js"):
        return "style"
    return "late" if asked["late"] else "early"
