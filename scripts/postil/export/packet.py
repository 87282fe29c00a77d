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
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
TOLD = "meta[name=author], meta[name^=citation_], meta[name^=dc], meta[property^=og]"  # for Zotero, as on every page
DROPPED = ".tools, .headerlink, .mentioned, a.start, nav.contents, reading-place, template, script"
LEDE = (
    "All in this one file: our cards and notes, the glossary, the questions, and room for your answers. Not the essay."
)
# In its place until it is made, so that links to it hold while pages are rendered.
SOON = b"<!doctype html><title>packet</title>Made by `postil build`, not by `postil serve`.\n"
MARKS = 'dir="ltr" data-md-color-scheme="default" data-md-color-primary="indigo"'


def put(site: Path, docs: Path, address: str) -> None:
    """Writes the packet of `site` at its root. `docs` holds the sources of the scripts that pages share. What is not in
    the packet is linked at `address`, the public one of the site; without one those links are plain words."""
    if (site / PAGE).is_file():
        (site / PACKET).write_bytes(_packet(site, docs, address).encode("utf-8"))


def _packet(site: Path, docs: Path, address: str) -> str:
    page, glossary = (LexborHTMLParser((site / name).read_bytes()) for name in (PAGE, GLOSSARY))
    article, entries = _article(page), _article(glossary)
    for node in entries.css("h1, .over, .lede"):  # the packet has its own title
        node.decompose()
    ids = {node.attributes["id"] for one in (article, entries) for node in one.css("[id]")}
    for one, name in ((article, PAGE), (entries, GLOSSARY)):
        _redirect(one, name, ids, address)
    name = page.css_first("meta[property='og:site_name']").attributes["content"] or ""
    told = [node.html or "" for node in page.css(TOLD)]
    body = [
        f'<p class="packet-name"><strong>{escape(name)}</strong> {LEDE}</p>',
        _folded("ready", "Ready assignments", _ready(site)),
        article.inner_html or "",
        _folded("glossary", "Glossary", entries.inner_html or ""),
    ]
    title = f"<title>{escape(name)}: the packet</title>"
    return _document([title, *told], body, _styles(site, page), _scripts(site, docs))


def _article(tree: LexborHTMLParser) -> LexborNode:
    article = tree.css_first("article")
    for node in article.css(DROPPED):
        node.decompose()
    return article


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


def _inline(script: str) -> str:
    """`script` as it may stand in HTML: opening no comment, and without control characters in strings and patterns."""
    return CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", script.replace("<!--", r"<\!--"))


def _styles(site: Path, page: LexborHTMLParser) -> list[str]:
    href = page.css_first("link[rel=stylesheet][href*='site.']").attributes["href"] or ""
    names = (normpath(join(dirname(PAGE), href)), *STYLES)
    return [(site / name).read_text(encoding="utf-8") for name in names if (site / name).is_file()]


def _scripts(site: Path, docs: Path) -> list[str]:
    found = [small((docs / name).read_text(encoding="utf-8")) for name in PLAIN]
    found += [(site / name).read_text(encoding="utf-8") for name in MADE if (site / name).is_file()]
    return [_inline(script) for script in found]


def _ready(site: Path) -> str:
    """The ready assignments, as links of the packet."""
    found = []
    for path in sorted((site / "classroom/assignments").glob("*.html")):
        tree = LexborHTMLParser(path.read_bytes())
        code = tree.css_first(".class-work").attributes["data-assignment"] or ""
        found.append(f'<li><a href="#{escape(code)}">{escape(tree.css_first("h1").text(strip=True))}</a></li>')
    return f"<ul>{''.join(found)}</ul>" if found else ""


def _folded(name: str, title: str, body: str) -> str:
    return f'<details class="packet-{name}"><summary>{title}</summary>\n{body}\n</details>' if body else ""


def _document(head: list[str], body: list[str], styles: list[str], scripts: list[str]) -> str:
    policy = (
        f"default-src 'none'; script-src {_hashes(scripts)}; style-src {_hashes(styles)}; img-src data:; "
        "worker-src blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en" class="no-js packet">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width,initial-scale=1">',
            *head,
            '<link rel="icon" href="data:,">',
            *(f"<style>{style}</style>" for style in styles),
            f'</head>\n<body {MARKS}>\n<main class="md-grid">\n<article class="md-content__inner md-typeset">',
            *body,
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
