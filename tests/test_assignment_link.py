"""The code in an assignment's link: what it says, that today's open for good, that none passes for another if damaged.

tests/vectors/assignments.json is append-only. Python and JavaScript are held to it and to each other.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import classroom
from helpers import REWRITE
from postil.classroom import link
from postil.classroom.link import Assignment, Own, decode, encode

VECTORS = Path(__file__).parent / "vectors" / "assignments.json"
relaxed = settings(deadline=None, max_examples=300, derandomize=True)
SAMPLE = Assignment(
    title="Who was not in the room?",
    mark="k3f9a0",
    get="https://library.example/permalink/82?x=1&y=2",
    words="Read first.\nThen answer.",
    passages=(6, 9, 10, 11),
    tasks=("q-table-who", Own(6, "What would you ask?")),
    kinds=("context", "evidence"),
    first=True,
    due="2026-12-14",
)
# New ones go to the end.
GOLDEN = {
    "everything": SAMPLE,
    "nothing": Assignment("", "aaaaaa"),
    "ready": Assignment("At the table", "ready", passages=(9, 10), tasks=("q-table-who", "q-table-witness")),
    "all passages": Assignment("All of it", "zz0zz0", passages=tuple(range(1, 27))),
    "scattered passages": Assignment("Some", "abc123", passages=(1, 3, 4, 6, 7, 8, 26)),
    "words for where": Assignment("In Canvas", "abc124", get="Files > Week 3 in Canvas"),
    "Unicode": Assignment("Хто не був за столом? 不在の人 😀", "abc125", words="e\u0301 \u202e \u2028 \ufeff \u00a0"),
    "backslashes and lines": Assignment("a\\nb\nc\\\\d\\", "abc126", get="\\", words="\n\n\\n\\\n"),
    "own questions": Assignment("Own", "abc127", passages=(2,), tasks=(Own(0, "Why?"), Own(2, " a\n#1.x "), "q-x")),
    "markup": Assignment("<script>alert(1)</script>", "abc128", get="javascript:alert(1)", words="\"'><img src=x>"),
    "no notes": Assignment("No notes", "abc129", passages=(1,), kinds=()),
    "one kind": Assignment("One kind", "abc130", passages=(1,), kinds=("craft",)),
    "long": Assignment("Long", "abc131", words="word " * 500, tasks=tuple(Own(n, "Why? " * 9) for n in range(20))),
}  # fmt: skip
CODE = encode(SAMPLE)
MANY = encode(Assignment("", "aaaaaa", tasks=("q-who",) * (link.MOST_TASKS + 1)))
# What comes from mail, LMS and fingers: read as it is, or damaged. Texts only, so that the file has what was found.
MET = {
    "an address": f"https://example.org/classroom/assignment.html#{CODE}",
    "with blanks around": f"\n  {CODE}\t\n",
    "in brackets": f"See <https://example.org/a.html#{CODE}>, and bring paper.",
    "percent": f"https://example.org/a.html%23{CODE}",
    "broken lines": f"{CODE[:60]}\r\n{CODE[60:100]}\n {CODE[100:]}",
    "a file": f"Title #2 of #3\nOpen it with the page.\n\n#{CODE}\n",
    "cut": CODE[:90],
    "cut in the middle": CODE[:50] + CODE[70:],
    "without sum": CODE.rpartition(".")[0],
    "upper case sum": CODE[:-8] + CODE[-8:].upper(),
    "a byte too much": CODE + "0",
    "another order": "1.bSBhYWFhYWEKdCBUaXRsZQ.",
    "strange letters": "1.dCBUaX!é😀bGUKbSBhYWFhYWE.00000000",
    "newer": "2.dCBUaXRsZQ.00000000",
    "nothing": "",
    "a paragraph's address": "https://example.org/classroom/assignment.html#p6",
    "prose": "1. Read the essay. 2. Answer.",
    "ranges that overlap": "1." + "cCAxLTk5IDUwLTEyMCA5OS0xIDIwMA.00000000",
}


def answer(text: str) -> dict:
    found = decode(text)
    return {
        "assignment": found.assignment.record() if found.assignment else None,
        "id": found.id,
        "fault": found.fault,
    }


def record(name: str, made: Assignment) -> dict:
    return {"name": name, "code": encode(made), "id": decode(encode(made)).id, "assignment": made.record()}


def test_golden_links_open_as_they_always_did():
    """Rows are only ever added to the file: POSTIL_REWRITE=1 adds those of GOLDEN and MET that it has not."""
    made = {
        "golden": [record(name, each) for name, each in GOLDEN.items()],
        "met": [{"name": name, "text": text, **answer(text)} for name, text in MET.items()],
    }
    kept = json.loads(VECTORS.read_text(encoding="utf-8"))
    for kind, rows in made.items():
        names = {row["name"] for row in kept[kind]}
        kept[kind] += [row for row in rows if REWRITE and row["name"] not in names]
        assert kept[kind] == rows
    if REWRITE:
        VECTORS.write_text(json.dumps(kept, ensure_ascii=True, indent=1) + "\n", encoding="utf-8")
    for row in kept["golden"]:
        assert answer(row["code"]) == {"assignment": row["assignment"], "id": row["id"], "fault": ""}


def test_what_people_paste_is_read():
    for name in ("an address", "with blanks around", "in brackets", "percent", "broken lines", "a file"):
        assert decode(MET[name]) == decode(CODE), name
        assert not decode(MET[name]).fault


def test_a_damaged_code_tells_the_rest():
    found = decode(MET["cut"])
    assert found.fault == link.DAMAGED
    assert found.assignment and found.assignment.title == SAMPLE.title and not found.assignment.due
    assert decode(MET["without sum"]).id == decode(CODE).id
    assert decode(MET["newer"]).fault == link.NEWER
    assert decode("1." + "A" * 101_000).fault == link.TOO_LONG
    assert decode(MANY).fault == link.TOO_MANY


def test_what_no_code_can_say_is_refused():
    for fault in ({"mark": "No"}, {"due": "2026-13-01"}, {"tasks": ("Q",)}, {"passages": (3, 2)}, {"kinds": ("A",)}):
        with pytest.raises(ValueError, match="assignment"):
            encode(Assignment(**{"title": "", "mark": "aaaaaa", **fault}))


@relaxed
@given(st.integers())
def test_any_assignment_comes_back(seed: int):
    made = classroom.assignment(random.Random(seed))
    code = encode(made)
    found = decode(code)
    assert not found.fault
    assert found.assignment and found.assignment.record() == whole(made.record())
    assert encode(found.assignment) == code


def whole(value):
    """Half characters replaced, at any depth."""
    if isinstance(value, str):
        return link._utf8(value).decode()
    if isinstance(value, list):
        return [whole(each) for each in value]
    return {key: whole(each) for key, each in value.items()} if isinstance(value, dict) else value


@relaxed
@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str):
    decode(text), decode(f"#1.{text}"), decode(f"1.{text}.00000000")


def test_no_changed_character_makes_another_assignment():
    """Every character replaced by every other that may stand in an address, left out, doubled, and swapped."""
    signs = "".join(map(chr, range(33, 127))) + " \né"
    for at in range(len(CODE)):
        changed = [CODE[:at] + sign + CODE[at + 1 :] for sign in signs if sign != CODE[at]]
        changed += [CODE[:at] + CODE[at + 1 :], CODE[:at] + CODE[at] + CODE[at:]]
        changed += [CODE[:at] + CODE[at : at + 2][::-1] + CODE[at + 2 :]] if CODE[at] != CODE[at + 1 : at + 2] else []
        for text in changed:
            found = decode(text)
            assert found.fault or found == decode(CODE), (at, text)


def test_no_flipped_bit_makes_another_assignment():
    plain = CODE.encode()
    for bit in range(len(plain) * 8):
        changed = bytearray(plain)
        changed[bit // 8] ^= 1 << bit % 8
        found = decode(changed.decode("latin-1"))
        assert found.fault or found == decode(CODE), bit


DECODE = "texts => texts.map(postilClassroom.decodeAssignment)"
ENCODE = "all => all.map(postilClassroom.encodeAssignment)"


def test_javascript_on_the_vectors(script):
    made = json.loads(VECTORS.read_text(encoding="utf-8"))
    rows = made["golden"]
    assert script.evaluate(ENCODE, [row["assignment"] for row in rows]) == [row["code"] for row in rows]
    wanted = [{"assignment": row["assignment"], "id": row["id"], "fault": ""} for row in rows]
    assert script.evaluate(DECODE, [row["code"] for row in rows]) == wanted
    assert script.evaluate(DECODE, ["1." + "A" * 101_000])[0]["fault"] == link.TOO_LONG
    assert script.evaluate(DECODE, [MANY])[0] == {"assignment": None, "id": "", "fault": link.TOO_MANY}
    for row in made["met"]:
        assert script.evaluate(DECODE, [row["text"]]) == [
            {"assignment": row["assignment"], "id": row["id"], "fault": row["fault"]}
        ], row["name"]


@pytest.mark.parametrize("seed", range(4))
def test_javascript_on_any_assignment_and_what_chance_makes_of_it(seed, script):
    chance = random.Random(seed)
    made = [classroom.assignment(chance) for _ in range(100)]
    codes = [encode(each) for each in made]
    # Playwright cannot send half characters, so they are sent as JSON.
    texts = json.dumps([each.record() for each in made])
    assert script.evaluate("text => JSON.parse(text).map(postilClassroom.encodeAssignment)", texts) == codes
    damaged = [damage(code, chance) for code in codes for _ in range(3)]
    assert script.evaluate(DECODE, damaged) == [answer(text) for text in damaged]


def damage(code: str, chance: random.Random) -> str:
    at, end = sorted(chance.choices(range(len(code)), k=2))
    return chance.choice(
        (code[:at] + code[end:], code[:at] + chance.choice("Aé#. \n%-_=9") + code[at + 1 :], code[:end])
    )


def test_javascript_sees_every_changed_character(script):
    bad = script.evaluate(
        """code => {
            const signs = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).concat(" ", "\\n", "é")
            const before = JSON.stringify(postilClassroom.decodeAssignment(code))
            const bad = []
            for (let at = 0; at < code.length; at++) for (const sign of signs) {
                const text = code.slice(0, at) + sign + code.slice(at + 1)
                const found = postilClassroom.decodeAssignment(text)
                if (!found.fault && JSON.stringify(found) !== before) bad.push(text)
            }
            return bad
        }""",
        CODE,
    )
    assert bad == []


def test_only_an_address_of_the_web_becomes_a_link(script):
    ask = "words => postilClassroom.addressIn(words)"
    assert script.evaluate(ask, "https://library.example/82?x=1") == "https://library.example/82?x=1"
    for words in ("javascript:alert(1)", "data:text/html,x", "Files > Week 3", "http:// x", "https://", "//a.b/c", "",
                  " javascript:alert(1)//https://x", "ftp://x/y", "mailto:a@b.example"):  # fmt: skip
        assert script.evaluate(ask, words) == "", words
