"""The essay as Chicago, MLA, APA and BibTeX cite it: what the dialog "Cite" shows beside the forms for our analysis.

The same forms as in docs/about/how-to-cite.md; what stands between asterisks is set in italics.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape

from ..dates import MONTHS
from ..links import proses
from ..model import Companion, Essay

WORD = re.compile(r"[^\W\d_]+")


def citing(companion: Companion) -> str:
    """The forms as the data of an unseen element, raw HTML; `year` is that in which our notes were last checked."""
    checked = [note.checked.last.year for note in companion.notes if note.checked]
    year = re.search(r"\d{4}", companion.essay.issued)
    if not checked or not year or not companion.essay.authors:
        return ""
    data = forms(companion, year[0]) | {"year": str(max(checked))}
    attributes = " ".join(f'data-{name}="{_attribute(text)}"' for name, text in data.items())
    return f"<div hidden {attributes}></div>"


def forms(companion: Companion, year: str) -> dict[str, str]:
    essay = companion.essay
    proper = _proper(companion)
    title = ": ".join(filter(None, (essay.title, essay.subtitle)))
    quoted = f"“{title}{'' if title.endswith(('?', '!')) else '.'}” *{essay.publisher}*, {essay.issued}."
    names = [_split(name) for name in essay.authors]
    first = ", ".join(filter(None, reversed(names[0])))
    listed = _list([first, *essay.authors[1:]], "and")
    short = f"{first}, et al" if len(names) > 2 else listed
    initials = [", ".join(filter(None, (last, _initials(given)))) for given, last in names]
    month = next((name for name in MONTHS if name in essay.issued), "")
    when = ", ".join(filter(None, (year, essay.issued.replace(year, "").strip())))
    plain = ": ".join(_sentence(piece, proper) for piece in (essay.title, essay.subtitle) if piece)
    return {
        "chicago": f"{_stopped(listed)} {year}. {quoted}",
        "mla": f"{_stopped(short)} {quoted}",
        "apa": f"{_stopped(_list(initials, '&'))} ({when}). {_stopped(plain)} *{essay.publisher}*.",
        "bibtex": _bibtex(essay, names, title, proper, year, month),
    }


def _bibtex(essay: Essay, names: list[tuple[str, str]], title: str, proper: set[str], year: str, month: str) -> str:
    fields = {
        "author": "{" + " and ".join(", ".join(filter(None, (last, given))) for given, last in names) + "}",
        "title": "{" + WORD.sub(lambda word: f"{{{word[0]}}}" if word[0] in proper else word[0], title) + "}",
        "journal": f"{{{essay.publisher}}}",
        "year": f"{{{year}}}",
    } | ({"month": month[:3].lower()} if month else {})
    key = "-".join([*(re.sub(r"\W+", "-", last.lower()) for _, last in names[:3]), year])
    lines = ",\n".join(f"  {name:<7} = {value}" for name, value in fields.items())
    return f"@article{{{key},\n{lines}\n}}"


def _proper(companion: Companion) -> set[str]:
    """The words of the title that keep their capital in any style: those that mostly have it within our sentences."""
    ours = " ".join(prose.text for owner, prose, _ in proses(companion) if owner.kind != "page")
    within = Counter(re.findall(r"(?<=[a-z] )[^\W\d_]+", ours))
    title = WORD.findall(f"{companion.essay.title} {companion.essay.subtitle}")
    return {word for word in title if word[0].isupper() and within[word] > within[word.lower()]}


def _sentence(title: str, proper: set[str]) -> str:
    lower = WORD.sub(lambda word: word[0] if word[0] in proper else word[0].lower(), title)
    return lower[:1].upper() + lower[1:]


def _split(name: str) -> tuple[str, str]:
    """Given names and family name; a single word is a family name."""
    given, _, last = name.rpartition(" ")
    return given, last


def _initials(given: str) -> str:
    return " ".join(f"{name[0]}." for name in given.split())


def _list(names: list[str], last: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, {last} {names[-1]}"


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _attribute(text: str) -> str:
    return escape(text, quote=True).replace("\n", "&#10;")
