"""W: what is published shows little of the essay: hashes, quotations, and no long run of its words.

Runs need a copy of the essay outside the repository: `check_repository` looks for them there, `check_site` in the built
site, `check_packed` in what is packed from it. No message holds a word of the essay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from .. import rules
from ..findings import Finding, Place
from ..leak.essay import wanted
from ..leak.figures import Figures, figures
from ..leak.files import File, folder, opened, repository, theirs
from ..leak.measure import Leak, Report, measure
from ..leak.runs import Wanted
from ..model import Companion, Essay

PRINTS = Place("docs/essay/fingerprints.json")


def check(companion: Companion) -> Iterator[Finding]:
    """Everything that can be told without a copy of the essay."""
    yield from _shares(figures(companion), companion.essay)
    yield from _fit(companion)


def check_repository(companion: Companion, root: Path) -> tuple[list[Finding], Report | None]:
    """The runs in what git tracks below `root`, and the report; None without a copy of the essay."""
    essay = wanted(root, companion.essay)
    if essay is None:
        return [], None
    findings, report = _measured(companion, essay, repository(root))
    return [*findings, *_others(companion, essay)], report


def check_site(
    companion: Companion, root: Path, site: Path, before: Report | None
) -> tuple[list[Finding], Report | None]:
    """The runs in the freshly built `site`, and the report on it and on what was looked through `before`."""
    essay = wanted(root, companion.essay)
    if essay is None:
        return [], None
    findings, report = _measured(companion, essay, folder(site, "site", theirs()))
    return findings, report.joined(before) if before else report


def check_packed(companion: Companion, root: Path, name: str, data: bytes) -> list[Finding]:
    """The runs in a file that is packed for readers; none without a copy."""
    essay = wanted(root, companion.essay)
    return [] if essay is None else _measured(companion, essay, opened(name, data))[0]


def stale(companion: Companion, report: Report) -> Iterator[Finding]:
    """Whether the longest run is the one that the rights page tells; `report` is of all that is published."""
    known = companion.measured
    if known and known.run != report.longest:
        message = f"expected the longest run of essay words to be {known.run}, as recorded; found {report.longest}"
        yield Finding(rules.RECORD_STALE, known.place, message)


def _measured(companion: Companion, essay: Wanted, files: Iterable[File]) -> tuple[list[Finding], Report]:
    limit = companion.essay.limits.run
    report = measure(files, essay, limit)
    return list(_runs(report.leaks, limit)), report


def _shares(found: Figures, essay: Essay) -> Iterator[Finding]:
    limits = essay.limits
    if found.hashed * 100 > limits.hashed * found.essay:
        message = f"expected at most {limits.hashed} % of the essay's {found.essay} words under a hash, "
        yield Finding(rules.HASHED, PRINTS, message + f"found {found.hashed} ({found.hashed_share:.1f} %)")
    if len(found.touching) > limits.touching:
        number, one, two = found.touching[0]
        message = f"expected at most {limits.touching} pairs of grams without a word between, found "
        message += f"{len(found.touching)}; the first in ¶{number}, from words {one} and {two}"
        yield Finding(rules.GRAMS_TOUCH, PRINTS, message)
    if (found.quoted + found.fragments) * 100 > limits.quoted * found.essay:
        message = f"expected at most {limits.quoted} % of the essay's {found.essay} words in quotation marks and text "
        message += f"fragments, found {found.quoted} and {found.fragments} ({found.quoted_share:.1f} %)"
        yield Finding(rules.QUOTED_MUCH, essay.place, message)


def _fit(companion: Companion) -> Iterator[Finding]:
    """A share of the essay means something only if both files speak of the same paragraphs."""
    lengths = tuple(print_.words for print_ in companion.prints)
    if lengths and lengths != companion.essay.words:
        pairs = enumerate(zip(lengths, companion.essay.words, strict=False), 1)
        unlike = next((f"{due} words in ¶{number}, found {here}" for number, (here, due) in pairs if here != due), "")
        count = f"{len(companion.essay.words)} paragraphs, found {len(lengths)}"
        yield Finding(rules.PRINTS_UNFIT, PRINTS, f"expected {unlike or count}")
    for number, print_ in enumerate(companion.prints, 1):
        if any(not 0 <= gram.word <= print_.words - 4 for gram in print_.grams):
            yield Finding(rules.PRINTS_UNFIT, PRINTS, f"expected grams inside ¶{number}, found one beyond it")


def _runs(leaks: list[Leak], limit: int) -> Iterator[Finding]:
    """The first place of each run; a sentence that is on a page is on the one-page companion and in the search too."""
    places: dict[tuple[int, int], list[Leak]] = {}
    for leak in leaks:
        places.setdefault((leak.run.essay, leak.run.length), []).append(leak)
    for (start, length), same in places.items():
        near = f" near #{same[0].near}" if same[0].near else ""
        files = len({leak.place.file for leak in same}) - 1
        more = f"; it stands in {files} more files" if files > 1 else "; it stands in one more file" if files else ""
        message = f"expected at most {limit} words of the essay in a row, found {length}{near}: "
        message += f"words {start + 1} to {start + length} of the copy{more}"
        yield Finding(rules.ESSAY_WORDING, same[0].place, message)


def _others(companion: Companion, essay: Wanted) -> Iterator[Finding]:
    known = companion.measured
    wrong = sum(essay.has(words.split()) for words in known.others) if known else 0
    if known and wrong:
        message = f"expected quotations of others alone under others, found {wrong} that are in the essay"
        yield Finding(rules.RECORD_STALE, known.place, message)
