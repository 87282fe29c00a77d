"""What the privacy page says is stored on the device is what the scripts store, no more and no less."""

import re
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs"
THEME = "__palette"  # stored by Material's own script


def stored(script: str) -> set[str]:
    """Names a script stores: those it gives to __md_set, each a constant that holds a word."""
    constants = dict(re.findall(r'const (\w+) = "([^"]+)"', script))
    return {constants[name] for name in re.findall(r"__md_set\((\w+),", script)}


def test_privacy_page_names_everything_stored():
    scripts = [path.read_text(encoding="utf-8") for path in (DOCS / "assets/js").glob("*.js")]
    page = (DOCS / "about/privacy.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.M)) == set().union({THEME}, *map(stored, scripts))


def test_one_script_touches_storage():
    touching = {
        path.name
        for path in (DOCS / "assets/js").glob("*.js")
        if re.search(r"localStorage|sessionStorage|indexedDB|document\.cookie", path.read_text(encoding="utf-8"))
    }
    assert touching == {"scope.js"}
