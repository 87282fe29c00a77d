"""The same pages in stock Material: no overrides, no script or style of ours, its search as it comes."""

from __future__ import annotations

import sys
from pathlib import Path

from .process import run

# System fonts are kept: Google's would come from another host, and their weight is not Material's.
CONFIG = """INHERIT: mkdocs.yml
hooks: []
strict: false
theme: {custom_dir: bare-theme, favicon: assets/images/favicon.png, icon: {logo: material/library}}
plugins: [search]
extra: {polyfills: []}
extra_css: []
extra_javascript: []
"""


def stock(root: Path) -> Path:
    """Builds root/build/docs so and returns the folder of the site."""
    (root / "bare-theme").mkdir(exist_ok=True)
    (root / "stock.yml").write_text(CONFIG, encoding="utf-8")
    run(root, sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", "stock.yml", "-d", "site-stock")
    return root / "site-stock"
