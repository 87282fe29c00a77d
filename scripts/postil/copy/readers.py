"""Files to text: the only part of `copy` that touches a file. Nothing found in one is ever run, opened or fetched.

Each kind gives one text or several (a PDF: as written, and as laid out), of which the caller takes what aligns best.
Whatever goes wrong is one `Unreadable` with a sentence for the reader.
"""

from __future__ import annotations

import email
import email.policy
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from .html_text import html_text

LIMIT = 20_000_000  # bytes of a file, or of what is packed in it: an essay has a thousandth of it
RATIO = 200  # how many times larger than packed; word processors reach 20
PAGES = 500
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PICTURE = "this is a picture of text, not text; ask your library for accessible text"
PIP = "pip install 'postil[pdf]'"


class Unreadable(Exception):
    """A file that cannot be read as a copy; the text says why and what to do."""


def read_copy(name: str) -> list[str]:
    """The texts of the file `name`, or of standard input when it is "-". Raises Unreadable."""
    try:
        data = sys.stdin.buffer.read(LIMIT + 1) if name == "-" else _bytes(Path(name))
    except OSError as error:
        raise Unreadable(f"{name}: {error.strerror or error}") from error
    if len(data) > LIMIT:
        raise Unreadable(f"{name}: larger than {LIMIT // 1_000_000} MB; save the essay alone and try again")
    try:
        return texts(data, Path(name).suffix.lower())
    except Unreadable as problem:
        raise Unreadable(f"{name}: {problem}") from problem


def texts(data: bytes, suffix: str) -> list[str]:
    """The texts of a file with this content; what it is counts more than how it is called. Raises Unreadable."""
    if data.startswith(b"%PDF-"):
        return _pdf(data)
    if data.startswith(b"PK\x03\x04"):
        return [_docx(data)]
    text = decoded(data)
    if suffix in (".mhtml", ".mht") or _looks(text, "multipart/related"):
        return [_mhtml(data)]
    if suffix in (".html", ".htm", ".xhtml") or _looks(text, "<!doctype html", "<html"):
        return [html_text(text)]
    return [text]


def decoded(data: bytes) -> str:
    """Bytes as text: by byte-order mark, else UTF-8, else UTF-16 when every other byte is zero, else Windows-1252."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    if data[1:200:2].count(0) > 80:
        return data.decode("utf-16-le", "replace")
    if data[0:200:2].count(0) > 80:
        return data.decode("utf-16-be", "replace")
    if b"\0" in data:
        raise Unreadable("not a text, a web page, a Word file or a PDF")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LIMIT + 1)


def _looks(text: str, *marks: str) -> bool:
    head = text[:2000].lower()
    return any(mark in head for mark in marks)


def _mhtml(data: bytes) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    found: dict[str, bytes] = {}
    charsets: dict[str, str] = {}
    for part in message.walk():
        kind = part.get_content_type()
        payload = part.get_payload(decode=True)
        if (
            kind in ("text/html", "text/plain")
            and isinstance(payload, bytes)
            and len(payload) > len(found.get(kind, b""))
        ):
            found[kind] = payload
            charsets[kind] = str(part.get_param("charset", "") or "")
    for kind, shown in (("text/html", html_text), ("text/plain", str)):
        if kind in found:
            return shown(_charset(found[kind], charsets[kind]))
    raise Unreadable("a saved web page without a page in it; save it again, or copy the text and paste it")


def _charset(data: bytes, name: str) -> str:
    try:
        return data.decode(name) if name else decoded(data)
    except (LookupError, UnicodeDecodeError):
        return decoded(data)


def _docx(data: bytes) -> str:
    broken = Unreadable("a damaged Word file; open it in a word processor and save it again, or save it as text")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            info = archive.getinfo("word/document.xml")
            if info.file_size > LIMIT or info.file_size > RATIO * max(1, info.compress_size):
                raise Unreadable("packed far too tightly for a Word file; save it as text instead")
            with archive.open(info) as file:
                xml = file.read(LIMIT + 1)
    except KeyError:
        raise Unreadable("a zip, but not a Word file; unpack it and choose the document in it") from None
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise broken from error
    except Unreadable:
        raise
    except Exception as error:  # zlib.error and whatever else a crafted archive provokes
        raise broken from error
    if len(xml) > LIMIT or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise broken
    try:
        return _paragraphs(xml)
    except ElementTree.ParseError as error:
        raise broken from error


def _paragraphs(xml: bytes) -> str:
    """Text of a Word document, streamed, so that depth costs nothing."""
    made: list[str] = []
    signs = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "p": "\n\n"}
    for _, element in ElementTree.iterparse(io.BytesIO(xml), events=("end",)):
        tag = element.tag.removeprefix(W)
        made.append(element.text or "" if tag == "t" else signs.get(tag, ""))
        element.clear()
    return "".join(made)


def _pdf(data: bytes) -> list[str]:
    try:
        import pypdf
    except ImportError:
        raise Unreadable(f"to read PDF files, first run: {PIP}") from None
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        if len(pages) > PAGES:
            raise Unreadable(f"a PDF of {len(pages)} pages; save the pages of the essay alone and try again")
        found = [_pages(pages, lambda page: page.extract_text())]
    except Unreadable:
        raise
    except (Exception, RecursionError) as error:  # pypdf lets through whatever a broken file provokes
        raise Unreadable("a damaged or locked PDF; open it, copy the text and paste it") from error
    if not found[0].strip():
        raise Unreadable(PICTURE)
    try:
        found.append(_pages(pages, lambda page: page.extract_text(extraction_mode="layout")))
    except (Exception, RecursionError):  # the first text is there; the second is only a second chance
        return found
    return found


def _pages(pages: list, text: Callable[..., str]) -> str:
    made, size = [], 0
    for page in pages:
        made.append(text(page))
        size += len(made[-1])
        if size > LIMIT:
            raise Unreadable("a PDF with far more text than an essay; save the pages of the essay alone and try again")
    return "\f".join(made)
