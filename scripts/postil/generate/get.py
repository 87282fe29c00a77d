"""The line over the passages: this is not the essay, that is where it is, and here one's own copy is opened."""

from __future__ import annotations

from ..links import Linker
from ..model import Essay

OWN = "own-copy"  # the heading of the page that says how; with script, the link to it becomes the control


def get(essay: Essay, linker: Linker) -> str:
    publisher = f"[at the publisher]({essay.address}) or " if essay.address else ""
    library = f"[through your library]({linker.to('essay/index.md')}#get-the-essay)"
    target = linker.index.targets.get(OWN)
    own = f" You have it? [Open my copy]({linker.to(target.page)}){{ .open-copy }}" if target else ""
    return f"Our analysis and notes, not the essay. Get the essay {publisher}{library}.{own}\n{{: .get }}"
