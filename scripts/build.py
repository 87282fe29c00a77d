"""The one command: keeps .venv in step with the lock file, then hands over to the tool inside.

Only the standard library, and only syntax that a Python too old for us still reads, so that it can be told so.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "complete"
PDFJS = VENV / "pdfjs"  # Mozilla's pdf.js, which the build copies into the site; here so that it goes with .venv
SITE_LOCK, TEST_LOCK = "requirements.txt", "tests/requirements.txt"  # the second holds the first
MADE = ("build", "site", "dist", ".venv", "tests/node_modules", ".pytest_cache", ".ruff_cache")


def main(arguments: list):
    """Run the target named first with the options after it: its exit status. Any other word: the targets, and 2."""
    name, *options = arguments or [""]
    if name not in TARGETS:
        rows = [f"  {target:7} {words}" for target, (words, _) in TARGETS.items()]
        print("usage: python scripts/build.py TARGET [OPTION ...], or make TARGET [ARGS='OPTION ...']", *rows, sep="\n")
        return 0 if name in ("help", "--help") else 2
    check_python(sys.version_info, importlib.util.find_spec)
    try:
        return TARGETS[name][1](options)
    except KeyboardInterrupt:
        return 130


def check_python(version: tuple, find_module) -> None:
    """Exit with one sentence when a Python of this version, with these modules, cannot make our .venv."""
    if version < (3, 11):
        sys.exit("Python {}.{} is too old: 3.11 or newer is needed (make PYTHON=python3.12 ...)".format(*version))
    if not (find_module("venv") and find_module("ensurepip")):
        sys.exit("This Python cannot make virtual environments (on Debian and Ubuntu: apt install python3-venv)")


def ensure(lock: str) -> None:
    """Make .venv hold exactly `lock` and this project. The stamp comes last; without it .venv is made from nothing."""
    if STAMP.is_file() and fingerprint(lock) in STAMP.read_text().split():
        return
    print(f"Setting up .venv from {lock} (again only when that file changes) ...", flush=True)
    install(VENV, "--require-hashes", "--requirement", lock)
    quietly(python(), "-m", "pip", "install", "--no-deps", "--no-build-isolation", "--editable", ".")
    STAMP.write_text("\n".join(map(fingerprint, {SITE_LOCK, lock})))


def fingerprint(lock: str) -> str:
    """Changes with everything .venv depends on: the lock, the project's metadata, the Python, the folder it lies in."""
    parts = [(ROOT / lock).read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), bytes(ROOT)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def install(venv: Path, *wanted: str) -> None:
    quietly(sys.executable, "-m", "venv", "--clear", str(venv))
    quietly(python(venv), "-m", "pip", "install", "--disable-pip-version-check", *wanted)


def python(venv: Path = VENV) -> str:
    return str(venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def quietly(*command: str) -> None:
    """Run a step of the set-up; show what it printed only when it fails."""
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace"
    )
    if done.returncode and "connection broken by" in done.stdout:
        sys.exit("No network: the set-up fetches the packages named in the lock file. Connect, and run this again.")
    if done.returncode:
        sys.exit(f"{done.stdout}\nThe set-up failed in: {' '.join(command)}")


def ensure_pdfjs() -> None:
    """Make .venv/pdfjs hold what scripts/pdfjs/package-lock.json names, where npm can: a site is whole without it."""
    lock, npm = ROOT / "scripts" / "pdfjs" / "package-lock.json", shutil.which("npm")
    if (PDFJS / "complete").is_file() and (PDFJS / "complete").read_bytes() == lock.read_bytes():
        return
    shutil.rmtree(PDFJS, ignore_errors=True)
    if not npm:
        return print("pdf.js: npm is not there, so readers cannot open a PDF as their copy", flush=True)
    shutil.copytree(lock.parent, PDFJS)
    done = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--prefix", str(PDFJS)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if done.returncode:
        return print("pdf.js: npm could not fetch it, so readers cannot open a PDF as their copy", flush=True)
    shutil.copy(lock, PDFJS / "complete")


def run(*arguments: str) -> int:
    return subprocess.call([python(), *arguments], cwd=ROOT)


def postil(command: str, options: list, lock: str = SITE_LOCK) -> int:
    ensure(lock)
    if command in ("build", "bundle", "serve"):
        ensure_pdfjs()
    return run("-m", "postil", command, *options)


def test(options: list) -> int:
    ensure(TEST_LOCK)
    ensure_pdfjs()
    return run("tests/machine.py") or run("-m", "pytest", *options)


def write_locks(options: list) -> None:
    """Lock what pyproject.toml asks for, with a uv of its own; a version moves only when it must, or by --upgrade."""
    with tempfile.TemporaryDirectory() as folder:
        install(Path(folder), "uv==0.13.9")  # its options stand in pyproject.toml
        uv = (python(Path(folder)), "-m", "uv", "pip", "compile", "pyproject.toml", *options, "--output-file")
        quietly(*uv, SITE_LOCK)
        quietly(*uv, TEST_LOCK, "--extra", "test", "--constraint", SITE_LOCK)


def clean(_: list) -> None:
    for name in MADE:
        shutil.rmtree(ROOT / name, ignore_errors=True)


TARGETS = {
    "site": ("build the website into site/; --article COPY: a private one with the essay", partial(postil, "build")),
    "test": ("run every test, in a real browser too", test),
    "serve": ("show the site while you edit", partial(postil, "serve")),
    "bundle": ("pack the offline zip into dist/", partial(postil, "bundle")),
    "pdf": ("print the companion and each lesson into dist/pdf/", partial(postil, "pdf", lock=TEST_LOCK)),
    "bench": ("measure build time and page weight", partial(postil, "bench", lock=TEST_LOCK)),
    "check": ("check the content, build nothing", partial(postil, "check")),
    "clean": ("remove everything that was made, .venv too", clean),
    "lock": ("write the lock files anew; --upgrade: with newer versions", write_locks),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
