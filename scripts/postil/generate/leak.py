"""The table of the rights page: what the published files show of the essay, beside the limits.

It is made of files in the repository alone, so that a build beside a copy of the essay and one without give the same
page.
"""

from __future__ import annotations

from ..dates import printed
from ..leak.figures import figures
from ..model import Companion

HEAD = "| What the published files show of the essay | Found |\n| --- | --- |"


def table(companion: Companion) -> str:
    found, limits, known = figures(companion), companion.essay.limits, companion.measured
    run = f"{known.run}, measured {printed(known.on)}" if known else "not measured yet"
    quoted = f"words in quotation marks ({found.quoted}) and in links to a place in it ({found.fragments})"
    rows = {
        "words under a hash": f"{_share(found.hashed, found.hashed_share)} (limit {limits.hashed}%)",
        "pairs of hashes without a word between them": f"{len(found.touching)} (limit {limits.touching})",
        quoted: f"{_share(found.quoted + found.fragments, found.quoted_share)} (limit {limits.quoted}%)",
        "longest run of its words": f"{run} (limit {limits.run})",
    }
    return "\n".join([HEAD, *(f"| {what} | {figure} |" for what, figure in rows.items())])


def _share(number: int, share: float) -> str:
    return f"{number:,}, or {share:.1f}%"
