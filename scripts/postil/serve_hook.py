"""MkDocs hook, named in mkdocs.yml: lets `mkdocs serve` call `generate` before each build. It holds no logic.

While serving, the page's security policy is left out, because live reload works by an inline script.
"""

from __future__ import annotations

import re
from pathlib import Path

from postil.pipeline import regenerate

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_serving = False


def on_startup(command: str, **_: object) -> None:
    global _serving
    _serving = command == "serve"


def on_pre_build(config: object) -> None:
    if _serving:
        regenerate(Path(config.config_file_path).parent)  # type: ignore[attr-defined]


def on_post_page(output: str, **_: object) -> str:
    return POLICY.sub("", output) if _serving else output
