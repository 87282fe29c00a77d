"""Several files as one, without comments and without space that means nothing."""

from __future__ import annotations

from collections.abc import Iterable

from minify import string as small


def scripts(texts: Iterable[str]) -> str:
    """One classic script that runs each of `texts` in turn; as apart, one that fails is reported and stops no other."""
    return "\n".join(f"try{{{script(text)}\n}}catch(error){{reportError(error)}}" for text in texts)


def script(text: str) -> str:
    """Names that only the script itself can see become short ones too."""
    return str(small("text/javascript", text))


def style(text: str) -> str:
    """One stylesheet, smaller; stylesheets side by side may follow each other in one file, and their url()s hold."""
    return str(small("text/css", text))
