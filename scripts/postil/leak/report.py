"""The leak report as a build prints it."""

from __future__ import annotations

from ..model import Companion
from .essay import NONE_HERE
from .figures import figures
from .measure import Report


def told(companion: Companion, report: Report | None) -> str:
    """The report in two lines; `report` is None where there was no copy of the essay."""
    found, limits, known = figures(companion), companion.essay.limits, companion.measured
    shares = (
        f"shown of the essay: {found.hashed_share:.1f} % under a hash (limit {limits.hashed}), {len(found.touching)} "
        f"grams touching (limit {limits.touching}), {found.quoted_share:.1f} % quoted (limit {limits.quoted})"
    )
    if report is None:
        before = f"; it was {known.run} on {known.on} (limit {limits.run})" if known else ""
        return f"{shares}\nlongest run of its words: not measured: {NONE_HERE}{before}"
    unread = f", {len(report.unread)} more are no text" if report.unread else ""
    files = f"{report.files - len(report.unread)} files of site and repository, the theme's own left out{unread}"
    return f"{shares}\nlongest run of its words: {report.longest} (limit {limits.run}), in {files}"
