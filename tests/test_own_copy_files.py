"""The files and pastes that readers bring, and those made to do harm: read as text or refused, and nothing runs."""

from __future__ import annotations

import zipfile

import pytest

import copy_files as files
from dressed import PARAGRAPHS, TEXT
from own_copy import DIALOG, FOUND, address, give, open_dialog, place, report, shown
from postil.generate import pdfjs

PARTS = b"A: b\r\nMIME-Version: 1.0\r\nContent-Type: multipart/x; boundary=b\r\n\r\n" + b"--b\r\n\r\n" * 90_000
HARM = "window.harmed = true"
PASTE = """(field, [type, text]) => {
    const data = new DataTransfer()
    data.setData(type, text)
    if (type === "text/html") data.setData("text/plain", "the plain form")
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
}"""


@pytest.fixture
def tab(bridges, server, page):
    tab = page()
    tab.goto(address(bridges, server, "http"))
    open_dialog(tab)
    return tab


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("copy.txt", TEXT.encode()),
        ("copy.txt", TEXT.replace("\n", "\r\n").encode("utf-8-sig")),
        ("copy.txt", TEXT.encode("utf-16")),
        ("copy.txt", TEXT.encode("utf-16-le")),
        ("copy.txt", TEXT.replace("'", "’").encode("cp1252")),
        ("copy.md", f"# On Bridges\n\n{TEXT}".encode()),
        ("copy.html", files.html().encode()),
        ("no-name-to-go-by", files.html().encode()),
        ("copy.mhtml", files.mhtml()),
        ("copy.mht", files.mhtml("base64", "windows-1252")),
        ("copy.docx", files.docx()),
        ("copy.docx", files.docx(packing=zipfile.ZIP_STORED)),
    ],
)
def test_every_kind_of_file_is_read(name, data, tab):
    assert FOUND in give(tab, name, data)
    tab.get_by_role("button", name="Read it with the notes").click()
    assert [text.replace("’", "'") for text in shown(tab)] == PARAGRAPHS[:2]


@pytest.mark.skipif(not pdfjs.installed(), reason="pdf.js is not there: npm brings it (make site)")
def test_a_pdf_is_read_by_pdfjs_which_is_loaded_only_now_and_may_connect_to_nothing(tab):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    assert FOUND in give(tab, "copy.pdf", files.pdf())
    assert {url.rsplit("/", 1)[1] for url in asked if "pdfjs" in url} == {"pdf.min.js", "pdf.worker.min.js"}
    assert [url for url in asked if "pdfjs" not in url and not url.startswith("blob:")] == []


@pytest.mark.skipif(not pdfjs.installed(), reason="pdf.js is not there: npm brings it (make site)")
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (files.pdf([]), "it is a picture"),
        (b"%PDF-1.7\nnothing of a PDF", "damaged"),
        (files.pdf()[:700], "damaged|picture|paragraphs found"),
        (files.pdf(packed=b"not packed at all"), "picture"),
    ],
)
def test_a_pdf_that_cannot_be_read_is_said(data, words, tab):
    said = give(tab, "copy.pdf", data)
    assert any(word in said for word in words.split("|")), said


