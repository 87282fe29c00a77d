"""The adapter: files as (name, bytes), of the repository, of a folder, of a zip; packed ones are opened."""

from __future__ import annotations

import gzip
import io
import subprocess
import zipfile
import zlib
from collections.abc import Container, Iterator
from importlib.util import find_spec
from pathlib import Path

File = tuple[str, bytes]
LISTED = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
WRITTEN = ("docs/**/*", "overrides/**/*", "mkdocs.yml", "*.md")  # where there is no git to say what is ours


def repository(root: Path) -> Iterator[File]:
    """What git tracks below `root` or would, names below `root`; without git what authors write."""
    names = listed(root)
    if names is None:
        found = {path for pattern in WRITTEN for path in root.glob(pattern)}
        names = [path.relative_to(root).as_posix() for path in found]
    for name in sorted(names):
        if (root / name).is_file():
            yield from opened(name, (root / name).read_bytes())


def listed(root: Path) -> list[str] | None:
    """The names that git lists below `root`; None where it cannot."""
    try:
        done = subprocess.run(LISTED, cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    found = [name for name in done.stdout.decode("utf-8", errors="surrogateescape").split("\0") if name]
    return found or None  # none: the folder lies in a repository that ignores it


def folder(path: Path, called: str, known: Container[bytes] = ()) -> Iterator[File]:
    """Every file below `path` but those whose content is in `known`; names begin with `called`."""
    for each in sorted(path.rglob("*")):
        if each.is_file() and (data := each.read_bytes()) not in known:
            yield from opened(f"{called}/{each.relative_to(path).as_posix()}", data)


def theirs() -> set[bytes]:
    """The content of the files that the installed theme brings; what of them is published unchanged is not ours."""
    found = find_spec("material")
    folders = found.submodule_search_locations if found else None
    assets = (Path(each) / "templates" / "assets" for each in folders or ())
    return {path.read_bytes() for each in assets for path in each.rglob("*") if path.is_file()}


def opened(name: str, data: bytes) -> Iterator[File]:
    """The file, or what is packed in it: "name/inner"."""
    try:
        if data.startswith(b"\x1f\x8b"):
            yield name, gzip.decompress(data)
        elif data.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for inner in archive.namelist():
                    yield from opened(f"{name}/{inner}", archive.read(inner))
        else:
            yield name, data
    except (OSError, EOFError, RuntimeError, zlib.error, zipfile.BadZipFile):
        yield name, data
