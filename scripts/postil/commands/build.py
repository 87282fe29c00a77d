"""build the site: load, check, generate, render, inspect, and put it in place as site/.

Findings of severity error stop the build with status 1 and leave the last good site as it was.

With --article COPY: a private edition in site-private/, with the text of your copy under each card. COPY is what
`postil align` reads; status 2 when it cannot be read, 3 when nothing of the essay is in it, and nothing is built then.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..copy import store
from ..copy.in_place import Own, own_texts
from ..copy.report import report
from ..edition import PRIVATE_SITE, PUBLIC, Edition, private
from ..load import load
from ..pipeline import Refused, Timings, build, show
from .align import ADVICE, best_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """`--article`, or `--record`, which is for the public site."""
    either = parser.add_mutually_exclusive_group()
    article(either)
    either.add_argument(
        "--record",
        action="store_true",
        help="first write what only a copy of the essay can tell to docs/essay/measured.json",
    )


def run(options: argparse.Namespace) -> int:
    if options.article:
        return private_edition(options.root, options.article)
    return public_edition(options.root, record=options.record)


def article(parser: argparse._ActionsContainer) -> None:
    """The option that makes an edition private."""
    parser.add_argument(
        "--article", metavar="COPY", help="a file of the essay, or - for standard input: build the private edition"
    )


def public_edition(root: Path, *, record: bool = False) -> int:
    """Builds site/ and returns the exit status; twice with `record`, because a page tells what is recorded."""
    return _built(root, PUBLIC, record=record)


def private_edition(root: Path, article: str) -> int:
    """Builds site-private/ from the file `article`, prints what was found of it, and returns the exit status."""
    try:
        own = _own(root, article)
    except Refused as refused:
        return _refused(refused, PRIVATE_SITE)
    lines = report(own)
    if not any(each.text for each in own.values()):
        print(f"postil: {lines[0]}; {ADVICE}\n    nothing was built", file=sys.stderr)
        return 3
    if status := _built(root, private(own)):
        return status
    print(*lines, "site-private/ holds the text of the essay. It is for you alone: do not publish it.", sep="\n")
    return 0


def _own(root: Path, article: str) -> Own:
    """The text of each passage. OSError when the file cannot be read, or lies where it would be published; Refused when
    the notes cannot be."""
    published = [root / "docs", root / "overrides"]
    if article != "-" and any(Path(article).resolve().is_relative_to(folder) for folder in published):
        raise OSError(f"{article} lies among the files that are published: keep your copy outside docs/ and overrides/")
    companion, findings = load(root)
    if any(finding.is_error for finding in findings):
        raise Refused(findings)
    return own_texts(companion, best_of(article, store.read(root)))


def _built(root: Path, edition: Edition, *, record: bool = False) -> int:
    timings: Timings = {}
    try:
        if record:
            build(root, {}, record=True)
        show(build(root, timings, edition))
    except Refused as refused:
        return _refused(refused, edition.site)
    print(f"{'built':<9}{sum(timings.values()):7.2f} s  {edition.site}/")
    return 0


def _refused(refused: Refused, site: str) -> int:
    show(refused.findings)
    print(f"not built: {sum(finding.is_error for finding in refused.findings)} errors; {site}/ is as it was")
    return 1
