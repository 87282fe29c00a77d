"""A section of the page: how the figures were had, tables, and goals with whether they were met."""

from __future__ import annotations

from dataclasses import dataclass, field

from .process import NotMeasured


@dataclass
class Section:
    title: str
    id: str
    how: str
    blocks: list[str] = field(default_factory=list)

    def table(self, *rows: tuple[object, ...]) -> None:
        """Adds a table; the first row is its head."""
        lines = [f"| {' | '.join(map(cell, row))} |" for row in rows]
        self.blocks.append("\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]))

    def goal(self, words: str, value: float | None, limit: float, unit: str) -> None:
        """Adds a goal that is met by a value of at most `limit`."""
        if value is None:
            self.blocks.append(f"Goal: {words}: at most {limit:g}{unit}. **Not measured.**")
            return
        verdict = "Met" if value <= limit else "Not met"
        self.blocks.append(f"Goal: {words}: at most {limit:g}{unit}. Measured: {value:.3g}{unit}. **{verdict}.**")

    def note(self, words: str) -> None:
        self.blocks.append(words)

    def markdown(self) -> str:
        return "\n\n".join([f"## {self.title} {{ #benchmark-{self.id} }}", self.how, *self.blocks])


def cell(value: object) -> str:
    """Numbers with as many digits as they deserve; texts as they are; nothing as a dash."""
    if isinstance(value, NotMeasured):
        return str(value).replace("|", "/")
    if isinstance(value, float):
        return f"{value:.2f}" if value < 10 else f"{value:.0f}" if value >= 100 else f"{value:.1f}"
    return "–" if value is None else str(value)


def rounded(value: object) -> object:
    """A number without digits behind the point."""
    return f"{value:.0f}" if isinstance(value, float) else value
