"""The pages that postil generated, built by others as these come: no overrides, no script or style of ours, own search.

Each builder takes the root of a built companion and returns the folder of its site; NotMeasured when it fails.
"""

from __future__ import annotations

import re
import shutil
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from .process import NotMeasured, run

# System fonts are kept: Google's would come from another host, and their weight is not Material's.
OURS = re.compile(
    r"^(?:hooks|strict|plugins|extra|extra_css|extra_javascript):.*\n(?:[ \t#].*\n|\n)*|^  (?:custom_dir|favicon):.*\n",
    re.M,
)
LOGO = re.compile(r"^    logo:.*", re.M)

# MyST reads the headings' ids as targets; attributes of paragraphs are for style, which is furo's here.
SPHINX = """project = "Companion"
extensions = ["myst_parser"]
html_theme = "furo"
root_doc = "index"
suppress_warnings = ["*"]
myst_enable_extensions = ["attrs_inline", "deflist", "smartquotes"]
html_copy_source = html_show_sourcelink = False
"""
HEADING_ID = re.compile(r"^(#+ .*?) \{ #([\w-]+) \}$", re.M)
PARAGRAPH_ATTRIBUTES = re.compile(r"^\{:.*\}\n", re.M)


@cache
def material(root: Path) -> Path:
    """Built once: it is weighed, and painted later."""
    (root / "stock.yml").write_text(stock(root), encoding="utf-8")
    run(root, sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", "stock.yml", "-d", "site-material")
    return root / "site-material"


def zensical(root: Path) -> Path:
    if not find_spec("zensical"):
        raise NotMeasured("Zensical is not installed")
    config = stock(root).replace("site_dir: site\n", "site_dir: site-zensical\n")
    (root / "zensical.yml").write_text(config, encoding="utf-8")
    run(root, sys.executable, "-m", "zensical", "build", "-f", "zensical.yml")
    return root / "site-zensical"


def furo(root: Path) -> Path:
    """By Sphinx, with MyST as its reader of Markdown."""
    if missing := [name for name in ("sphinx", "myst_parser", "furo") if not find_spec(name)]:
        raise NotMeasured(f"{', '.join(missing)} not installed")
    source = root / "build" / "sphinx"
    shutil.copytree(root / "build" / "docs", source, dirs_exist_ok=True)
    (source / "conf.py").write_text(SPHINX, encoding="utf-8")
    for path in source.rglob("*.md"):
        path.write_text(for_myst(path.read_text(encoding="utf-8")), encoding="utf-8")
    run(root, sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), "site-furo")
    return root / "site-furo"


def stock(root: Path) -> str:
    """mkdocs.yml with the same pages and features, and without what is ours."""
    return LOGO.sub("    logo: material/library", OURS.sub("", (root / "mkdocs.yml").read_text(encoding="utf-8")))


def for_myst(text: str) -> str:
    """Generated Markdown with the ids of its headings in the words of MyST."""
    return PARAGRAPH_ATTRIBUTES.sub("", HEADING_ID.sub(r"(\2)=\n\1", text))
