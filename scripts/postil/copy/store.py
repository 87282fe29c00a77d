"""docs/essay/fingerprints.json: read and written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .fingerprints import Print, from_record

PATH = Path("docs/essay/fingerprints.json")


def read(root: Path) -> list[Print]:
    """The fingerprints of the project; OSError with a sentence when there are none."""
    path = root / PATH
    try:
        return from_record(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise OSError(f"{PATH.as_posix()} is not there; make it with: postil fingerprint COPY") from None
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise OSError(f"{PATH.as_posix()} is damaged; make it anew with: postil fingerprint COPY") from error


def write(root: Path, prints: Sequence[Print], made: dict[str, str]) -> Path:
    """Writes the fingerprints with their provenance `made`, one passage a line."""
    rows: list[Any] = [json.dumps(each.record(), separators=(",", ":")) for each in prints]
    text = f'{{\n"made": {json.dumps(made, ensure_ascii=False)},\n"passages": [\n' + ",\n".join(rows) + "\n]\n}\n"
    path = root / PATH
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
