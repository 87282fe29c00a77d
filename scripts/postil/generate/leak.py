"""The table of the rights page: what the published files show of the essay, beside the limits.

It is made of files in the repository alone, so that a build beside a copy of the essay and one without give the same
page.
"""

from __future__ import annotations

from ..dates import printed
from ..leak.figures import figures
from ..model import Companion

HEAD = "| What the published files show of the essay | Found | Limit |\n| --- | --- | --- |"


def table(companion: Companion) -> str:
    found, limits, known = figures(companion), companion.essay.limits, companion.measured
    run = f"{known.run} (measured {printed(known.on)})" if known else "not measured yet"
    rows = [
        ("words under a hash", _share(found.hashed, found.hashed_share), f"{limits.hashed} percent"),
        ("pairs of hashes without a word between them", str(len(found.touching)), str(limits.touching)),
        (
            f"words in quotation marks ({found.quoted}) and in links to a place in it ({found.fragments})",
            _share(found.quoted + found.fragments, found.quoted_share),
            f"{limits.quoted} percent",
        ),
        ("longest run of its words", run, str(limits.run)),
    ]
    return "\n".join([HEAD, *(f"| {' | '.join(row)} |" for row in rows)])


def _share(number: int, share: float) -> str:
    return f"{number:,} ({share:.1f} percent)"
