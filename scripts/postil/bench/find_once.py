"""python -m postil.bench.find_once FINDER WORDS: one finder, the made-up essay amid WORDS words; the seconds."""

from __future__ import annotations

import sys
import time

from .damaged import essay, within
from .finders import FINDERS
from .process import NotMeasured


def main() -> int:
    paragraphs = essay()
    copy = within(paragraphs, int(sys.argv[2]))
    begin = time.perf_counter()
    try:
        shown = FINDERS[sys.argv[1]](copy, paragraphs)
    except NotMeasured as reason:
        print(reason)
        return 1
    print(time.perf_counter() - begin, sum(each is not None for each in shown))
    return 0


if __name__ == "__main__":
    sys.exit(main())
