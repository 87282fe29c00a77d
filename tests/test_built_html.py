"""postil.checks.html: what only the built pages show."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.checks.html import check_site


def findings(site: Path, **pages: str) -> list[str]:
    """The findings about a site of `pages` (essay_1 is essay/1.html), as CODE page."""
    for name, body in pages.items():
        path = site / (name.replace("_", "/") + ".html")
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"<!doctype html><title>x</title><body>{body}", encoding="utf-8")
    (site / "app.js").touch()
    return [f"{each.rule.code} {each.place.file}" for each in check_site(site)]


@pytest.mark.parametrize("body", ["<p>/// note | craft</p>", "<p>a\n  ///\nb</p>"])
def test_block_marks_in_the_text_are_found(body: str, tmp_path: Path) -> None:
    assert findings(tmp_path, index=body) == ["H01 site/index.html"]


@pytest.mark.parametrize(
    "body", ["<pre>/// note</pre>", "<code>///</code>", "<script>\n/// x\n</script>", "<p>a /// b"]
)
def test_block_marks_in_code_and_in_a_line_are_not(body: str, tmp_path: Path) -> None:
    assert findings(tmp_path, index=body) == []


@pytest.mark.parametrize(
    "body",
    [
        '<a href="gone.html">',
        '<a href="essay/1.html#gone">',
        '<a href="#gone">',
        '<a href="essay">',
        '<img src="gone.png">',
        '<script src="gone.js"></script>',
        '<link href="gone.css">',
        '<a href="%67one.html">',
    ],
)
def test_links_to_nowhere_are_found(body: str, tmp_path: Path) -> None:
    assert findings(tmp_path, index=body, essay_1="") == ["H02 site/index.html"]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="essay/1.html#p1">',
        '<a href="essay/1.html?h=x#p1">',
        '<a href="./essay/../essay/1.html">',
        '<a href="#%C3%BCber">',
        '<a href="#:~:text=x">',
        '<a href="https://example.org/gone">',
        '<a href="//example.org/gone">',
        '<a href="mailto:a@example.org">',
        '<a href="data:,x">',
        '<a href="">',
        '<script src="app.js"></script>',
    ],
)
def test_links_that_lead_somewhere_are_not(body: str, tmp_path: Path) -> None:
    assert findings(tmp_path, index=f'<p id="über">{body}', essay_1='<p id="p1">') == []


def test_links_start_at_their_own_page(tmp_path: Path) -> None:
    body = '<a href="../index.html"><a href="1.html"><a href="index.html">'
    assert findings(tmp_path, index="", essay_1=body) == ["H02 site/essay/1.html"]


def test_an_id_twice_on_a_page_is_found_and_on_two_pages_is_not(tmp_path: Path) -> None:
    assert findings(tmp_path, index='<p id="a"><p id="a"><p id="b">', other='<p id="b">') == ["H03 site/index.html"]


def test_the_error_page_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text('<a href="/gone.html">')
    assert findings(tmp_path, index="") == []
