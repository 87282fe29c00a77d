"""A web page as text: what a reader would see, block by block. The alignment, not this, leaves the furniture out.

A page cleaner (trafilatura, Readability) drops first, last and link-heavy paragraphs now and then; so none is used.
"""

from __future__ import annotations

from html.parser import HTMLParser

HIDDEN = {"script", "style", "template", "noscript", "title", "svg", "select", "textarea", "iframe", "object"}
INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike", "strong", "sub",
    "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip


def html_text(markup: str) -> str:
    """The visible text of a page; blocks are parted by an empty line. Any markup gives a text."""
    reader = _Text()
    reader.feed(markup)
    reader.close()
    return "".join(reader.made)


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.made: list[str] = []
        self.hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.hidden and tag in HIDDEN:
            self.hidden = tag
        elif not self.hidden and tag not in INLINE:
            self.made.append("\n" if tag == "br" else "\n\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE and not self.hidden:
            self.made.append("\n" if tag == "br" else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.hidden:
            self.hidden = ""
        elif not self.hidden and tag not in INLINE and tag != "br":
            self.made.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.made.append(" ".join(data.replace("\n", " ").split(" ")))
