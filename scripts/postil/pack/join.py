"""Several files as one, without comments and without space that means nothing."""

from __future__ import annotations

from collections.abc import Iterable

from rcssmin import cssmin
from rjsmin import jsmin


def scripts(texts: Iterable[str]) -> str:
    """One classic script that runs each of `texts` in turn; as apart, one that fails is reported and stops no other."""
    return "\n".join(f"try{{{jsmin(text)}\n}}catch(error){{reportError(error)}}" for text in texts)


def script(text: str) -> str:
    return str(jsmin(text))


def style(text: str) -> str:
    """One stylesheet, smaller; stylesheets side by side may follow each other in one file, and their url()s hold."""
    return str(cssmin(text))
