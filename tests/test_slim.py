"""Nothing looks different without the rules that postil leaves out of the theme's stylesheet.

The same pages with the theme's whole stylesheet: every element, and what stands before and after it, has the same
computed style.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import material
import pytest

from browser import PART, SEARCH, search_for
from conftest import ROOT
from postil.pack import join
from postil.pack.page import groups
from waiting import until

PAGES = ["index.html", PART, "lessons/long-term-security.html", "timeline/index.html", "about/architecture.html"]
PAGES += ["glossary.html", "404.html"]
STYLES = """() => {
    const properties = [...getComputedStyle(document.body)].filter(name => !name.startsWith("--"))
    const hash = text => Array.from(text).reduce((sum, letter) => sum * 31 + letter.charCodeAt() | 0, 7)
    const style = (element, part) => {
        const found = getComputedStyle(element, part)
        if (part && found.content === "none") return "none"
        return hash(properties.map(name => found.getPropertyValue(name)).join("|"))
    }
    const all = [...document.body.querySelectorAll("*")].slice(0, 700)
    return all.map(element => [`${element.localName}.${element.getAttribute("class")}`,
        ...["", "::before", "::after"].map(part => style(element, part))].join(" "))
}"""
READY = "() => document.documentElement.classList.contains('js-focus-visible')"  # Material has done its work


@pytest.fixture(scope="module")
def whole(site, tmp_path_factory) -> Path:
    """A copy of the site whose stylesheet has all of the theme's."""
    copy = tmp_path_factory.mktemp("whole") / "site"
    shutil.copytree(site, copy)
    style = next(group for group in groups((site / PART).read_text(encoding="utf-8")) if group.kind == "style")
    text = (site / style.paths[0]).read_text(encoding="utf-8")
    theme = next((Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.min.css"))
    own = text[text.index(join.style((ROOT / "docs/assets/css/tokens.css").read_text(encoding="utf-8"))) :]
    (copy / style.paths[0]).write_text(theme.read_text(encoding="utf-8") + "\n" + own, encoding="utf-8")
    assert len(text) < len((copy / style.paths[0]).read_bytes()) * 0.8
    return copy


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width, scheme", [(390, "dark"), (1440, "light")])
def test_every_element_has_the_same_style(path, width, scheme, site, whole, server, page):
    tabs = []
    for folder in (site, whole):
        tab = page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
        tab.goto(f"{server(folder)}/{path}", wait_until="networkidle")
        until(tab, READY)
        tabs.append(tab)
    same(*tabs, reload=True)


def test_the_open_search_has_the_same_style(site, whole, server, page):
    tabs = []
    for folder in (site, whole):
        tab = page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
        tab.goto(f"{server(folder)}/{PART}")
        search_for(tab, "Arakhamia")
        tab.locator(SEARCH).focus()
        until(tab, READY)
        tabs.append(tab)
    same(*tabs)


@pytest.mark.parametrize("toggle", ["drawer", "search"])
def test_drawer_and_search_of_a_small_screen_have_the_same_style(toggle, site, whole, server, page):
    tabs = []
    for folder in (site, whole):
        tab = page(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
        tab.goto(f"{server(folder)}/{PART}", wait_until="networkidle")
        tab.locator(f"label.md-header__button[for=__{toggle}]").click()
        until(tab, f"() => document.querySelector('#__{toggle}').checked")
        until(tab, READY)
        tabs.append(tab)
    same(*tabs)


@pytest.mark.parametrize("path", [PART, "timeline/index.html"])
def test_print_has_the_same_style(path, site, whole, server, page):
    tabs = []
    for folder in (site, whole):
        tab = page(viewport={"width": 800, "height": 900}, reduced_motion="reduce")
        tab.emulate_media(media="print")
        tab.goto(f"{server(folder)}/{path}", wait_until="networkidle")
        until(tab, READY)
        tabs.append(tab)
    same(*tabs)


def same(slim, whole, reload: bool = False) -> None:
    """Both tabs show the same, at once or when their scripts have done their work: a slow machine takes a while."""
    for attempt in range(40):
        if reload and attempt == 20:  # what the theme measured too early, it does not measure again
            for tab in (slim, whole):
                tab.reload(wait_until="networkidle")
                until(tab, READY)
        pair = [tab.evaluate(STYLES) for tab in (slim, whole)]
        if pair[0] == pair[1]:
            break
        slim.wait_for_timeout(250)
    assert len(pair[0]) > 60 and len({one.split()[1] for one in pair[0]}) > 20
    assert [(one, other) for one, other in zip(*pair, strict=True) if one != other][:5] == []
