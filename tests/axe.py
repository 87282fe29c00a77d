"""What axe finds on a page as it stands, served or from a folder: the rules of WCAG 2.2 AA that a machine can test."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
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
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
RUN = """async options => (await axe.run(document, options)).violations.map(({ id, impact, nodes }) => {
    const first = nodes.slice(0, 4).map(node => `${node.target.join(" ")} ${node.failureSummary.slice(0, 160)}`)
    return `${id} (${impact}): ${first.join(" | ")} (${nodes.length} in all)`
})"""


def violations(tab: Page) -> list[str]:
    """One line for each rule broken: its name, and the first elements that break it."""
    tab.evaluate(AXE)
    return tab.evaluate(RUN, OPTIONS)
