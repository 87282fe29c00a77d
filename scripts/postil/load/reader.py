"""Reading files and noting what is wrong with them: the one object that all loaders share."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from .. import rules
from ..dates import Span, parse
from ..findings import Finding, Place
from ..rules import Rule

UNREADABLE = Span("", date.min, date.min)  # so that what has the date is not reported as missing or undated too
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _problem(error: yaml.MarkedYAMLError) -> str:
    return str(error.problem or error.context).removeprefix("found ")


class Record(dict[str, Any]):
    """A mapping from a data file: all scalars are text, and every key knows its place."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.places: dict[str, Place] = {}

    def place_of(self, key: str) -> Place:
        return self.places.get(key, self.place)


class Reader:
    """Reads below `root` and collects findings; a file that cannot be read yields nothing, once reported."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self._texts: dict[str, str | None] = {}

    def report(self, rule: Rule, place: Place, message: str) -> None:
        self.findings.append(Finding(rule, place, message))

    def files(self, pattern: str) -> list[str]:
        """Paths below docs/ that match, in order, relative to docs/."""
        docs = self.root / "docs"
        return sorted(path.relative_to(docs).as_posix() for path in docs.glob(pattern) if path.is_file())

    def place(self, path: str, line: int = 1) -> Place:
        return Place(f"docs/{path}", line)

    def text(self, path: str, *, required: bool = False) -> str | None:
        """The text of docs/`path` with plain newlines, or None when it is absent or not UTF-8 (reported once)."""
        if path not in self._texts:
            self._texts[path] = self._read(path, required)
        return self._texts[path]

    def _read(self, path: str, required: bool) -> str | None:
        try:
            data = (self.root / "docs" / path).read_bytes()
        except FileNotFoundError:
            if required:
                self.report(rules.FILE_MISSING, self.place(path), f"expected the file docs/{path}, found none")
            return None
        try:
            return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.report(
                rules.NOT_UTF8, self.place(path, line), f"expected UTF-8, found the byte 0x{data[error.start]:02x}"
            )
            return None

    def yaml(self, path: str, *, required: bool = False) -> Any:
        """docs/`path` as Records, lists and texts; None when absent or malformed (reported)."""
        text = self.text(path, required=required)
        return None if text is None else self.yaml_text(text, self.place(path))

    def yaml_text(self, text: str, place: Place, rule: Rule = rules.YAML_MALFORMED) -> Any:
        """`text` as YAML in which every scalar stays text (a date stays as written); None when malformed."""
        try:
            node = yaml.compose(text, Loader=Loader)
            return None if node is None else self._plain(node, place)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line if error.problem_mark else 0
            self.report(rule, place.below(line), f"expected YAML, found: {_problem(error)}")
        except yaml.YAMLError as error:
            self.report(rule, place, f"expected YAML, found: {str(error).splitlines()[0]}")
        except RecursionError:  # an alias inside its own anchor
            self.report(rule, place, "expected YAML, found: nesting without end")
        return None

    def _plain(self, node: Any, place: Place) -> Any:
        here = place.below(node.start_mark.line)
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, place) for item in node.value]
        if not isinstance(node, yaml.MappingNode):
            return str(node.value)
        record = Record(here)
        for key, value in node.value:
            name, line = str(key.value), place.below(key.start_mark.line)
            if name in record:
                self.report(rules.YAML_MALFORMED, line, f"expected each key once, found {name!r} again")
            record[name], record.places[name] = self._plain(value, place), line
        return record

    def json(self, path: str) -> list[tuple[Any, Place]]:
        """The items of the array in docs/`path`, each with its place; [] when absent or malformed (reported)."""
        text = self.text(path)
        if text is None:
            return []
        try:
            items = json.loads(text)
        except json.JSONDecodeError as error:
            self.report(rules.JSON_MALFORMED, self.place(path, error.lineno), f"expected JSON: {error.msg}")
            return []
        if not isinstance(items, list):
            self.report(rules.JSON_MALFORMED, self.place(path), f"expected an array, found {type(items).__name__}")
            return []
        return list(zip(items, self._starts(text, path, len(items)), strict=True))

    def _starts(self, text: str, path: str, count: int) -> list[Place]:
        """Where each item of a JSON array begins."""
        decoder, places, offset = json.JSONDecoder(), [], text.index("[") + 1
        line, counted = 1, 0
        for _ in range(count):
            while text[offset] in " \t\n,":
                offset += 1
            line, counted = line + text.count("\n", counted, offset), offset
            places.append(self.place(path, line))
            offset = decoder.raw_decode(text, offset)[1]
        return places

    def date(self, text: str, place: Place) -> Span | None:
        """`text` as an EDTF date; None when it is empty, UNREADABLE when it is no date (reported)."""
        if not text:
            return None
        try:
            return parse(text)
        except ValueError:
            self.report(rules.DATE_MALFORMED, place, f"expected a date, found {text!r}")
            return UNREADABLE
