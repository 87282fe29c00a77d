"""python -m postil.bench.once ROOT: builds one companion and prints the seconds of each stage as JSON, last."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from ..pipeline import Refused, Timings, build


def main() -> int:
    timings: Timings = {}
    try:
        build(Path(sys.argv[1]).resolve(), timings)
    except Refused as refused:
        print(str(refused.findings[0]).splitlines()[0])
        return 1
    print(json.dumps(timings))
    return 0


if __name__ == "__main__":
    sys.exit(main())
