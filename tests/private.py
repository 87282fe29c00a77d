"""What a private edition holds, for its tests: each passage's own words, and the phrases in them that lead to notes."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from dressed import REPOSITORY
from helpers import SCRIPTS, replace
from postil.copy.normalise import normalise

HOOK = "hooks: [scripts/postil/serve_hook.py]"


@dataclass(frozen=True)
class Shown:
    """One passage of a page: the text in its frame, the remark under it, and the words of each phrase by note."""

    text: str
    remark: str
    phrases: dict[str, str]
    page: str


def ours(root: Path) -> Path:
    """The companion of this repository in the new folder `root`, to be built there."""
    root.mkdir()
    for name in ("docs", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    replace(root / "mkdocs.yml", HOOK, f"hooks: [{SCRIPTS.as_posix()}/postil/serve_hook.py]")
    return root


def shown(site: Path) -> dict[int, Shown]:
    """The passages of all parts of `site` that have a frame, by number. The frame stands between card and notes."""
    found = {}
    for path in sorted((site / "essay").glob("*.html")):
        for section in LexborHTMLParser(path.read_text(encoding="utf-8")).css("section.passage"):
            blocks = [node.attributes.get("class") for node in section.iter()]
            if frame := section.css_first(".own"):
                assert blocks.index("card") == blocks.index(frame.attributes["class"]) - 1
                number = int(section.css_first(".mark").attributes["href"].removeprefix("#p"))
                found[number] = _shown(frame, path.relative_to(site).as_posix())
    return found


def _shown(frame, page: str) -> Shown:
    text, remark = frame.css_first(".words"), frame.css_first(".remark")
    links = frame.css(".words a")
    assert all(link.attributes["id"] == f"own-{link.attributes['href'][1:]}-ref" for link in links)
    assert all(node.tag == "a" for node in frame.css(".words *")), "something else than text and phrases"
    phrases = {link.attributes["href"][1:]: link.text() for link in links}
    return Shown(text.text() if text else "", remark.text() if remark else "", phrases, page)


def words(text: str) -> list[str]:
    return [word.text for word in normalise(text)]


def share(due: list[str], here: list[str]) -> float:
    """How much of `due` stands in `here`, in its order; what is there too much counts against it."""
    same = sum(block.size for block in SequenceMatcher(None, due, here, autojunk=False).get_matching_blocks())
    return same / max(len(due), len(here))


def runs(text: str, size: int = 8) -> set[tuple[str, ...]]:
    """Every `size` words in a row."""
    found = words(text)
    return {tuple(found[at : at + size]) for at in range(len(found) - size + 1)}


def everything(folder: Path) -> str:
    """The text of every file below `folder` that can be read as one."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in files)
