"""The notes index: every note by kind, in the order of the essay."""

from __future__ import annotations

from ..links import Linker
from ..model import KINDS, Companion, Note
from .page import opening, paragraphs

MEANING = {
    "context": "What a reader must know.",
    "evidence": "A claim of the essay checked, with a verdict.",
    "perspective": "Who sees it otherwise, and why.",
    "craft": "How the argument is made.",
    "since": "What happened after {issued}.",
}


def page(companion: Companion, linker: Linker) -> str:
    blocks = []
    for kind in KINDS:
        group = [note for note in companion.notes if note.kind == kind]
        if group:
            rows = "\n".join(_row(note, linker) for note in group)
            meaning = MEANING[kind].format(issued=companion.essay.issued)
            blocks.append(f"## {kind.capitalize()} {{ #notes-{kind} }}\n\n{meaning}\n\n{rows}\n{{: .contents }}")
    return paragraphs(
        opening("Notes", f"All {len(companion.notes)} notes by kind, in the order of the essay."), *blocks
    )


def _row(note: Note, linker: Linker) -> str:
    number, _, title = linker.index.targets[note.id].label.partition(", ")
    verdict = f" · {note.verdict}" if note.verdict else ""
    return f"- {number} {linker.link(title, note.id)}{verdict}"
