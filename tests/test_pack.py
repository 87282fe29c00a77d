"""What postil leaves out of the theme's stylesheet, and how it makes one file of several."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.pack import join
from postil.pack.page import Group, groups, joined, trimmed
from postil.pack.site import pack
from postil.pack.slim import slim
from postil.pack.words import Words, features, in_tags, words

KNOWN = Words(frozenset({"card", "open", "data-kind", "craft", "p6", "dir", "ltr"}), ("md-tag--",))
STAYS = [
    "p{color:red}",
    "*,::before{color:red}",
    ".card{color:red}",
    ".card>.open:hover::after{color:red}",
    "#p6{color:red}",
    "[data-kind]{color:red}",
    "[data-kind=craft]{color:red}",
    '[data-kind="craft"] .card{color:red}',
    "[data-kind^=ev]{color:red}",  # the start of a value, which no word tells
    '[dir="a b"]{color:red}',  # no word, so no judgement
    ".card:not(.gone){color:red}",  # true of every card
    ":is(.gone,.card) p{color:red}",
    ".card:has(>.open){color:red}",
    ".md-tag--anything{color:red}",  # a script may make it
    ".gone\\:odd{color:red}",  # a name of a kind that words() does not find
    "@media (min-width:60em){.card{color:red}}",
    "@media (400px<=width<60em){.card{color:red}}",
    "@supports (color:light-dark(red,blue)){.card{color:color-mix(in srgb,red 40%,blue)}}",
    "@keyframes turn{0%{opacity:0}to{opacity:1}}",
    '@charset "UTF-8";',
    '.card::before{content:"●" / ""}',
    ".card{&:hover{color:red}.gone &{color:red}}",  # nested: only the outer selector is judged
    ":root{--used:1px}.card{inline-size:var(--used)}",
    ":root{--open:1px}",  # a word of a script
]
GOES = [
    ".gone{color:red}",
    ".card .gone{color:red}",
    ".card.gone>p{color:red}",
    "#gone{color:red}",
    "[data-gone]{color:red}",
    "[data-kind=gone]{color:red}",
    "[dir=rtl] .card{color:red}",
    ":is(.gone,.away) p{color:red}",
    ".card:has(.gone){color:red}",
    "@media print{.gone{color:red}}",
    "@supports (color:red){@media print{.gone{color:red}}}",
    ":root{--unread:1px}",
]


@pytest.mark.parametrize("css", STAYS)
def test_what_may_match_stays(css: str) -> None:
    known = Words(KNOWN.whole | {"--open"}, KNOWN.starts)
    assert slim(css, known) == css


@pytest.mark.parametrize("css", GOES)
def test_what_cannot_match_goes(css: str) -> None:
    assert slim(css, KNOWN) == ""


def test_of_a_list_only_the_selectors_that_may_match_stay() -> None:
    assert slim(".gone,.card,#gone p,p{color:red}", KNOWN) == ".card,p{color:red}"


def test_a_property_that_another_stylesheet_reads_stays() -> None:
    css = ":root{--a:1px;--b:2px;color:red}"
    assert slim(css, KNOWN, "p{margin:var( --b)}") == ":root{--b:2px;color:red}"


def test_words_are_those_of_tags_and_scripts_not_of_prose() -> None:
    html = '<p class="card a>b" data-kind=\'craft\'>admonition <!-- <b id="p6"> --> x</p>'
    assert {"card", "b", "craft", "data-kind"} <= in_tags(html)
    assert "admonition" not in in_tags(html)
    known = words(set(), 'toggle("md-header--shadow"); add("md-hue--" + name, `md-fact--${name}`)')
    assert "md-header--shadow" in known
    assert "md-hue--new" in known
    assert "md-fact--new" in known
    assert "md-header--gone" not in known


PAGE = """<head>
  <link rel="icon" href="../assets/img/icon.svg">
  <link rel="stylesheet" href="../assets/stylesheets/main.1.css">
  <link rel="stylesheet" href="../assets/css/a.css">
  <script src="../assets/js/one.js"></script>
  <script src="../assets/js/two.js"></script>
</head><body>
  <script src="../assets/javascripts/bundle.1.js"></script>
  <script src="../assets/js/late.js" defer></script>
  <script src="../assets/js/later.js" defer></script>
