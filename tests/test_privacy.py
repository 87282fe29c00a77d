"""What the privacy page says is stored on the device is what the scripts store, no more and no less."""

import re
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
THEME = "__palette"  # stored by Material's own script


SCRIPTS = list(DOCS.glob("assets/**/*.js"))
TOUCHING = re.compile(r"localStorage|sessionStorage|indexedDB|document\.cookie|caches\b")


def stored(script: str) -> set[str]:
    """Names a script stores: those it gives to __md_set, or joins to the site's path itself."""
    constants = dict(re.findall(r'const (\w+) = "([^"]+)"', script))
    given = re.findall(r"__md_set\((\w+|\"[^\"]+\"),", script)
    own = re.findall(r"\$\{__md_scope\.pathname\}\.([\w-]+)`", script)
    return {name.strip('"') if name.startswith('"') else constants[name] for name in given} | set(own)


def test_privacy_page_names_everything_stored():
    page = (DOCS / "about/privacy.md").read_text(encoding="utf-8")
    names = set().union({THEME}, *(stored(path.read_text(encoding="utf-8")) for path in SCRIPTS))
    assert set(re.findall(r"^\| `([\w-]+)` \|", page, re.M)) == names


def test_only_few_scripts_touch_storage():
    """One for all settings (in the packet, another), one that keeps a reader's copy, one that looks whether there is
    a copy, and one that keeps what a student writes."""
    touching = {path.name for path in SCRIPTS if TOUCHING.search(path.read_text(encoding="utf-8"))}
    assert touching == {"scope.js", "packet.js", "keep.js", "own-copy.js", "store.js"}
