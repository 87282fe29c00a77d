"""The invented essay as the files people bring, and files made to do harm, by the standard library alone."""

from __future__ import annotations

import base64
import io
import quopri
import zipfile
import zlib
from html import escape

from dressed import PARAGRAPHS, TEXT

XML = '<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{}</w:body></w:document>'


def html() -> str:
    """A saved page, with what surrounds an essay."""
    body = "".join(f"<p>{escape(each)}</p><aside>Advertisement</aside>" for each in PARAGRAPHS)
    head = "<head><title>x</title><style>p {}</style></head>"
    return f"<!doctype html><html>{head}<body><nav>Home</nav>{body}</body></html>"


def mhtml(coding: str = "quoted-printable", charset: str = "utf-8") -> bytes:
    encode = quopri.encodestring if coding == "quoted-printable" else base64.encodebytes
    head = "From: <Saved>\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/related; type="text/html"; boundary="--b--"\r\n\r\n'
    part = f"----b--\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n"
    return (head + part).encode() + encode(html().encode(charset, "xmlcharrefreplace")) + b"\r\n----b----\r\n"


def docx(xml: str = "", packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(half)}</w:t></w:r><w:r><w:t>{escape(rest)}</w:t></w:r></w:p>"
                         for half, rest in ((each[:40], each[40:]) for each in PARAGRAPHS))  # fmt: skip
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml or XML.format(paragraphs))
    return buffer.getvalue()


def bomb() -> bytes:
    """A Word file of some hundred kilobytes that unpacks to 200 MB."""
    return docx(XML.format("<w:p><w:t>" + "a" * 200_000_000 + "</w:t></w:p>"))


def pdf(lines: list[str] | None = None, packed: bytes | None = None) -> bytes:
    """A PDF of one page that shows `lines`, by default the essay; `packed` in place of its content."""
    shown = _lines() if lines is None else lines
    content = b"BT /F 9 Tf 11 TL 40 780 Td " + b"".join(
        b"(" + line.encode("cp1252", "replace").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T* "
        for line in shown
    ) + b"ET"  # fmt: skip
    stream = packed or zlib.compress(content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    ]
    file, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(file))
        file += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in offsets)
    tail = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return file + tail % (table, len(file))


def _lines() -> list[str]:
    lines, line = [], ""
    for word in TEXT.split():
        if len(line) + len(word) > 90:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [*lines, line]
