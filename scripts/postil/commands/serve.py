"""serve the site while it is being written: every change under docs/, data files too, shows in the browser."""

from __future__ import annotations

import argparse

from ..pipeline import Refused, prepare, show


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to serve (default: %(default)s)"
    )


def run(options: argparse.Namespace) -> int:
    from ..render import serve

    try:
        show(prepare(options.root, {}).findings)
    except Refused as refused:
        show(refused.findings)
        return 1
    serve(options.root, options.address)
    return 0
