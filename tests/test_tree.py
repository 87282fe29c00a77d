"""What a screen reader is told of one passage, ¶6, its notes closed and one of them open, as a golden file.

POSTIL_REWRITE=1 pytest -n 0 tests/test_tree.py writes it anew when words or markup have changed: read the diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from browser import PART, home
from helpers import golden

TREE = Path(__file__).parent / "tree"


@pytest.mark.parametrize("state", ["closed", "open"])
def test_the_accessibility_tree_of_a_passage_is_as_reviewed(state, request, page):
    tab = page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    tab.goto(f"{home(request, 'http')}/{PART}")
    passage = tab.locator("section.passage:has(#p6)")
    passage.get_by_role("button", name="Copy link").wait_for()
    if state == "open":
        passage.locator("details.note > summary").first.press("Enter")
        passage.locator("details.note[open]").wait_for()
    found = passage.aria_snapshot() + "\n"
    assert found == golden(TREE / f"p6-{state}.yml", found)
