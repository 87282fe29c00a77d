"""What the tests share: the built site and bundle, a server, and a browser that lets no request out.

The site and the bundle are built once per run by the real command and copied, so a test that builds again or breaks
something cannot disturb another. Variables: POSTIL_SITE and POSTIL_BUNDLE (folders to use as they are), POSTIL_ESSAY.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route, WebSocket, sync_playwright

import machine
from dressed import built, dressed
from firefox import Firefox, started
from postil.chromium import switches
from waiting import patient

# Fixtures that several files share stand beside their helpers.
pytest_plugins = ("browser", "classroom", "student", "teacher")
ROOT = Path(__file__).resolve().parent.parent
# The address of what is not on this machine. As a pattern Playwright's own program decides by it: to be asked about
# each file would cost us a third of the time that a page takes to open.
ELSEWHERE = re.compile(
    r"^(?!(file|data|blob|about):|(http|ws)s?://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?([/?#]|$))", re.IGNORECASE
)
REPORT_VIOLATIONS = """addEventListener("securitypolicyviolation", event =>
    console.error(`policy: ${event.effectiveDirective} refused ${event.blockedURI || "inline"}`))"""


def run_postil(*arguments: str) -> str:
    """Run `postil ARGUMENTS` in the repository as a user would; what it printed, or a failure that shows it."""
    command = [str(Path(sys.executable).with_name("postil")), *arguments]
    done = subprocess.run(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        pytest.fail(f"postil {' '.join(arguments)} exited {done.returncode}:\n{done.stdout}", pytrace=False)
    return done.stdout


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], None]], Path]:
    """once(name, make): a folder that `make` fills one time for all workers of the run, never two at the same time."""
    worker = "PYTEST_XDIST_WORKER" in os.environ
    base = tmp_path_factory.getbasetemp().parent if worker else tmp_path_factory.getbasetemp()

    def folder(name: str, make: Callable[[Path], None]) -> Path:
        with FileLock(base / "once.lock"):
            if not (base / f"{name}.made").exists():
                make(base / name)
                (base / f"{name}.made").touch()
        return base / name

    return folder


@pytest.fixture(scope="session")
def site(once) -> Path:
    """The built site, from `postil build`."""

    def make(folder: Path) -> None:
        run_postil("build")
        shutil.copytree(ROOT / "site", folder, dirs_exist_ok=True)

    return given("POSTIL_SITE") or once("site", make)


@pytest.fixture(scope="session")
def bundle(once) -> Path:
    """The unzipped offline bundle, from `postil bundle`: the folder that holds its index.html."""

    def make(folder: Path) -> None:
        packed = ROOT / next(word for word in run_postil("bundle").split() if word.startswith("dist/"))
        zipfile.ZipFile(packed).extractall(folder)

    unzipped = given("POSTIL_BUNDLE") or once("bundle", make)
    return min(unzipped.rglob("index.html"), key=lambda page: len(page.parts)).parent


@pytest.fixture(scope="session")
def bridges(once) -> Path:
    """The built site of the tiny companion dressed as ours, to which the tests have the essay."""
    return once("bridges", lambda folder: built(dressed(folder))) / "site"


def given(variable: str) -> Path | None:
    return Path(os.environ[variable]).resolve() if os.environ.get(variable) else None


@pytest.fixture(scope="session")
def essay() -> Path:
    """A lawful copy of the essay, as plain text; it is never in the repository."""
    found = given("POSTIL_ESSAY") or next(iter(sorted(ROOT.parent.glob("shared/article/*.txt"))), None)
    if not found or not found.is_file():
        pytest.skip("no copy of the essay: name one in POSTIL_ESSAY")
    return found


@pytest.fixture(scope="session")
def vnu() -> list[str]:
    """The command of the HTML checker; tests/machine.py makes it a must where CI=true."""
    return machine.vnu() or pytest.skip("the HTML checker needs Java and npm")


class Handler(SimpleHTTPRequestHandler):
    """Serves as a plain host does: UTF-8, the types browsers insist on, 404.html for what is not there."""

    extensions_map = {
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".xml": "application/xml",
        ".png": "image/png",
        ".woff2": "font/woff2",
        ".gz": "application/gzip",
        ".zip": "application/zip",
        ".epub": "application/epub+zip",
        ".pdf": "application/pdf",
        "": "application/octet-stream",
    }

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():
            return super().send_error(code, message, explain)
        self.send_response(404)
        self.send_header("Content-Type", self.extensions_map[".html"])
        self.send_header("Content-Length", str(page.stat().st_size))
        self.end_headers()
        self.wfile.write(page.read_bytes())

    def log_message(self, *_: object) -> None:
        """A test's output is for its findings."""


@pytest.fixture(scope="session")
def server() -> Iterator[Callable[[Path], str]]:
    """server(folder): the address, without a slash at the end, under which the folder is served until the run ends."""
    running: dict[Path, ThreadingHTTPServer] = {}

    def serve(folder: Path) -> str:
        if folder not in running:
            running[folder] = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
            Thread(target=running[folder].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{running[folder].server_port}"

    yield serve
    for one in running.values():
        one.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window, and without its own calls home."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=machine.chromium(), args=switches())
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def started_firefox() -> Iterator[Firefox]:
    """tests/machine.py installs it, and makes it a must where CI=true."""
    program = machine.firefox() or pytest.skip("no Firefox on the PATH")
    with started(program) as firefox:
        yield firefox


@pytest.fixture(scope="module")
def firefox(started_firefox: Firefox) -> Firefox:
    """Firefox without a window, which remembers nothing of another file's tests: a start costs four seconds."""
    started_firefox.forget()
    return started_firefox


@pytest.fixture
def troubles() -> list[str]:
    """What went wrong in the pages of this test, one sentence each. A test that expects one takes it out."""
    return []


@pytest.fixture
def page(browser: Browser, troubles: list[str]) -> Iterator[Callable[..., Page]]:
    """page(**options): a page in a context of its own; options are those of Playwright's new_context.

    When the test ends, no page may have asked another host for anything, printed an error, thrown one, or broken its
    security policy. `init` names a script to run before those of the page.
    """
    contexts: list[BrowserContext] = []

    def open_page(init: str = "", **options: object) -> Page:
        context = browser.new_context(service_workers="block", **options)
        contexts.append(context)
        watch(context, troubles)
        context.add_init_script(REPORT_VIOLATIONS + ";\n" + init)
        return patient(context.new_page())

    yield open_page
    for context in contexts:
        context.close()
    assert not troubles, "in the browser:\n" + "\n".join(troubles)


def watch(context: BrowserContext, troubles: list[str]) -> None:
    """Stop what would leave this machine, and note everything that should not happen."""

    def gate(route: Route) -> None:
        troubles.append(f"request to another host: {route.request.url}")
        route.abort()

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            troubles.append(f"console: {message.text} ({message.location.get('url')})")

    def socket(address: WebSocket) -> None:
        if ELSEWHERE.search(address.url):
            troubles.append(f"socket to another host: {address.url}")

    context.route(ELSEWHERE, gate)
    context.on("page", lambda page: page.on("websocket", socket))
    context.on("console", heard)
    context.on("weberror", lambda error: troubles.append(f"exception: {error.error}"))
