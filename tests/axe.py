"""What axe finds on a page as it stands, served or from a folder: the rules of WCAG 2.2 AA that a machine can test."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# target-size (WCAG 2.5.8) is off in axe unless asked for. To preload is to ask for the style sheets and sound
# once more, which the policy refuses in a folder; of these rules only that on sound needs it, and the pages have none.
OPTIONS = {
    "runOnly": TAGS,
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}


def violations(tab: Page) -> list[str]:
    """One line for each rule broken: its name, and the first elements that break it."""
    found = Axe().run(tab, options=OPTIONS).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}): "
        + " | ".join(f"{' '.join(node['target'])} {node['html'][:200]}" for node in rule["nodes"][:4])
        + f" ({len(rule['nodes'])} in all)"
        for rule in found
    ]
