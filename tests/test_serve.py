"""`postil serve` as a process: what an author changes shows in the browser, without a restart."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from helpers import command, environment, replace, tiny

PATIENCE = 30  # seconds until a change must show, also on a machine that is busy with the other tests


class Served:
    """A copy of the tiny companion, its server and what that printed."""

    def __init__(self, root: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{probe.getsockname()[1]}"
        self.root, self.log = root, root.with_name("log")
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command("serve", "--root", root, "--address", self.address),
                env=environment(PYTHONUNBUFFERED="1"),
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def page(self, path: str) -> str:
        """The page at `path`, or nothing when there is none (yet)."""
        try:
            with urlopen(f"http://{self.address}/{path}", timeout=5) as answer:
                return answer.read().decode("utf-8")
        except (URLError, OSError):
            return ""

    def wait(self, what: str, seen: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not seen():
            assert self.process.poll() is None, f"the server stopped:\n{self.log.read_text()}"
            assert time.monotonic() < end, f"{what} did not show:\n{self.log.read_text()}"
            time.sleep(0.2)

    def shows(self, path: str, text: str) -> None:
        self.wait(f"{text!r} on {path}", lambda: text in self.page(path))

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=10)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    one = Served(tiny(tmp_path_factory.mktemp("served") / "companion"))
    try:
        one.shows("index.html", "something to read")
        yield one
    finally:
        one.stop()


def test_changes_show_without_a_restart(served: Served) -> None:
    """One test, in the order of an author's afternoon: each change starts from the last good state."""
    docs = served.root / "docs"
    page = served.page("index.html")
    assert "livereload" in page and "Content-Security-Policy" not in page

    replace(docs / "essay/1-the-near-bank.md", "Pilgrims paid nothing", "Pilgrims paid a song")
    served.shows("essay/1-the-near-bank.html", "Pilgrims paid a song")

    replace(docs / "timeline/events.yml", "title: The flood", "title: The great flood")
    served.shows("timeline/index.html", "The great flood")
    served.shows("people.html", "1852")

    (docs / "about/thanks.md").write_text("# Thanks\n\nTo the [ferryman][p3-ferryman].\n", encoding="utf-8")
    served.shows("about/thanks.html", "2-the-far-bank.html#p3-ferryman")

    (docs / "assets/extra.css").write_text("p { color: teal }\n", encoding="utf-8")
    served.shows("assets/extra.css", "teal")

    (docs / "about/thanks.md").unlink()
    served.wait("the deletion", lambda: not served.page("about/thanks.html"))

    replace(docs / "glossary.md", "[pier][pier]", "[pier][peer]")
    served.wait("the finding", lambda: "error L01: expected an id, found 'peer'" in served.log.read_text())
    assert "is paid for once" in served.page("glossary.html"), "the last good page stays"

    replace(docs / "glossary.md", "[pier][peer] is paid for", "[pier][pier] is paid")
    served.shows("glossary.html", "is paid once")
    assert "Traceback" not in served.log.read_text()


def test_a_companion_with_errors_is_not_served_at_first(tmp_path: Path) -> None:
    root = tiny(tmp_path / "companion")
    replace(root / "docs/glossary.md", "[pier][pier]", "[pier][peer]")
    one = Served(root)
    assert one.process.wait(timeout=PATIENCE) == 1
    assert "error L01" in one.log.read_text()
