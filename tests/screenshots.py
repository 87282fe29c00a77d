"""Pictures of the companion for a look at the whole: `.venv/bin/python tests/screenshots.py`.

Builds the site and writes build/screenshots/<page>-<width>-<theme>.png: five pages at two widths, light and dark.
"""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import sync_playwright

from postil import chromium

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "screenshots"
PAGES = {
    "front": "index.html",
    "part": "essay/2-far-horizon.html",
    "lesson": "lessons/all-parties-at-the-table.html",
    "timeline": "timeline/index.html",
    "glossary": "glossary.html",
}
SIZES = ((390, 844), (1440, 1000))
THEMES = ("light", "dark")


def main() -> int:
    if status := subprocess.call([sys.executable, "-m", "postil", "build", "--root", str(ROOT)]):
        return status
    TARGET.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.switches())
        for (width, height), theme in product(SIZES, THEMES):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce"
            )
            page = context.new_page()
            for name, path in PAGES.items():
                page.goto((ROOT / "site" / path).as_uri())
                page.screenshot(path=TARGET / f"{name}-{width}-{theme}.png")
            context.close()
        browser.close()
    print(f"{len(PAGES) * len(SIZES) * len(THEMES)} pictures in {TARGET.relative_to(ROOT).as_posix()}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
