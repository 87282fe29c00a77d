"""What a reader has set for all pages: more contrast, own colors, less motion, wider spacing, 400 % zoom; and that our
styles name no left or right, so that they serve a script that runs the other way."""

from __future__ import annotations

import re

import pytest

from browser import PART, TEMPLATES, home, open_notes
from conftest import ROOT
from test_looks import CUT

ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %: WCAG 1.4.10
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""  # WCAG 1.4.12
SPACE = """style => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    document.adoptedStyleSheets.push(sheet)
}"""
# Pairs of texts that lie on each other. The lists of links in a line of their own are read as one text.
OVERLAPS = """() => {
    const boxes = [...document.querySelectorAll('main :is(p, h1, h2, h3, h4, summary, figcaption, caption, th, td)')]
        .filter(node => node.checkVisibility({ visibilityProperty: true }))
        .map(node => ({ node, box: node.getBoundingClientRect() }))
        .sort((one, two) => one.box.top - two.box.top)
    const found = []
    boxes.forEach((one, at) => {
        for (const two of boxes.slice(at + 1)) {
            if (two.box.top > one.box.bottom - 2) break
            const apart = two.box.left > one.box.right - 2 || one.box.left > two.box.right - 2
            if (!apart && !one.node.contains(two.node) && !two.node.contains(one.node))
                found.push(`${one.node.textContent.trim().slice(0, 40)} | ${two.node.textContent.trim().slice(0, 40)}`)
        }
    })
    return found
}"""
# The contrast of each color of text with the ground it stands on (WCAG 1.4.6), the weakest of all.
WEAKEST = """() => {
    const light = color => {
        const [red, green, blue] = color.match(/[\\d.]+/g).map(Number).map(value => value / 255)
            .map(value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
        return .2126 * red + .7152 * green + .0722 * blue
    }
    const clear = color => color === 'rgba(0, 0, 0, 0)'
    const ground = node => {
        const color = getComputedStyle(node).backgroundColor
        return clear(color) && node !== document.body ? ground(node.parentElement) : light(color)
    }
    const texts = [...document.querySelectorAll('main *, .md-header__title *, .md-tabs *, .md-footer *, note-walk *')]
        .filter(node => [...node.childNodes].some(child => child.nodeType == 3 && child.data.trim()))
        .filter(node => node.checkVisibility({ visibilityProperty: true }) && !node.closest('svg, :disabled'))
    return Math.min(...texts.map(node => [light(getComputedStyle(node).color), ground(node)])
        .map(both => (Math.max(...both) + .05) / (Math.min(...both) + .05)))
}"""
MOVING = """() => [...document.querySelectorAll('*')].filter(node => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(node)
    return /[1-9]/.test(transitionDuration) || animationName != 'none' || scrollBehavior == 'smooth'
}).map(node => node.className || node.tagName)"""
PHYSICAL = re.compile(
    r"[{;]\s*((?:(?:min|max)-)?(?:width|height)|(?:margin|padding|border)-(?:left|right|top|bottom)[a-z-]*"
    r"|left|right|top|bottom)\s*:|(?:float|clear|text-align)\s*:\s*(?:left|right)"
)
COMMENT = re.compile(r"/\*.*?\*/", re.S)


@pytest.fixture
def start(request) -> str:
    return home(request, "http")


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("template", TEMPLATES)
def test_wider_spacing_cuts_nothing_and_lays_nothing_over_another(template, width, start, page):
    tab = page(viewport={**ZOOMED, "width": width})
    tab.goto(f"{start}/{TEMPLATES[template]}")
    open_notes(tab)
    tab.evaluate(SPACE, SPACED)
    assert tab.locator("h1").first.evaluate("node => getComputedStyle(node).wordSpacing") != "0px"
    assert_whole(tab, width)


@pytest.mark.parametrize("template", TEMPLATES)
def test_at_400_percent_nothing_is_cut_and_no_page_scrolls_sideways(template, start, page):
    tab = page(viewport=ZOOMED)
    tab.goto(f"{start}/{TEMPLATES[template]}")
    open_notes(tab)
    assert_whole(tab, ZOOMED["width"])


def assert_whole(tab, width: int) -> None:
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.evaluate(CUT) == []
    assert tab.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_more_contrast_gives_every_text_seven_to_one(template, scheme, start, page):
    tab = page(contrast="more", color_scheme=scheme)
    tab.goto(f"{start}/{TEMPLATES[template]}")
    assert tab.evaluate(WEAKEST) >= 7


def test_more_contrast_takes_the_tint_from_notes_and_the_wash_from_targets(start, page):
    tab = page(contrast="more")
    tab.goto(f"{start}/{PART}#p6-successor")
    open_notes(tab)
    tints = "notes => notes.map(note => getComputedStyle(note).backgroundImage)"
    assert {*tab.locator("details.note").evaluate_all(tints)} == {"none"}
    target = tab.locator("details.note:has(:target)")
    assert target.evaluate("note => getComputedStyle(note).outlineStyle") == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_own_colors_the_marks_of_the_strip_stand_out_and_talks_are_told_from_others(scheme, start, page):
    tab = page(forced_colors="active", color_scheme=scheme)
    tab.goto(f"{start}/{TEMPLATES['timeline']}")
    paint = "mark => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke]"
    paper = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    talks = tab.locator(".strip .talks circle").first.evaluate(paint)
    other = tab.locator(".strip a:not(.talks, .essay) circle, .strip g:not(.talks, .essay) > circle").first.evaluate(
        paint
    )
    assert talks != other
    assert all(set(mark) != {paper} for mark in (talks, other)), (talks, other, paper)
    assert tab.locator(".strip text").first.evaluate("text => getComputedStyle(text).fill") != paper


def test_with_own_colors_only_the_tab_of_this_section_is_underlined(start, page):
    tab = page(forced_colors="active", viewport={"width": 1440, "height": 900})
    tab.goto(f"{start}/{TEMPLATES['glossary']}")
    line = "links => links.map(link => getComputedStyle(link).borderBlockEndColor)"
    paper = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    lines = tab.locator(".md-tabs__link").evaluate_all(line)
    assert len(lines) > 3
    assert [color for color in lines if color != paper] == tab.locator(".md-tabs__item--active a").evaluate_all(line)


@pytest.mark.parametrize("colors", [{"forced_colors": "active"}, {"contrast": "more"}])
def test_without_tints_a_door_under_the_pointer_has_an_outline(colors, start, page):
    tab = page(**colors)
    tab.goto(f"{start}/{TEMPLATES['front']}")
    door = tab.locator("ul.doors > li").first
    door.hover()
    look = "door => [getComputedStyle(door).outlineStyle, getComputedStyle(door).backgroundImage]"
    assert door.evaluate(look) == ["solid", "none"]


@pytest.mark.parametrize("template", TEMPLATES)
def test_less_motion_leaves_none(template, start, page):
    tab = page(reduced_motion="reduce")
    tab.goto(f"{start}/{TEMPLATES[template]}")
    assert tab.evaluate(MOVING) == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs/assets/css").glob("*.css")), ids=lambda path: path.stem)
def test_own_styles_name_no_left_right_top_or_bottom(path):
    assert PHYSICAL.findall("; margin-left: 0; float: right") != []
    assert [found[0] for found in PHYSICAL.finditer(COMMENT.sub("", path.read_text(encoding="utf-8")))] == []
