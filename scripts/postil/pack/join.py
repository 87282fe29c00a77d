"""Several files as one, without comments and without space that means nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minify import string as small

CONST = re.compile(r"(^[ \t]*|\bfor (?:await )?\()const(?=\s)", re.MULTILINE)


def scripts(texts: Iterable[str]) -> str:
    """One classic script that runs each of `texts` in turn; as apart, one that fails is reported and stops no other."""
    return "\n".join(f"try{{{script(text)}\n}}catch(error){{reportError(error)}}" for text in texts)


def script(text: str) -> str:
    """Names that only the script itself can see become short ones too. One keyword in place of two weighs less: what is
    never given another value, `const`, is as good as `let` once nobody edits it."""
    return str(small("text/javascript", CONST.sub(r"\1let", text)))


def style(text: str) -> str:
    """One stylesheet, smaller; stylesheets side by side may follow each other in one file, and their url()s hold."""
    return str(small("text/css", text))
