"""The packet: one HTML file that holds cards, notes, glossary and questions, and what students and readers do there.

It is the page classroom/assignment.html of the built site with everything it asks for written into it: styles,
scripts, fingerprints, glossary. Its policy names each script and style by its hash and allows nothing else, no
connection either.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..generate import PACKET
from ..generate.own_copy import CODE_FILE, DATA_FILE
from ..pack.join import script as small

PAGE, GLOSSARY = "classroom/assignment.html", "glossary.html"
STYLES = ("assets/css/classroom.css", "assets/css/own-copy.css")
PLAIN = ("assets/classroom/packet.js", "assets/js/notes.js", "assets/js/own-copy.js")  # below docs/, small here
MADE = (DATA_FILE, CODE_FILE, "assets/js/classroom.js")  # below the site, small already
DROPPED = ".tools, .headerlink, .mentioned, a.start, nav.contents, reading-place, template, script"
LEDE = (
    "All in this one file: our cards and notes, the glossary, the questions, and room for your answers. Not the essay."
)
# In its place until it is made, so that links to it hold while pages are rendered.
SOON = b"<!doctype html><title>packet</title>Made by `postil build`, not by `postil serve`.\n"
MARKS = {"dir": "ltr", "data-md-color-scheme": "default", "data-md-color-primary": "indigo"}


def put(site: Path, docs: Path, address: str) -> None:
    """Writes the packet of `site` at its root. `docs` holds the sources of the scripts that pages share. What is not in
    the packet is linked at `address`, the public one of the site; without one those links are plain words."""
    if (site / PAGE).is_file():
        (site / PACKET).write_bytes(_packet(site, docs, address).encode("utf-8"))


def _packet(site: Path, docs: Path, address: str) -> str:
    page, glossary = (LexborHTMLParser((site / name).read_bytes()) for name in (PAGE, GLOSSARY))
    article = _article(page)
    entries = _article(glossary)
    _as_part(entries)
    ids = {node.attributes["id"] for one in (article, entries) for node in one.css("[id]")}
    for one, name in ((article, PAGE), (entries, GLOSSARY)):
        _redirect(one, name, ids, address)
    styles = [
        _style(site, page),
        *((site / name).read_text(encoding="utf-8") for name in STYLES if (site / name).is_file()),
    ]
    scripts = [small((docs / name).read_text(encoding="utf-8")) for name in PLAIN]
    scripts += [(site / name).read_text(encoding="utf-8") for name in MADE if (site / name).is_file()]
    name = page.css_first("meta[property='og:site_name']").attributes["content"] or ""
    scripts = [text.replace("<!--", r"<\!--") for text in scripts]  # means the same, and opens no comment of HTML
    return _document(name, article.inner_html or "", entries.inner_html or "", styles, scripts, _ready(site))


def _article(tree: LexborHTMLParser) -> LexborNode:
    article = tree.css_first("article")
    for node in article.css(DROPPED):
        node.decompose()
    return article


def _as_part(entries: LexborNode) -> None:
    """The glossary's title goes; the packet has its own for it."""
    for node in entries.css("h1, .over, .lede"):
        node.decompose()


def _redirect(article: LexborNode, name: str, ids: set[str | None], address: str) -> None:
    """Links to what is in the packet stay in it; others lead to the site, or are words."""
    for link in article.css("a[href]"):
        parts = urlsplit(link.attributes["href"] or "")
        if parts.scheme:
            continue
        if parts.fragment and unquote(parts.fragment) in ids:
            link.attrs["href"] = f"#{parts.fragment}"
        elif "open-copy" in (link.attributes.get("class") or ""):
            link.attrs["href"] = "#step-get-essay"  # where it stands; with script it is a control
        elif address:
            path = normpath(join(dirname(name), parts.path)) if parts.path else name
            link.attrs["href"] = f"{address}{path}{'#' + parts.fragment if parts.fragment else ''}"
        else:
            link.unwrap()


def _style(site: Path, page: LexborHTMLParser) -> str:
    href = page.css_first("link[rel=stylesheet][href*='site.']").attributes["href"] or ""
    return (site / normpath(join(dirname(PAGE), href))).read_text(encoding="utf-8")


def _ready(site: Path) -> list[tuple[str, str]]:
    """(code, title) of each ready assignment, as links of the packet."""
    found = []
    for path in sorted((site / "classroom/assignments").glob("*.html")):
        tree = LexborHTMLParser(path.read_bytes())
        work, title = tree.css_first(".class-work"), tree.css_first("h1")
        if work and title:
            found.append((work.attributes["data-assignment"] or "", title.text(strip=True)))
    return found


def _document(
    name: str, article: str, entries: str, styles: list[str], scripts: list[str], ready: list[tuple[str, str]]
) -> str:
    policy = (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; img-src data:; "
        "worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    marks = " ".join(f'{key}="{value}"' for key, value in MARKS.items())
    items = "".join(f'<li><a href="#{escape(code)}">{escape(title)}</a></li>' for code, title in ready)
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en" class="no-js packet">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            f'<title>{escape(name)}: the packet</title>\n<link rel="icon" href="data:,">',
            *(f"<style>{style}</style>" for style in styles),
            f'</head>\n<body {marks}>\n<main class="md-grid">\n<article class="md-content__inner md-typeset">',
            f'<p class="packet-name"><strong>{escape(name)}</strong> {LEDE}</p>',
            f'<details class="packet-ready"><summary>Ready assignments</summary><ul>{items}</ul></details>'
            if items
            else "",
            article,
            f'<details class="packet-glossary"><summary>Glossary</summary>\n{entries}\n</details>',
            "</article>\n</main>",
            *(f"<script>{script}</script>" for script in scripts),
            "</body>\n</html>\n",
        ]
    )


def _hashes(texts: list[str]) -> str:
    """What the policy allows: each text by its hash. A text must not end its own element."""
    for text in texts:
        if re.search(r"</(script|style)|<!--", text, re.I):
            raise ValueError("expected a script or style that can stand in a page, found one with an end tag in it")
    digests = (base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)
