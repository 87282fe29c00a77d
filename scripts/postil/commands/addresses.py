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
    kept = set(known)
    new = [address for address in addresses(companion) if address not in kept]
    path = options.root / FILE
    if new:
        open_end = known and not path.read_bytes().endswith(b"\n")
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(("\n" if open_end else "") + "\n".join(new) + "\n")
    print(f"{len(new)} new addresses in {FILE}")
    return 0
