"""The tiny companion dressed as ours: our pages around an invented essay, which the tests may hold, print and tear."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from helpers import HERE, SCRIPTS, process, tiny
from postil.copy import store
from postil.copy.fingerprints import fingerprints
from postil.copy.normalise import normalise
from postil.copy.pins import check

REPOSITORY = HERE.parent
ESSAY = HERE / "bad" / "W01-essay-wording" / "essay.txt"
TEXT = ESSAY.read_text(encoding="utf-8")
PARAGRAPHS = [each for each in TEXT.split("\n") if len(each.split()) > 20]
PART, OTHER_PART = "essay/1-the-near-bank.html", "essay/2-the-far-bank.html"
PIN = re.compile(r"^(id: p(\d+)-.*?^pin: (\d+)\+(\d+))[^\n]*$", re.M | re.S)


def dressed(root: Path) -> Path:
    """A copy of the tiny companion in the new folder `root`, with our overrides, scripts, styles and help page, and
    with fingerprints and pins made from the essay."""
    tiny(root)
    for name in ("overrides", "docs/assets"):
        shutil.copytree(REPOSITORY / name, root / name, dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "docs/about/own-copy.md", root / "docs/about/own-copy.md")
    (root / "docs/about/rights.md").write_text("# Rights\n", encoding="utf-8")
    with (root / "docs/addresses.txt").open("a", encoding="utf-8") as file:
        ours = (REPOSITORY / "docs/addresses.txt").read_text(encoding="utf-8").splitlines(keepends=True)
        file.writelines(line for line in ours if "own-copy" in line)
    _configure(root / "mkdocs.yml")
    for part in (root / "docs/essay").glob("*.md"):
        part.write_text(PIN.sub(_pinned, part.read_text(encoding="utf-8")), encoding="utf-8")
    prints = fingerprints([_words(paragraph) for paragraph in PARAGRAPHS])
    store.write(root, prints, {"from": "the invented essay"})
    return root


def built(root: Path) -> Path:
    """The site of the companion in `root`."""
    outcome = process("build", "--root", root)
    assert outcome.status == 0, outcome.out + outcome.err
    return root / "site"


def _configure(path: Path) -> None:
    """Our mkdocs.yml with the pages of the tiny one."""
    pages = re.search(r"^nav:\n(.*?)\n\n", path.read_text(encoding="utf-8"), re.M | re.S)[1]
    nav = f"nav:\n{pages}\n      - about/own-copy.md\n      - about/rights.md\n\n"
    ours = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    ours = ours.replace("scripts/postil", f"{SCRIPTS.as_posix()}/postil")
    path.write_text(re.sub(r"^nav:\n.*?\n\n", lambda _: nav, ours, flags=re.M | re.S), encoding="utf-8")


def _pinned(note: re.Match[str]) -> str:
    """The options of a note with the check of its pin."""
    return f"{note[1]} {check(_words(PARAGRAPHS[int(note[2]) - 1]), int(note[3]), int(note[4])):04x}"


def _words(text: str) -> list[str]:
    return [word.text for word in normalise(text)]