def test_in_a_folder_a_pdf_is_refused_with_what_to_do_instead(bridges, server, page):
    tab = page()
    tab.goto(address(bridges, server, "file"))
    open_dialog(tab)
    assert "copy it, and paste it here" in give(tab, "copy.pdf", files.pdf())


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("copy.docx", files.bomb(), "unpacks to far more"),
        ("copy.docx", files.docx()[:-30], "not a whole Word file"),
        ("copy.docx", files.docx()[:200] + bytes(300) + files.docx()[500:], "damaged"),
        ("copy.docx", b"PK\x03\x04" + bytes(5000), "not a whole Word file"),
        ("copy.docx", files.docx("<!DOCTYPE a [<!ENTITY b 'b'>]>" + "<a>&b;" * 99), "no words"),
        ("copy.docx", files.docx("<w:t" + "a" * 3_000_000), "no words"),
        ("copy.odt", files.docx().replace(b"word/document.xml", b"text/contents.xml"), "not a whole Word file"),
        ("copy.mhtml", files.mhtml()[:150], "no words"),
        ("copy.mhtml", files.mhtml("base64").replace(b"PCFk", b"!!!="), "Nothing was placed"),
        ("copy.mhtml", PARTS, "holds no text"),
        ("copy.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "not a text"),
        ("copy.rtf", b"{\\rtf1 text}", "not a text"),
        ("copy.png", b"\x89PNG\r\n\x1a\n" + bytes(600), "A picture of the pages"),
        ("copy.txt", b"", "no words"),
        ("copy.txt", bytes(range(256)) * 40, "not a text"),
        ("copy.txt", b" \n\t" * 400, "no words"),
        ("copy.txt", b"The council met on Tuesday and spoke of roads. " * 300, "0 of 4 paragraphs found"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_cannot_be_read_or_is_not_the_essay_is_refused_with_a_word(name, data, words, tab):
    assert words in give(tab, name, data)
    assert not shown(tab)
    assert FOUND in place(tab, TEXT), "and then it works"


@pytest.mark.parametrize(
    "before",
    [
        f"<script>{HARM}</script><img src=x onerror='{HARM}'><svg onload='{HARM}'></svg>",
        f"<iframe srcdoc='<script>parent.harmed = true</script>'></iframe><a href='javascript:{HARM}'>a</a>",
        "<style>body { display: none }</style><link rel=stylesheet href='https://elsewhere.example/a.css'>",
        "<img src='https://elsewhere.example/a.png'><meta http-equiv=refresh content='0; url=https://elsewhere.example/'>",
        "<div>" * 10_000,
        "<table>" + "<tr><td>x</td></tr>" * 100_000 + "</table>",
        "<script" * 100_000,
        "<!--" * 100_000 + "-->",
        f"</textarea></dialog><base href='https://elsewhere.example/'><b autofocus onfocus='{HARM}'></b>",
    ],
    ids=["script", "frame", "style", "picture", "nesting", "table", "open-tags", "comments", "closing"],
)  # fmt: skip
def test_rich_text_is_read_for_its_words_and_nothing_of_it_runs(before, tab, troubles):
    body = "".join(f"<p onclick='{HARM}'>{paragraph}</p>" for paragraph in PARAGRAPHS)
    field = tab.get_by_label("Paste the text")
    field.evaluate(PASTE, ["text/html", before + body])
    assert "the plain form" not in field.input_value()
    tab.get_by_role("button", name="Place this text").click()
    said = report(tab)
    if not before.startswith("<script" * 2):  # a start tag that is never closed takes all the rest into itself
        assert FOUND in said
        tab.get_by_role("button", name="Read it with the notes").click()
        assert shown(tab) == PARAGRAPHS[:2]
    assert tab.evaluate("window.harmed") is None
    assert tab.locator(".own :not(p, a), dialog iframe, dialog img, dialog script").count() == 0
    assert tab.url.startswith("http://127.0.0.1")
    # The parser tells of what the policy would have stopped, had it been more than text.
    troubles[:] = [each for each in troubles if not any(word in each for word in ("inline", "base URI", "base-uri"))]


def test_a_paste_of_fifty_megabytes_is_refused_before_it_enters_the_field(tab):
    field = tab.get_by_label("Paste the text")
    field.evaluate("""field => {
        const data = new DataTransfer()
        data.setData("text/plain", "a bridge is ".repeat(4_400_000))
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }))
    }""")
    assert "too large" in report(tab)
    assert field.input_value() == ""


def test_a_file_of_fifty_megabytes_is_refused(tab, tmp_path):
    (tmp_path / "copy.txt").write_bytes(b"a bridge is " * 4_400_000)
    tab.locator(DIALOG).locator("input[type=file]").set_input_files(tmp_path / "copy.txt")
    assert "50 MB or more" in report(tab)


def test_markup_in_plain_text_is_shown_as_the_text_it_is(tab):
    harmful = TEXT.replace("I concede that the", f"<img src=x onerror='{HARM}'> I concede that the", 1)
    assert "4 of 4" in place(tab, harmful)
    tab.get_by_role("button", name="Read it with the notes").click()
    assert "<img src=x" in shown(tab)[1]
    assert tab.locator(".own img").count() == 0
    assert tab.evaluate("window.harmed") is None


def test_work_can_be_stopped_and_nothing_is_placed(bridges, server, page):
    tab = page(
        init="""
        const Native = Worker
        window.Worker = class extends Native { postMessage() {} }   // one that never answers"""
    )
    tab.goto(address(bridges, server, "http"))
    dialog = open_dialog(tab)
    dialog.get_by_label("Paste the text").fill(TEXT)
    dialog.get_by_role("button", name="Place this text").click()
    dialog.get_by_role("button", name="Stop").press("Enter")
    assert "Stopped. Nothing was placed" in report(tab)


def test_a_dropped_file_is_read(tab):
    tab.locator(DIALOG).evaluate(
        """(dialog, text) => {
        const data = new DataTransfer()
        data.items.add(new File([text], "copy.txt"))
        dialog.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }))
    }""",
        TEXT,
    )
    assert FOUND in report(tab)


def test_the_essay_itself_in_its_place(site, essay, server, page):
    """The real essay and the real site; skipped, visibly, where there is no copy of it."""
    tab = page()
    tab.goto(f"{server(site)}/companion.html")
    open_dialog(tab)
    assert "26 of 26 paragraphs found" in place(tab, essay.read_text(encoding="utf-8"))
    tab.get_by_role("button", name="Read it with the notes").click()
    assert len(shown(tab)) == 26
    assert tab.locator(".own a.ref").count() > 90
    assert not tab.locator(".own.none").count()
