"""addresses: append every new page#id to docs/addresses.txt, so that it can never go unnoticed again."""

from __future__ import annotations

import argparse

from ..checks.addresses import FILE, addresses, recorded
from ..load import load


def arguments(parser: argparse.ArgumentParser) -> None:
    """No options beyond --root."""


def run(options: argparse.Namespace) -> int:
    companion, _ = load(options.root)
    known = recorded(options.root)
    new = [address for address in addresses(companion) if address not in set(known)]
    if new:
        (options.root / FILE).write_text("\n".join([*known, *new]) + "\n", encoding="utf-8")
    print(f"{len(new)} new addresses in {FILE}")
    return 0
