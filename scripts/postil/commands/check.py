"""check the content without building: every finding at once, as text or as JSON.

Status 1 when there is a finding of severity error, else 0.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys

from ..leak.essay import NONE_HERE, copy_at_hand
from ..pipeline import inspect, show


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--json",
        action="store_true",
        help='print {"findings": [{"code", "severity", "file", "line", "message", "hint"}]}',
    )


def run(options: argparse.Namespace) -> int:
    with contextlib.redirect_stdout(io.StringIO()):
        findings = inspect(options.root, {}).findings
    errors = sum(finding.is_error for finding in findings)
    if copy_at_hand(options.root) is None:
        print(f"skipped W01, essay wording: not measured: {NONE_HERE}", file=sys.stderr)
    if options.json:
        print(json.dumps({"findings": [finding.record() for finding in findings]}, indent=2, ensure_ascii=False))
    else:
        show(findings)
        print(f"{errors} errors, {len(findings) - errors} warnings")
    return 1 if errors else 0
