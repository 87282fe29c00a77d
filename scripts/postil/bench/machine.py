"""Which machine measured, with which versions, on which day."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version

TOOLS = {
    "MkDocs": "mkdocs",
    "Material": "mkdocs-material",
    "Zensical": "zensical",
    "Sphinx": "sphinx",
    "furo": "furo",
    "MyST": "myst-parser",
    "rapidfuzz": "rapidfuzz",
}


def description() -> str:
    """One sentence for the head of the page."""
    versions = ", ".join(f"{name} {_version(package)}" for name, package in TOOLS.items())
    return (
        f"Measured on {today()} on {os.cpu_count()} cores ({platform.system()}, {platform.machine()}) with Python "
        f"{platform.python_version()}, {versions}.{_busy()}"
    )


def today() -> str:
    """The day in UTC, as everywhere on the site: 23 November 2026."""
    now = datetime.now(UTC)
    return f"{now.day} {now:%B %Y}"


def _busy() -> str:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    busy = load > (os.cpu_count() or 1) / 2
    return f" The machine was busy (load {load:.1f} before the start): times are too long." if busy else ""


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