</body>
"""
STYLE = Group("style", ("assets/stylesheets/main.1.css", "assets/css/a.css"))
EARLY = Group("early", ("assets/js/one.js", "assets/js/two.js"))
LATE = Group("late", ("assets/js/late.js", "assets/js/later.js"))


def test_a_page_asks_for_styles_early_and_late_scripts_in_its_order() -> None:
    assert groups(PAGE) == [STYLE, EARLY, LATE]


def test_the_joined_page_asks_for_one_of_each_where_the_first_stood() -> None:
    names = {STYLE: "assets/css/site.css", EARLY: "assets/js/head.js", LATE: "assets/js/site.js"}
    assert joined(PAGE, names).splitlines() == [
        "<head>",
        '  <link rel="icon" href="../assets/img/icon.svg">',
        '  <link rel="stylesheet" href="../assets/css/site.css">',
        '  <script src="../assets/js/head.js"></script>',
        "</head><body>",
        '  <script src="../assets/javascripts/bundle.1.js"></script>',
        '  <script src="../assets/js/site.js" defer></script>',
        "</body>",
    ]


@pytest.mark.parametrize("root", ["", "/", "/some/where/", "../../"])
def test_files_are_found_from_pages_anywhere(root: str) -> None:
    html = f'<script src="{root}assets/js/one.js"></script>'
    group = Group("early", ("assets/js/one.js",))
    assert groups(html) == [group]
    assert joined(html, {group: "assets/js/head.js"}) == f'<script src="{root}assets/js/head.js"></script>'


def test_files_of_other_hosts_are_left_alone() -> None:
    assert groups('<script src="https://example.org/assets/js/one.js"></script>') == []


def test_pages_that_ask_for_different_files_get_different_ones(tmp_path: Path) -> None:
    (tmp_path / "assets/js").mkdir(parents=True)
    for name in ("one", "two", "asked-for-later"):
        (tmp_path / f"assets/js/{name}.js").write_text(f"let word = '{name}'  // said\n", encoding="utf-8")
    one, two = ('<script src="assets/js/one.js"></script>', '<script src="assets/js/two.js"></script>')
    (tmp_path / "index.html").write_text(one, encoding="utf-8")
    (tmp_path / "other.html").write_text(one + two, encoding="utf-8")
    pack(tmp_path)

    asked = [groups((tmp_path / name).read_text(encoding="utf-8"))[0].paths for name in ("index.html", "other.html")]
    texts = [(tmp_path / path).read_text(encoding="utf-8") for (path,) in asked]
    assert ['"one"' in text for text in texts] == [True, True]
    assert ['"two"' in text for text in texts] == [False, True]
    assert len(list((tmp_path / "assets/js").iterdir())) == 3
    assert (tmp_path / "assets/js/asked-for-later.js").read_text(encoding="utf-8") == 'let word="asked-for-later"'


CSS = """
/* a word */
.a::before { content: "●  /* kept */" / ""; }
.a { color: light-dark(#fff, color-mix(in srgb, currentcolor 45%, transparent)); }
@media (400px <= width < 60em) { .a { inline-size: calc(1px + var(--b) - (2 * 3px)); &:hover > .c { inset: 0 auto; } } }
"""


def test_styles_are_smaller_and_mean_the_same() -> None:
    small = join.style(CSS)
    assert "a word" not in small
    for kept in ('content:"●  /* kept */"/""', "currentcolor 45%,transparent", "1px + var(--b) - (2 * 3px)"):
        assert kept in small
    assert "&:hover" in small


SCRIPT = r"""
{
  // a word
  const unseen = 1
  const seen = []
  const name = "  two  spaces // kept "
  seen.push(`line one
    ${`nested ${name}`} /* kept */`, /[/"'`]\s+\/\//.source, 4 / 2 / 1, null?.x ?? 5, `${"`"}`)
  const regex = text => /`/.test(text) ? "tick" : "none"
  seen.push(regex("`"))
  let a = 1
  ++a
  const list = [3, 4]
  ;[a] = list
  class Odd { #p = 1; static async *each() { yield 1 } get in() { return this.#p } }
  seen.push(a, new Odd().in, "x".replace(/x/g, (w, at) => at ? w : w.toUpperCase()))
  seen.push((function named(own) { return own + unseen })(2))
  said = JSON.stringify(seen)
}
"""


def test_scripts_are_smaller_and_do_the_same(page) -> None:
    tab = page()
    small = join.script(SCRIPT)
    assert "a word" not in small
    assert "unseen" not in small
    assert join.script(SCRIPT) == small
    said = [tab.evaluate(f"(() => {{ let said\n{text}\nreturn said }})()") for text in (SCRIPT, small)]
    assert said[0] == said[1]


def test_a_script_that_fails_is_reported_and_stops_no_other(page, troubles) -> None:
    tab = page()
    tab.goto("about:blank")
    tab.add_script_tag(content=join.scripts(["window.first = 1", "null.x()", "{ window.third = 3 }"]))
    assert tab.evaluate("[window.first, window.third]") == [1, 3]
    for _ in range(200):
        if not troubles:
            tab.wait_for_timeout(50)
    assert len(troubles) == 1
    assert "null" in troubles.pop()


def test_names_of_a_feature_count_when_a_page_has_it_or_asks_for_it():
    script = 'add("md-tooltip__inner"); add("tabbed-control"); add("md-search")'
    asking = features('<script id="__config" type="application/json">{"features": ["content.tooltips"]}</script>')
    assert {"md-tooltip__inner", "md-search"} <= words(set(), script, asking).whole
    assert "tabbed-control" in words({"tabbed-set"}, script)
    assert words(set(), script).whole.isdisjoint({"md-tooltip__inner", "tabbed-control"})


def test_space_goes_only_where_it_means_nothing():
    page = "<p>\n    one\n\n  <b>two</b>\n three</p>\n<pre>\n  a\n\n  b</pre>\n   <p>end</p>"
    assert trimmed(page) == "<p>\none\n<b>two</b>\nthree</p>\n<pre>\n  a\n\n  b</pre>\n<p>end</p>"
