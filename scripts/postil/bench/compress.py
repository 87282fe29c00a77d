"""Sizes as a server would send them."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from .process import NotMeasured


def packed(path: Path) -> bytes:
    """What brotli makes of the file at quality 11."""
    if not find_spec("brotli"):
        raise NotMeasured("brotli is not installed")
    return _packed(path.read_bytes())


@cache
def _packed(content: bytes) -> bytes:
    """Once for each content: the theme's files, the largest, are the same in the sites compared."""
    import brotli

    return bytes(brotli.compress(content, quality=11))


def brotli(path: Path) -> int:
    """The bytes of the file over brotli at quality 11."""
    return len(packed(path))


def kib(sizes: Iterable[int]) -> float:
    return sum(sizes) / 1024


def gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))
