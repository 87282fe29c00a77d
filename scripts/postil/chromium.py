"""Where a Chromium is, for what is printed and for the tests; and how it is started without calls home."""

from __future__ import annotations

import os
import shutil
from functools import cache
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SWITCHES = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


def find() -> str | None:
    """The one the variable CHROMIUM names, one on the PATH, or Playwright's own; None when there is none."""
    named = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None) or _playwrights_own()
    return named if named and Path(named).exists() else None


def switches() -> list[str]:
    """What Chromium is started with. As root it refuses its sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*SWITCHES, *(["--no-sandbox"] if root else [])]


@cache
def _playwrights_own() -> str:
    """Where Playwright would keep the Chromium it installs; starting its driver to ask costs half a second."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path
