"""One passage: its card, with note phrases and terms as links, and the list of its notes."""

from __future__ import annotations

from html import escape
from urllib.parse import quote

from ..copy.in_place import OwnText
from ..links import Linker
from ..model import Essay, Note, Passage, Prose
from ..words import curly, occurrences
from .own import own, phrase_id
from .page import grounds, joined

CITING = "cite-companion"  # the heading of the page that says how


def passage(passage: Passage, linker: Linker, essay: Essay, level: int = 2, text: OwnText | None = None) -> str:
    """The passage as a row: card, then `text` from a copy of the essay, then notes. `level` is that of its heading;
    note headings are one below."""
    id = linker.id(passage.id)
    number = f'[¶ {passage.number}](#{id}){{ .mark aria-label="Paragraph {passage.number}" }}'
    return joined(
        '<section class="passage" markdown="1">\n<div class="card" markdown="1">',
        f"{'#' * level} {number} {passage.title} {{ #{id} }}",
        f'<span class="label">Claim</span> {_marked(passage.claim, passage, linker)}\n{{: .claim }}',
        _marked(passage.analysis, passage, linker),
        _tools(passage, linker, essay),
        "</div>",
        own(passage, text, linker) if text else "",
        _notes(passage, linker, level + 1, frozenset(pin.note for pin in text.pins) if text else frozenset()),
        linker.mentioned(passage.id),
        "</section>",
    )


def _marked(prose: Prose, passage: Passage, linker: Linker) -> str:
    """`prose` with each note's phrase as a link to the note, and all other links resolved."""
    text = prose.text
    spans = [(*span, note) for note in passage.notes for span in occurrences(note.phrase, prose.text)]
    for start, end, note in sorted(spans, key=lambda span: span[0], reverse=True):
        id = linker.id(note.id)
        text = f"{text[:start]}[{text[start:end]}](#{id}){{ .ref .{note.kind} #{id}-ref role=doc-noteref }}{text[end:]}"
    return linker.resolve(text)


def _tools(passage: Passage, linker: Linker, essay: Essay) -> str:
    """How to cite this passage, and where it stands at the publisher, found by a few of its words."""
    tools = [f"[Cite]({linker.to('about/how-to-cite.md')}){{ .cite }}"] if CITING in linker.index.targets else []
    if essay.address and passage.number <= len(essay.fragments):
        words = quote(essay.fragments[passage.number - 1])
        tools.append(f"[At the publisher]({essay.address}#:~:text={words}){{ .publisher }}")
    return " · ".join(tools) + "\n{: .tools }" if tools else ""


def _notes(passage: Passage, linker: Linker, level: int, pinned: frozenset[str]) -> str:
    if not passage.notes:
        return ""
    items = "\n".join(_note(note, linker, level, note.id in pinned) for note in passage.notes)
    return f'<ol class="notes" aria-label="Notes on paragraph {passage.number}" markdown="1">\n{items}\n</ol>'


def _note(note: Note, linker: Linker, level: int, pinned: bool) -> str:
    """The id is on the body, inside <details>, so that browsers open the note for a link to it, script or not. The way
    back leads to the essay's own words where they are on the page and the note is `pinned` to them."""
    id = linker.id(note.id)
    back = phrase_id(note, linker) if pinned else f"{id}-ref"
    verdict = f' <span class="verdict">{note.verdict}</span>' if note.verdict else ""
    return joined(
        f'<li markdown="block">\n<details class="note {note.kind}" markdown="1">\n'
        f'<summary><span class="kind">{note.kind.capitalize()}</span>{verdict}'
        f'<h{level} class="title" id="{id}-title">{escape(curly(note.title))}</h{level}></summary>\n'
        f'<div class="body" id="{id}" markdown="1">',
        linker.resolve(note.body),
        grounds(note.sources, note.checked, linker),
        f"[Back to the phrase](#{back}){{ role=doc-backlink }}\n{{: .back }}",
        "</div>\n</details>\n</li>",
    )
