"""The one-page companion and the lessons as PDF files, printed from the built site by Chromium.

How they look is the business of assets/css/print.css. Scripts stay off: paper needs none of them. Links within
the page lead to a place in the file; links to other pages go to the site's public address where one is set. Where none
is, they are plain text, because a path on the machine that printed helps nobody.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from .. import chromium

LACKING = {
    "playwright": "printing needs Playwright, which is missing here; `make pdf` installs it",
    "chromium": "printing needs Chromium or Chrome, and none was found. Install one, or name it: CHROMIUM=/path/to/it",
}
# What a file on its own needs: at its end every source that it cites, with the address; and links that lead somewhere.
PREPARE = """sources => {
    const cited = [...document.querySelectorAll("a.source")].map(link => link.hash.slice(1))
    const list = Object.entries(sources).filter(([id]) => cited.includes(id))
    const block = ([id, text]) => `<div class="source" id="${id}">${text}</div>`
    if (list.length) document.querySelector("article").insertAdjacentHTML("beforeend",
        `<h2>Sources</h2>${list.map(block).join("")}`)

    const base = document.querySelector("link[rel=canonical]")?.href
    for (const link of document.querySelectorAll("a[href]")) {
        const href = link.getAttribute("href")
        if (/^(#|https?:|mailto:)/.test(href)) continue
        if (link.matches(".source") && document.getElementById(link.hash.slice(1))) link.setAttribute("href", link.hash)
        else if (base) link.href = new URL(href, base).href
        else link.removeAttribute("href")
    }
}"""
STAMP = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")


def lacking() -> str:
    """The key in LACKING of what is missing on this machine, or nothing."""
    if importlib.util.find_spec("playwright") is None:
        return "playwright"
    return "" if chromium.find() else "chromium"


def pdf(root: Path, moment: int) -> list[Path]:
    """Prints site/ into dist/pdf/ and returns the files; `moment`, seconds since 1970, is the date they carry."""
    target = root / "dist" / "pdf"
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, data in _printed(root / "site"):
        written.append(target / f"{name}.pdf")
        written[-1].write_bytes(dated(data, moment))
    return written


def _printed(site: Path) -> Iterator[tuple[str, bytes]]:
    from playwright.sync_api import sync_playwright

    pages = [site / "companion.html", *sorted((site / "lessons").glob("*.html"))]
    sources = _sources(site / "sources" / "index.html")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.switches())
        page = browser.new_context(java_script_enabled=False, offline=True).new_page()
        for path in pages:
            if path.stem != "index":
                page.goto(path.as_uri())
                page.evaluate(PREPARE, sources)
                yield path.stem, page.pdf(format="A4", tagged=True, outline=True)
        browser.close()


def _sources(path: Path) -> dict[str, str]:
    """The entry of each source, in HTML, in the order of the alphabet."""
    if not path.is_file():
        return {}
    entries = LexborHTMLParser(path.read_text(encoding="utf-8")).css("div.source[id] > p:first-child")
    entries.sort(key=lambda entry: entry.text().casefold())
    return {str(entry.parent.attributes["id"]): str(entry.html) for entry in entries if entry.parent}


def dated(data: bytes, moment: int) -> bytes:
    """`data` with `moment` as its dates. As long as before, so that the table of offsets in the file stays right."""
    text = datetime.fromtimestamp(moment, UTC).strftime("(D:%Y%m%d%H%M%S+00'00')").encode()

    def fixed(found: re.Match[bytes]) -> bytes:
        same = b"/" + found[1] + b" " + text
        return same if len(same) == len(found[0]) else found[0]

    return STAMP.sub(fixed, data)
