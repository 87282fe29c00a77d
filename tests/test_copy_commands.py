"""postil fingerprint, align and pin: as processes and inside this one, every kind of file, what is wrong with one."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from conftest import ROOT
from helpers import command, environment, inside, process, tiny

BRIDGE = Path(__file__).parent / "copies" / "bridge.txt"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    return companion(tmp_path_factory.mktemp("copy"))


def companion(folder: Path) -> Path:
    """The tiny companion with the fingerprints of the essay written for the tests."""
    from postil.copy import store
    from postil.copy.fingerprints import fingerprints
    from postil.copy.split import split

    made = tiny(folder / "companion")
    passages = split(BRIDGE.read_text(encoding="utf-8")).passages
    store.write(made, fingerprints([block.words for block in passages]), {"from": "a test"})
    return made


def blocks() -> list[str]:
    return BRIDGE.read_text(encoding="utf-8").strip().split("\n\n")


def docx(xml: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", xml)
    return packed.getvalue()


def word(paragraphs: list[str]) -> bytes:
    made = "".join(f"<w:p><w:r><w:t>{escape(each)}</w:t></w:r></w:p>" for each in paragraphs)
    return docx(f'<w:document xmlns:w="{W}"><w:body>{made}</w:body></w:document>')


def page() -> str:
    body = "".join(f"<p>{escape(each)}</p><script>var a = 'words';</script>" for each in blocks())
    head = "<title>T</title><style>p {}</style>"
    return f"<!doctype html><html><head>{head}</head><body><nav>Home</nav>{body}</body></html>"


def mhtml() -> bytes:
    import email.message

    message = email.message.EmailMessage()
    message.set_content("A page")
    message.add_alternative(page(), subtype="html", cte="quoted-printable")
    return message.as_bytes()


KINDS = {
    "copy.txt": lambda: BRIDGE.read_bytes(),
    "copy.md": lambda: "\n\n".join(f"> {each}" for each in blocks()).encode(),
    "utf-16.txt": lambda: BRIDGE.read_text(encoding="utf-8").encode("utf-16"),
    "bare-utf-16.txt": lambda: BRIDGE.read_text(encoding="utf-8").encode("utf-16-le"),
    "cp1252.txt": lambda: ("“café”\n\n" + BRIDGE.read_text(encoding="utf-8")).encode("cp1252"),
    "copy.html": lambda: page().encode(),
    "copy.mhtml": mhtml,
    "copy.docx": lambda: word(blocks()),
}


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_is_read(name: str, root: Path, tmp_path: Path):
    (tmp_path / name).write_bytes(KINDS[name]())
    outcome = inside("align", tmp_path / name, "--json", "--root", root)
    assert outcome.status == 0, outcome.err
    rows = json.loads(outcome.out)["passages"]
    assert [row["n"] for row in rows] == list(range(1, 19))
    assert {row["status"] for row in rows} == {"matched"}
    assert rows[0]["text"].startswith("For forty years") and rows[0]["text"].endswith("the river took.")


def test_standard_input_is_read(root: Path):
    done = subprocess.run(command("align", "-", "--root", root), input=BRIDGE.read_bytes(), env=environment(),
                          capture_output=True, timeout=100)  # fmt: skip
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-1] == "18 of 18 paragraphs found"


def test_some_missing_is_status_3_and_said(root: Path, tmp_path: Path):
    (tmp_path / "part.txt").write_text("\n\n".join(blocks()[:5]), encoding="utf-8")
    outcome = process("align", tmp_path / "part.txt", "--root", root)
    assert outcome.status == 3
    assert outcome.out.splitlines()[-1].startswith("3 of 18 paragraphs found; not found: ¶4, ¶5")


DEEP = "<div>" * 10_000 + "x"
BAD = {
    "gone.txt": (None, "No such file"),
    "binary.txt": (bytes(range(256)) * 20, "not a text"),
    "huge.txt": (b"word " * 10_000_000, "larger than 20 MB"),
    "broken.docx": (b"PK\x03\x04" + bytes(range(256)) * 9, "damaged Word file"),
    "other.docx": (None, ""),
    "bomb.docx": (docx("a" * 15_000_000), "packed far too tightly"),
    "entities.docx": (docx('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "damaged Word file"),
    "cut.docx": (docx("<a><b>"), "damaged Word file"),
    "broken.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 9, "damaged or locked PDF"),
    "empty.mhtml": (b"MIME-Version: 1.0\nContent-Type: image/png\n\nxx", "without a page"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_one_sentence_and_status_2(name: str, root: Path, tmp_path: Path):
    data, words = BAD[name]
    if name == "other.docx":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.txt", "a")
        data, words = packed.getvalue(), "not a Word file"
    if data is not None:
        (tmp_path / name).write_bytes(data)
    outcome = inside("align", tmp_path / name, "--root", root)
    assert (outcome.status, outcome.out) == (2, "")
    assert words in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("data", [b"", DEEP.encode(), b"\xff\xfe\x00", b"<html>" + b"<table><tr><td>" * 20_000])
def test_odd_texts_place_nothing_and_say_so(data: bytes, root: Path, tmp_path: Path):
    (tmp_path / "odd.html").write_bytes(data)
    outcome = inside("align", tmp_path / "odd.html", "--root", root)
    assert outcome.status == 3
    assert outcome.out.splitlines()[-1].startswith("0 of 18 paragraphs found; nothing of the essay was found")


def test_without_fingerprints_the_hint_names_the_command(tmp_path: Path):
    outcome = inside("align", BRIDGE, "--root", tiny(tmp_path / "companion"))
    assert outcome.status == 2
    assert "make it with: postil fingerprint COPY" in outcome.err


def test_pin_prints_a_pin(root: Path):
    outcome = inside("pin", "p1", "thirty-one trips", "--copy", BRIDGE, "--root", root)
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("pin: 47+3 ") and len(outcome.out) == len("pin: 47+3 0000\n")


@pytest.mark.parametrize(("passage", "words", "status", "said"), [
    ("p1", "no such words", 1, "found them nowhere"),
    ("p1", "the", 1, "times; give more of them"),
    ("p99", "the", 2, "expected a passage from p1 to p18"),
])  # fmt: skip
def test_pin_refuses(passage: str, words: str, status: int, said: str, root: Path):
    outcome = inside("pin", passage, words, "--copy", BRIDGE, "--root", root)
    assert (outcome.status, outcome.out) == (status, "")
    assert said in outcome.err


def test_fingerprint_refuses_a_split_that_is_not_the_one_of_essay_yml(root: Path):
    outcome = inside("fingerprint", BRIDGE, "--root", root)
    assert outcome.status == 1
    assert "not written: expected parts of" in outcome.out


def test_fingerprints_of_the_essay_are_those_in_the_repository(essay: Path, tmp_path: Path):
    from postil.copy import store
    from postil.copy.fingerprints import fingerprints
    from postil.copy.split import split

    found = split(essay.read_text(encoding="utf-8"))
    assert store.read(ROOT) == fingerprints([block.words for block in found.passages])
    assert [len(passages) for _, passages in found.parts] == [4, 4, 4, 3, 3, 5, 3]


def test_every_pin_lands_in_the_essay(essay: Path):
    outcome = inside("align", essay, "--json", "--root", ROOT)
    assert outcome.status == 0
    landed = {name: there for row in json.loads(outcome.out)["passages"] for name, there in row["pins"].items()}
    assert len(landed) > 100
    assert all(landed.values())
