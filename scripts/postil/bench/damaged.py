"""A made-up essay, and the ways in which a copy of it comes: for the benchmark of aligning.

A damage takes paragraphs and a seed and returns the copy, and what each paragraph's words now are (None: not there as a
whole). Its words stand as `Nonsense` makes them; nothing is taken from any text.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from itertools import zip_longest
from random import Random

from .nonsense import Nonsense

PASSAGES = 26
Damage = Callable[[list[str], int], tuple[str, list[str | None]]]


def essay() -> list[str]:
    """26 paragraphs of some ninety words, as the companion's own essay has."""
    return [Nonsense(f"copy {number}").paragraph(6) for number in range(PASSAGES)]


def within(paragraphs: list[str], words: int) -> str:
    """The paragraphs amid others, `words` in all."""
    count = max(0, words - sum(len(each.split()) for each in paragraphs)) // 93
    others = [Nonsense(f"other {number}").paragraph(6) for number in range(count)]
    return "\n\n".join([*others[: count // 2], *paragraphs, *others[count // 2 :]])


def plain(paragraphs: list[str], _: int) -> tuple[str, list[str | None]]:
    return "\n\n".join(paragraphs), [*paragraphs]


def wrapped(paragraphs: list[str], _: int) -> tuple[str, list[str | None]]:
    return "\n\n".join("> " + textwrap.fill(each, 62).replace("\n", "\n> ") for each in paragraphs), [*paragraphs]


def furniture(paragraphs: list[str], seed: int) -> tuple[str, list[str | None]]:
    things = [Nonsense(f"furniture {seed} {number}").title(9) for number in range(len(paragraphs))]
    return "\n\n".join(part for pair in zip(paragraphs, things, strict=True) for part in pair), [*paragraphs]


def advertisements(paragraphs: list[str], seed: int) -> tuple[str, list[str | None]]:
    """A block of a few words between the sentences of each paragraph."""
    made = []
    for number, each in enumerate(paragraphs):
        sentences = each.split(". ")
        add = Nonsense(f"advertisement {seed} {number}").title(12)
        made.append(f"{'. '.join(sentences[:3])}.\n\n{add}\n\n{'. '.join(sentences[3:])}")
    return "\n\n".join(made), [*paragraphs]


def columns(paragraphs: list[str], _: int) -> tuple[str, list[str | None]]:
    """Two columns side by side, 40 lines a page."""
    lines = [line for each in paragraphs for line in [*textwrap.wrap(each, 46), ""]]
    pages = []
    for at in range(0, len(lines), 80):
        pairs = zip_longest(lines[at : at + 40], lines[at + 40 : at + 80], fillvalue="")
        pages.append("\n".join(f"{left:52}{right}".rstrip() for left, right in pairs))
    return "\f".join(pages), [*paragraphs]


def missing(paragraphs: list[str], seed: int) -> tuple[str, list[str | None]]:
    """Every third paragraph gone."""
    due = [None if (number + seed) % 3 == 0 else each for number, each in enumerate(paragraphs)]
    return "\n\n".join(each for each in due if each), due


def halves(paragraphs: list[str], seed: int) -> tuple[str, list[str | None]]:
    """The first and second halves of all paragraphs, in any order; some may meet again."""
    pieces = []
    for each in paragraphs:
        words = each.split()
        pieces += [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
    Random(seed).shuffle(pieces)
    return "\n\n".join(pieces), [*paragraphs]


def cut_short(paragraphs: list[str], _: int) -> tuple[str, list[str | None]]:
    """Of each paragraph the first two thirds, as teasers and excerpts have it."""
    made = [" ".join(words[: 2 * len(words) // 3]) for words in map(str.split, paragraphs)]
    return "\n\n".join(made), [None] * len(paragraphs)


def another(paragraphs: list[str], seed: int) -> tuple[str, list[str | None]]:
    made = [Nonsense(f"another {seed} {number}").paragraph(6) for number in range(len(paragraphs))]
    return "\n\n".join(made), [None] * len(paragraphs)


def edited(percent: int) -> Damage:
    """Of every hundred words `percent` left out, replaced or followed by a new one, a third each."""

    def damage(paragraphs: list[str], seed: int) -> tuple[str, list[str | None]]:
        chance = Random(f"{percent} {seed}")

        def word(each: str) -> str:
            return each if chance.random() * 100 >= percent else chance.choice(("", "other", f"{each} more"))

        made: list[str | None] = [" ".join(filter(None, map(word, each.split()))) for each in paragraphs]
        return "\n\n".join(filter(None, made)), made

    return damage


KINDS: dict[str, Damage] = {
    "as it is": plain,
    "quoted mail, hard wraps": wrapped,
    "furniture between paragraphs": furniture,
    "advertisements inside": advertisements,
    "two columns": columns,
    "every third paragraph missing": missing,
    "each paragraph cut short": cut_short,
    "halves of paragraphs shuffled": halves,
    "another text": another,
}
