"""What the tests need beside Python: a Chromium, a Firefox, and Java and npm for vnu. Finds or installs them.

Run by `make test` before pytest; conftest.py only asks where things are. Exit status 2: the tests cannot run here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from postil.chromium import find as chromium

TESTS = Path(__file__).parent
MODULES = TESTS / "node_modules"
JAR = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def vnu() -> list[str] | None:
    """The command that runs the HTML checker, to be followed by its options and files."""
    java = shutil.which("java")
    return [java, "-jar", str(JAR)] if java and JAR.exists() else None


def firefox() -> str | None:
    """The program that the variable FIREFOX names, or one on the PATH."""
    return os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


def main() -> int:
    """Print what was found, what was installed and what will be skipped."""
    if not (driver_runs() or (apt("libatomic1") and driver_runs())):
        print("Playwright does not start. Its program needs libatomic (on Debian and Ubuntu: apt install libatomic1)")
        return 2
    browser = chromium() or ("CHROMIUM" not in os.environ and install_chromium())
    if not browser:
        print(
            "Chromium: none where CHROMIUM says, none on the PATH, and none could be installed. Install Chromium or "
            "Chrome, or name one: CHROMIUM=/path/to/it make test"
        )
        return 2
    print(f"Chromium: {browser}")
    checker = (npm_done() and vnu()) or install_vnu()
    needed = os.environ.get("CI") == "true"
    lack = "missing (CI=true needs it)" if needed else "skipped"
    print(f"HTML checker: {' '.join(checker) if checker else lack + ': it runs on Java and comes by npm'}", flush=True)
    second = firefox() or (apt("firefox-esr") and firefox())
    print(f"Firefox: {second or lack + ': none on the PATH (on Debian: apt install firefox-esr)'}", flush=True)
    return 2 if needed and not (checker and second) else 0


def driver_runs() -> bool:
    """Playwright brings its own node, which lacks a system library on a bare Debian and then dies without a reason."""
    return subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True).returncode == 0


def install_chromium() -> str | None:
    if apt("chromium") and chromium():
        return chromium()
    attempt("playwright install chromium", sys.executable, "-m", "playwright", "install", "chromium")
    return chromium()


def install_vnu() -> list[str] | None:
    """npm brings the jar, without its install script (that one would download a Java)."""
    for program, package in {"java": "default-jre-headless", "npm": "npm"}.items():
        if not (shutil.which(program) or apt(package)):
            print(f"{program}: not found")
            return None
    npm = shutil.which("npm") or "npm"
    attempt("npm ci", npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(TESTS))
    return vnu()


def npm_done() -> bool:
    """npm writes its own copy of the lock last, so a half-made or outdated folder does not pass."""
    done, lock = MODULES / ".package-lock.json", TESTS / "package-lock.json"
    return done.exists() and done.stat().st_mtime >= lock.stat().st_mtime


def apt(package: str) -> bool:
    """Install a Debian package: only as root, never by asking for a password."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return False
    refresh_apt()
    return attempt(f"apt-get install {package}", "apt-get", "install", "--yes", "--no-install-recommends", package)


@cache
def refresh_apt() -> bool:
    return attempt("apt-get update", "apt-get", "update")


def attempt(name: str, *command: str) -> bool:
    """Run one step of an installation; what it printed is shown when it fails."""
    print(f"{name} ...", flush=True)
    done = subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-12:]), f"\n{name}: failed", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
