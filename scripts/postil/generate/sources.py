"""The bibliography: by kind of source, each with how it was checked and where it is used."""

from __future__ import annotations

from ..dates import printed
from ..links import Linker
from ..model import Companion, Source
from .chicago import entry
from .page import joined, opening, paragraphs

KINDS = {
    "primary": "Primary documents",
    "scholarship": "Scholarship",
    "reporting": "Reporting",
    "commentary": "Commentary",
    "state-media": "State media",
}
LANGUAGES = {
    "bs": "Bosnian",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "is": "Icelandic",
    "it": "Italian",
    "pl": "Polish",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
}
CHECKS = {"read": "Read", "excerpt-seen": "Excerpt seen", "not-read-here": "Not read here"}


def page(companion: Companion, linker: Linker) -> str:
    blocks = []
    for kind, title in KINDS.items():
        group = sorted((source for source in companion.sources if source.custom.get("kind") == kind), key=entry)
        if group:
            blocks.append(f"## {title} {{ #sources-{kind} }}")
            blocks += [_source(source, linker) for source in group]
    lede = f"All {len(companion.sources)} sources of the companion, with how and when each was checked."
    return paragraphs(opening("Sources", lede), *blocks)


def _source(source: Source, linker: Linker) -> str:
    custom = source.custom
    code = str(source.csl.get("language", "en"))
    language = "" if code == "en" else f" · in {LANGUAGES.get(code, code)}"
    how = f"{CHECKS.get(custom.get('how', ''), '')}, {printed(custom.get('checked', ''))}{language}."
    return joined(
        f'<div class="source" id="{source.id}" markdown="1">',
        entry(source),
        f"{how} {custom.get('supports', '')}\n{{: .how }}",
        linker.mentioned(source.id, "Used in"),
        "</div>",
    )
