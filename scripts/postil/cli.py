"""The `postil` command: reads arguments, runs one command, prints and exits. Exit status 1 is findings, 2 is misuse."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .commands import addresses, align, bench, build, bundle, check, fingerprint, pdf, pin, serve

COMMANDS = {
    "build": build,
    "check": check,
    "serve": serve,
    "bundle": bundle,
    "pdf": pdf,
    "bench": bench,
    "addresses": addresses,
    "fingerprint": fingerprint,
    "align": align,
    "pin": pin,
}


def parser() -> argparse.ArgumentParser:
    """The arguments of every command; each command's module adds its own."""
    top = argparse.ArgumentParser(prog="postil", description="Build an annotated reading from plain Markdown.")
    chosen = top.add_subparsers(dest="command", required=True, metavar="command")
    for name, module in COMMANDS.items():
        text = (module.__doc__ or "").strip()
        each = chosen.add_parser(
            name, help=text.splitlines()[0], description=text, formatter_class=argparse.RawDescriptionHelpFormatter
        )
        each.add_argument(
            "--root", type=Path, default=Path(), metavar="DIR", help="the folder of mkdocs.yml (default: this one)"
        )
        module.arguments(each)
    return top


def main(argv: list[str] | None = None) -> int:
    """Runs the command of `argv` and returns its exit status."""
    options = parser().parse_args(argv)
    options.root = options.root.resolve()
    if not (options.root / "mkdocs.yml").is_file():
        print(
            f"postil: expected a folder with mkdocs.yml and docs/, found neither in {options.root}\n"
            f"    hint: postil {options.command} --root path/to/companion",
            file=sys.stderr,
        )
        return 2
    try:
        return int(COMMANDS[options.command].run(options))
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(f"postil: {error}", file=sys.stderr)
        return 2
