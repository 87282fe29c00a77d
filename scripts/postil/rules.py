"""Every rule of content: a stable code, a severity, a hint with a right example.

The letter of a code names the module that looks for it: A addresses, C cards, D documents, E events, F files
(load.reader), H html, L links, N notes, P passages, R the renderer, S sources, T tasks (ready assignments), W wording.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    code: str
    severity: str
    hint: str


RULES: dict[str, Rule] = {}


def _error(code: str, hint: str) -> Rule:
    return RULES.setdefault(code, Rule(code, "error", hint))


def _warning(code: str, hint: str) -> Rule:
    return RULES.setdefault(code, Rule(code, "warning", hint))


ADDRESS_GONE = _error("A01", "bring the id back; a link in somebody's syllabus points at it")
ADDRESS_NEW = _warning("A02", "run `postil addresses`: it appends new addresses to docs/addresses.txt")

TITLE_LONG = _error("C01", "shorten the title, as in: Two sets of fears")
CLAIM_LONG = _error("C02", "say what the paragraph asserts in one plain sentence")
CARD_LONG = _error("C03", "keep the analysis (grounds, hedge, role) and leave the retelling out")
CARDS_LONG = _error("C04", "shorten the longest cards; together they must not replace the essay")
QUOTE_LONG = _error("C05", 'quote a few words, as in: "does not bind the next", and say the rest yourself')
FRAGMENT_LONG = _error("C06", "give at most three words of the paragraph, enough for a browser to find it")

HEADING_SKIPPED = _error("D01", "go down one level at a time: # then ## then ###")
IMAGE_ALT = _error("D02", "say what the picture shows, as in: ![Map of the front in May 2025](map.png)")
FILLED_UNKNOWN = _error("D04", "the build fills in: <!-- filled in by the build: leak-report -->")
LINK_NOWHERE = _error(
    "D03", "give the path from this file, as in: [Method](about/method.md#kinds), or an id: [words][p6]"
)

DATE_MALFORMED = _error("E01", "write an ISO or EDTF date: 2022-03-29, 2022-03, 2022-03-28/2022-03-30, 2022-04~")
DATE_BACKWARDS = _error("E02", "put the earlier day first: 2022-03-28/2022-03-30")
EVENT_PLACE = _error("E03", "use an id that stands under phases: or themes: at the top of the file")

NOT_UTF8 = _error("F01", "save the file as UTF-8")
YAML_MALFORMED = _error(
    "F02", 'YAML wants `key: value`, lists with `- `, and quotes around a text with a colon: "a: b"'
)
JSON_MALFORMED = _error("F03", 'JSON wants double quotes, commas between items and none after the last: [{"id": "a"}]')
FRONT_MATTER = _error("F04", "start the file with ---, `key: value` lines and a closing ---")
FILE_MISSING = _error("F05", "add the file, or correct the list that names it")
FIELD_MISSING = _error("F06", "add the field, with a value of the kind its neighbours have")
FIELD_UNKNOWN = _error("F07", "correct the spelling, or leave the field out")

RAW_BLOCK = _error("H01", "close every block with /// on a line of its own, and open it with /// note | context")
DEAD_HREF = _error("H02", "link to a page and id that exist; try `postil check` for a list of ids")
DOUBLE_ID = _error("H03", "give the heading an id of its own: ## Words { #words }")

ID_UNKNOWN = _error("L01", "use an id that exists, as in: [security guarantee][security-guarantee]")
ID_DOUBLE = _error("L02", "ids are one name for one thing over the whole site: choose another for the newer one")
TERM_TWICE = _error("L03", "link a term once per passage; leave later mentions plain")
ID_MALFORMED = _error("L04", "an id is lower case words, digits and hyphens, as in: p6-membership")

OPTION_UNKNOWN = _error("N01", "the options of a note are id, title, phrase, pin, verdict, sources, checked")
OPTION_MISSING = _error("N02", "give it on a line of its own below the opening, as in: title: Ruled out, but by whom?")
BLOCK_UNCLOSED = _error("N03", "close the block with /// on a line of its own")
BLOCK_NESTED = _error("N04", "close the first block with /// before opening the next")
PHRASE_ABSENT = _error("N05", "copy the phrase from the card letter for letter, without link marks")
PHRASE_TWICE = _error("N06", "choose a longer phrase that stands once in the card")
PHRASE_OVERLAPS = _error("N07", "choose a phrase that touches no link and no other note's phrase")
PIN_MALFORMED = _error(
    "N08", "a pin is first word + length in words, and a check that `postil pin` prints, as in: pin: 96+5 3fa1"
)
PIN_OUTSIDE = _error("N09", "a pin stays inside its paragraph; essay.yml has the length of each in words")
KIND_UNKNOWN = _error(
    "N10", "notes are context, evidence, perspective, craft or since; questions find, connect or judge"
)
VERDICT_UNKNOWN = _error("N11", "verdicts are supported, contested, imprecise, judgement, overtaken")
VERDICT_MISPLACED = _error("N12", "evidence has a verdict, as in: verdict: contested; no other kind has one")
SOURCES_MISSING = _error("N13", "name the sources, as in: sources: doc-un-charter, doc-unga-68-262")
CHECKED_MISSING = _error("N14", "say when the facts were checked, as in: checked: 2026-11-23")
OPTION_MALFORMED = _error("N15", "an option is `key: text` on one line; an empty line ends the options")
OPTION_DOUBLE = _error("N16", "give each option once")
NOTE_EMPTY = _error("N17", "write the note below its options, after an empty line")

PASSAGE_MISSING = _error("P01", "give each paragraph a heading with its id: ## Two sets of fears { #p6 }")
PASSAGE_DOUBLE = _error("P02", "each paragraph has one passage: remove or renumber one of the two")
PASSAGE_ORDER = _error("P03", "keep passages in the order of the essay, in the part that essay.yml gives")
PASSAGE_EMPTY = _error("P04", "write `Claim: …` below the heading, and the analysis after an empty line")

RENDERER = _error("R01", "the renderer stopped at a generated page; its source is the page of the same name in docs/")

SOURCE_UNKNOWN = _error("S01", "add the record to docs/sources/sources.json, or correct the id")
SOURCE_UNUSED = _error("S02", "cite the source in a note, an event or an entry, or remove the record")
SOURCE_LACKS = _error(
    "S03",
    "a source has id, type, title, author, publisher or container-title, issued, language and custom: "
    '{"kind": "primary", "supports": "…", "how": "read", "checked": "2026-11-23"}',
)
SOURCE_VALUE = _error(
    "S04",
    "kinds are primary, scholarship, reporting, commentary, state-media; how is read, excerpt-seen or not-read-here",
)

TASK_UNCOVERED = _error("T01", "add the passage to `passages:`, so that its card and notes stand beside the question")
USE_UNKNOWN = _error("T02", "an assignment is for one class period or for home: kind: class, or kind: homework")
TEACHER_BLOCK = _error("T03", "close the page with one block: /// teacher, an empty line, Markdown, and ///")
TASK_UNLINKED = _error(
    "T04", "link it, so that it is printed with the question: [Article 5][article-5] as the glossary describes it"
)

ESSAY_WORDING = _error("W01", "say it in your own words: the essay's sentences never enter the repository")
HASHED = _error("W02", "make the file anew with `postil fingerprint COPY`: four grams of four words a paragraph")
GRAMS_TOUCH = _error("W03", "leave a word free between two grams; from touching ones a reader could guess on")
QUOTED_MUCH = _error(
    "W04",
    "say more in your own words; a quotation of somebody else counts until `postil build --record` has looked it up "
    "in a copy of the essay",
)
PRINTS_UNFIT = _error("W05", "make the file anew with `postil fingerprint COPY`")
RECORD_STALE = _error("W06", "run `postil build --record` where the copy of the essay is: it writes the file anew")
