"""The tiny companion dressed as ours: our pages around an invented essay, which the tests may hold, print and tear."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from helpers import HERE, SCRIPTS, process, tiny

REPOSITORY = HERE.parent
ESSAY = HERE / "bad" / "W01-essay-wording" / "essay.txt"
PART, OTHER_PART = "essay/1-the-near-bank.html", "essay/2-the-far-bank.html"


def dressed(root: Path) -> Path:
    """A copy of the tiny companion in the new folder `root`, with our overrides, scripts, styles and help page."""
    tiny(root)
    for name in ("overrides", "docs/assets"):
        shutil.copytree(REPOSITORY / name, root / name, dirs_exist_ok=True)
    shutil.copy(REPOSITORY / "docs/about/own-copy.md", root / "docs/about/own-copy.md")
    (root / "docs/about/rights.md").write_text("# Rights\n", encoding="utf-8")
    pages = re.search(r"^nav:\n(.*?)\n\n", (root / "mkdocs.yml").read_text(encoding="utf-8"), re.M | re.S)[1]
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8").replace("scripts/postil", f"{SCRIPTS.as_posix()}/postil")
    nav = f"nav:\n{pages}\n      - about/own-copy.md\n      - about/rights.md\n\n"
    (root / "mkdocs.yml").write_text(re.sub(r"^nav:\n.*?\n\n", lambda _: nav, config, flags=re.M | re.S), encoding="utf-8")
    with (root / "docs/addresses.txt").open("a", encoding="utf-8") as file:
        file.writelines(line for line in (REPOSITORY / "docs/addresses.txt").open(encoding="utf-8") if "own-copy" in line)
    shutil.copy("/tmp/w/fp-tiny.json", root / "docs/essay/fingerprints.json")
    return root


def built(root: Path) -> Path:
    """The site of the companion in `root`."""
    outcome = process("build", "--root", root)
    assert outcome.status == 0, outcome.out + outcome.err
    return root / "site"
