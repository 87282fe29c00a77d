"""The one module that imports MkDocs: turns generated Markdown into HTML, and its warnings into findings."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path

from . import rules
from .edition import PUBLIC, Edition
from .findings import Finding, Place
from .private import STYLES

NAMED = re.compile(r"'([^']+\.md)'")


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def render(root: Path, site: Path, edition: Edition = PUBLIC) -> list[Finding]:
    """Renders `root`/mkdocs.yml into the folder `site`; after a finding the result is not to be used."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    warnings, log = _Warnings(), logging.getLogger("mkdocs")
    log.addHandler(warnings)
    log.propagate = False
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(site), **_options(root, edition))
        if edition.is_private:
            config.extra_css += [path for path in STYLES if (root / edition.docs / path).is_file()]
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        if not warnings.messages:
            warnings.messages.append(str(error))
    finally:
        log.removeHandler(warnings)
    return [_finding(message) for message in warnings.messages]


def public_address(root: Path) -> str:
    """The address of the site as mkdocs.yml says it, with a slash at the end; "" where it has none."""
    from mkdocs.utils.yaml import yaml_load

    with (root / "mkdocs.yml").open("rb") as file:
        found = str(yaml_load(file).get("site_url") or "")
    return f"{found.rstrip('/')}/" if found else ""


def _options(root: Path, edition: Edition) -> dict[str, str]:
    """What is not as mkdocs.yml says. A private edition has no public address."""
    docs = str(root / edition.docs)
    return {"docs_dir": docs, "site_url": ""} if edition.is_private else {"docs_dir": docs}


def _finding(message: str) -> Finding:
    named = NAMED.search(message)
    place = Place(f"docs/{named[1]}") if named and "'nav' configuration" not in message else Place("mkdocs.yml")
    return Finding(rules.RENDERER, place, " ".join(message.split()))


def serve(root: Path, address: str) -> None:
    """Serves `root` with live reload until it is stopped; serve_hook.py regenerates the pages on every change."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands import serve as command

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    command.serve(str(root / "mkdocs.yml"), dev_addr=address, strict=False)
