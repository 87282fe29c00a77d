"""Files laid beside a copy of the essay: the longest run of its words in them, and every run that is too long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..findings import Place
from .files import File
from .reading import texts
from .runs import Run, Wanted, words


@dataclass(frozen=True)
class Leak:
    """A run that is longer than allowed: where, near which id ("" without one), and the run."""

    place: Place
    near: str
    run: Run


@dataclass
class Report:
    """What was found so far. `unread` has the names of files that are no text; `longest` is a number of words."""

    longest: int = 0
    files: int = 0
    unread: list[str] = field(default_factory=list)
    leaks: list[Leak] = field(default_factory=list)

    def joined(self, other: Report) -> Report:
        """The report on the files of both."""
        longest, files = max(self.longest, other.longest), self.files + other.files
        return Report(longest, files, self.unread + other.unread, self.leaks + other.leaks)


def measure(files: Iterable[File], essay: Wanted, limit: int) -> Report:
    """Looks through `files` for runs of more than `limit` words. A run shorter than `essay.least` is not told from
    none: `longest` is then `essay.least` - 1. The search index is there as a script and as data: the data, which the
    script holds whole, are not looked through again."""
    report, before = Report(longest=essay.least - 1), ("", b"")
    for name, data in files:
        report.files += 1
        stem = name.removesuffix(".json").removesuffix(".js")
        if stem == before[0] and data in before[1]:
            continue
        before = stem, data
        read = list(texts(name, data))
        if not read:
            report.unread.append(name)
        for text in read:
            for run in essay.runs(words(text.text)):
                report.longest = max(report.longest, run.length)
                if run.length > limit:
                    line, near = text.place(run.first)
                    report.leaks.append(Leak(Place(name, line), near, run))
    return report
