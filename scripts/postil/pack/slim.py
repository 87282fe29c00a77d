"""The theme's stylesheet without what cannot show: rules for names that stand nowhere, properties nobody reads.

A rule goes only when each of its selectors demands a class, an id, an attribute or an attribute's value that is no word
of the site. Whatever else a selector says is taken to match. The idea is that of PurgeCSS; what differs is that a
script's words count too, and that there is nothing to configure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from tinycss2 import parse_blocks_contents, parse_rule_list, parse_stylesheet, serialize
from tinycss2.ast import AtRule, Node, QualifiedRule

GROUPS = ("media", "supports", "layer", "container")
ANY_OF = ("is", "where", "has", "any", "-webkit-any", "-moz-any", "matches")
READ = re.compile(r"var\(\s*(--[\w-]+)")

Keep = Callable[[QualifiedRule], str]


def slim(css: str, known: Container[str], others: str = "") -> str:
    """`css` without the rules that no page can match, then without the custom properties that nothing reads.

    `known` has the words of the site's pages and scripts, `others` is the text of its other stylesheets.
    """
    css = _rules(parse_stylesheet(css, True, True), lambda rule: _matching(rule, known))
    read = set(READ.findall(css + others))
    return _rules(parse_stylesheet(css, True, True), lambda rule: _read(rule, read, known))


def _rules(rules: list[Node], keep: Keep) -> str:
    return "".join(_rule(rule, keep) for rule in rules)


def _rule(rule: Node, keep: Keep) -> str:
    if isinstance(rule, QualifiedRule):
        return keep(rule)
    if isinstance(rule, AtRule) and rule.content is not None and rule.lower_at_keyword in GROUPS:
        inner = _rules(parse_rule_list(rule.content, True, True), keep)
        return f"@{rule.at_keyword}{serialize(rule.prelude)}{{{inner}}}" if inner else ""
    return str(rule.serialize())


def _matching(rule: QualifiedRule, known: Container[str]) -> str:
    kept = [selector for selector in _split(rule.prelude) if _possible(selector, known)]
    return f"{','.join(map(serialize, kept))}{{{serialize(rule.content)}}}" if kept else ""


def _split(selectors: list[Node]) -> Iterator[list[Node]]:
    """The parts between commas."""
    part: list[Node] = []
    for node in selectors:
        if node == ",":
            yield part
            part = []
        else:
            part.append(node)
    yield part


def _possible(selector: list[Node], known: Container[str]) -> bool:
    """Whether an element can match, as far as names tell."""
    return all(_may(node, before, known) for before, node in zip([None, *selector], selector, strict=False))


def _may(node: Node, before: Node | None, known: Container[str]) -> bool:
    if node.type == "ident":
        return before != "." or node.value in known
    if node.type == "hash":
        return node.value in known
    if node.type == "[] block":
        return all(name in known for name in _demanded(node.content))
    if node.type == "function" and node.lower_name in ANY_OF:
        return any(_possible(one, known) for one in _split(node.arguments))
    return True


def _demanded(attribute: list[Node]) -> list[str]:
    """The words an attribute selector demands: the name, and the value where it must be the whole value."""
    parts = [node for node in attribute if node.type != "whitespace"]
    whole = len(parts) > 2 and parts[1] == "="
    return [parts[0].value, *([parts[2].value] if whole else [])]


def _read(rule: QualifiedRule, read: set[str], known: Container[str]) -> str:
    if not any(node.type == "ident" and node.value.startswith("--") for node in rule.content):
        return str(rule.serialize())
    kept = [
        node.serialize() + (";" if node.type == "declaration" else "")
        for node in parse_blocks_contents(rule.content, True, True)
        if node.type != "declaration" or not node.name.startswith("--") or node.name in read or node.name in known
    ]
    return f"{serialize(rule.prelude)}{{{''.join(kept).removesuffix(';')}}}" if kept else ""
