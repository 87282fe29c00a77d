"""Every page of the built site, served and from the unzipped bundle, in a browser that lets no request out.

The fixture `page` fails a test whose pages print or throw an error, break their policy or ask another host.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from threading import Thread

import pytest
from selectolax.lexbor import LexborHTMLParser

from browser import PART, TEMPLATES, folder, home, pages, without_storage
from conftest import ELSEWHERE, ROOT, Handler, watch


@pytest.fixture(params=["http", "file"])
def way(request) -> str:
    return request.param


@pytest.fixture
def start(request, way) -> str:
    return home(request, way)


def test_every_page_opens_without_an_error_and_lacks_no_file(request, way, start, page):
    tab, missing = page(), []
    tab.on("requestfailed", lambda asked: missing.append(f"{asked.url}: {asked.failure}"))
    tab.on("response", lambda answer: missing.append(f"{answer.url}: {answer.status}") if answer.status > 399 else None)
    for path in pages(folder(request, way)):
        tab.goto(f"{start}/{path}")
        assert tab.locator("h1").first.is_visible(), path
    assert not [line for line in missing if "ERR_ABORTED" not in line]  # aborted: the next page was opened meanwhile


@pytest.mark.parametrize(
    "address, here",
    [
        ("http://127.0.0.1:8000/a.html", True),
        ("http://localhost/?q", True),
        ("http://[::1]:80", True),
        ("ws://127.0.0.1:8000/", True),
        ("wss://example.org/", False),
        ("file:///tmp/index.html", True),
        ("data:text/plain,a", True),
        ("blob:http://127.0.0.1:8000/1", True),
        ("https://example.org/", False),
        ("http://localhost.example.org/", False),
        ("http://127.0.0.1:80@example.org/", False),
    ],
)
def test_what_leaves_this_machine_is_told_by_the_address(address, here):
    assert bool(ELSEWHERE.search(address)) != here


def test_a_request_to_another_host_is_stopped_and_told(browser):
    """Without this every test that opens a page could pass by hearing nothing."""
    context, told = browser.new_context(), []
    watch(context, told)
    tab = context.new_page()
    with tab.expect_event("requestfailed"):
        tab.evaluate("new Image().src = 'http://example.org/a.png'")
    context.close()
    assert "request to another host: http://example.org/a.png" in told


def test_every_page_carries_the_policy_before_anything_it_governs(request, way):
    for path in pages(folder(request, way)):
        html = (folder(request, way) / path).read_text(encoding="utf-8")
        policy = html.index('http-equiv="Content-Security-Policy"')
        assert "default-src 'none'" in html[policy : policy + 200], path
        assert "unsafe-" not in html[policy : policy + 800], path
        assert policy < min(html.index("<script"), html.index("<link")), path


def test_every_page_carries_the_policy_that_the_page_on_architecture_tells(request, way):
    """In the bundle it allows no connection at all, as that page says too."""
    text = (ROOT / "docs/about/architecture.md").read_text(encoding="utf-8")
    told = " ".join(re.search(r"```text\n(default-src [^`]*)```", text)[1].split())
    if way == "file":
        assert "connect-src 'self'" in told
        told = told.replace("connect-src 'self'", "connect-src 'none'")
    for path in set(pages(folder(request, way))) - {"packet.html"}:  # whose own is in test_packet.py
        tree = LexborHTMLParser((folder(request, way) / path).read_text(encoding="utf-8"))
        found = [node.attributes["content"] for node in tree.css("meta[http-equiv=Content-Security-Policy]")]
        assert found == [told], path


def test_pages_of_every_template_open_where_storage_is_blocked(request, way, start, browser, tmp_path, troubles):
    with without_storage(browser, tmp_path, troubles) as context:
        tab = context.new_page()
        for path in set(TEMPLATES.values()).intersection(pages(folder(request, way))):
            tab.goto(f"{start}/{path}")
        assert tab.evaluate("(() => { try { return localStorage.length } catch { return 'blocked' } })()") == "blocked"
    assert not troubles


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_follows_the_system_until_the_reader_chooses(start, page, system):
    tab = page(color_scheme=system)
    tab.goto(f"{start}/{PART}")
    assert scheme(tab) == {"light": "default", "dark": "slate"}[system]
    tab.emulate_media(color_scheme={"light": "dark", "dark": "light"}[system])
    tab.reload()
    assert scheme(tab) == {"light": "slate", "dark": "default"}[system]


def test_the_chosen_theme_survives_a_reload_and_holds_on_other_pages(start, page):
    tab = page(color_scheme="light")
    tab.goto(f"{start}/{PART}")
    tab.get_by_title("Switch to the dark theme").click()
    assert scheme(tab) == "slate"
    tab.reload()
    assert scheme(tab) == "slate"
    tab.goto(f"{start}/glossary.html")
    assert scheme(tab) == "slate"
    tab.get_by_title("Switch to the light theme").click()
    assert scheme(tab) == "default"


def test_the_theme_switches_where_storage_is_blocked(start, browser, tmp_path, troubles):
    with without_storage(browser, tmp_path, troubles) as context:
        tab = context.new_page()
        tab.emulate_media(color_scheme="light")
        tab.goto(f"{start}/{PART}")
        tab.get_by_title("Switch to the dark theme").click()
        assert scheme(tab) == "slate"
    assert not troubles


@pytest.fixture
def slowly(site) -> Iterator[Callable[[str], str]]:
    """slowly(cut): the address of a server that pauses in each page after the text `cut`."""
    running: list[ThreadingHTTPServer] = []

    def serve(cut: str) -> str:
        running.append(ThreadingHTTPServer(("127.0.0.1", 0), partial(InTwoPieces, cut, directory=str(site))))
        Thread(target=running[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{running[-1].server_port}"

    yield serve
    for one in running:
        one.shutdown()


@pytest.mark.parametrize("cut", ['id="__palette_0">', 'id="__palette_1">', "<body", 'class="passage"'])
def test_a_page_that_arrives_in_two_pieces_is_whole(cut, slowly, page):
    """A slow network may stop anywhere; scripts that run while the page is read must not count on what follows."""
    tab = page(color_scheme="dark")
    tab.goto(f"{slowly(cut)}/{PART}")
    assert scheme(tab) == "slate"
    assert tab.get_by_title("Switch to the light theme").is_visible()
    assert not tab.get_by_title("Switch to the dark theme").is_visible()


def test_a_missing_page_is_answered_by_the_404_page(request, page, troubles):
    tab = page()
    answer = tab.goto(home(request, "http") + "/no/such/page.html")
    assert answer.status == 404
    assert "not found" in tab.locator("h1").inner_text().lower()
    body = tab.locator("body").evaluate("body => getComputedStyle(body).fontFamily")
    assert "serif" in body, "the page has lost its styles"
    troubles[:] = [trouble for trouble in troubles if "/no/such/page.html" not in trouble]


def scheme(tab) -> str:
    """Material's name of the colour scheme in force, which the paper must show too."""
    name = tab.locator("body").get_attribute("data-md-color-scheme")
    paper = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    shade = sum(float(value) for value in paper.strip("rgba()").split(",")[:3]) / 3
    assert (shade < 100) == (name == "slate"), f"scheme {name} on {paper}"
    return name


class InTwoPieces(Handler):
    """Sends a page up to and with the text `cut`, waits, and sends the rest."""

    def __init__(self, cut: str, *arguments, **options) -> None:
        self.cut = cut.encode()
        super().__init__(*arguments, **options)

    def copyfile(self, source, outputfile) -> None:
        first, cut, rest = source.read().partition(self.cut if self.path.endswith(".html") else b"\0none")
        for piece in (first + cut, rest):
            outputfile.write(piece)
            outputfile.flush()
            time.sleep(0.3 if cut else 0)
