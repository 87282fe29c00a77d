"""What a check returns: a rule that was broken, where, and in which way."""

from __future__ import annotations

from dataclasses import dataclass

from .rules import Rule


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file; `file` is relative to the project, with forward slashes; lines count from 1."""

    file: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"

    def below(self, lines: int) -> Place:
        """The place `lines` further down."""
        return Place(self.file, self.line + lines)


@dataclass(frozen=True)
class Finding:
    """One broken rule. `message` says what was expected and what came; the rule's hint shows a right example."""

    rule: Rule
    place: Place
    message: str

    @property
    def is_error(self) -> bool:
        return self.rule.severity == "error"

    def __str__(self) -> str:
        return f"{self.place}: {self.rule.severity} {self.rule.code}: {self.message}\n    hint: {self.rule.hint}"

    def record(self) -> dict[str, str | int]:
        """The finding as `postil check --json` prints it."""
        return {
            "code": self.rule.code,
            "severity": self.rule.severity,
            "file": self.place.file,
            "line": self.place.line,
            "message": self.message,
            "hint": self.rule.hint,
        }


def in_order(findings: list[Finding]) -> list[Finding]:
    """Findings by file and line, each once."""
    return sorted(dict.fromkeys(findings), key=lambda found: (found.place, found.rule.code, found.message))
