"""Files are put in place whole: the site by pipeline, generated pages by generate.write, the zip by export.bundle."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from helpers import contents
from postil.export.bundle import bundle, version
from postil.generate.write import write
from postil.pipeline import Refused, build, put_in_place


def folder(path: Path, *names: str, text: str = "") -> Path:
    """`path` with a file of each name in it, all with the same text."""
    for name in names:
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text)
    return path


def test_a_site_replaces_the_last_one(tmp_path: Path) -> None:
    site = folder(tmp_path / "site", "index.html", "gone.html", text="old")
    fresh = folder(tmp_path / "fresh", "index.html", text="new")
    put_in_place(fresh, site, tmp_path / "last")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == "new"


def test_a_first_site_needs_no_last_one(tmp_path: Path) -> None:
    put_in_place(folder(tmp_path / "fresh", "index.html", text="new"), tmp_path / "site", tmp_path / "last")
    assert (tmp_path / "site" / "index.html").read_text() == "new"


def test_a_site_lost_between_two_renames_comes_back(tmp_path: Path) -> None:
    folder(tmp_path / "build" / "site-last", "index.html", text="old")
    folder(tmp_path / "build" / "site-half", "index.html", text="half")
    with pytest.raises(Refused):  # there is nothing to build
        build(tmp_path, {})
    assert (tmp_path / "site" / "index.html").read_text() == "old"
    assert not list((tmp_path / "build").glob("site-*"))


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return folder(tmp_path / "docs", "index.md", "assets/base.css", "essay/essay.yml", "addresses.txt")


def test_pages_and_assets_are_written_and_data_is_not(docs: Path, tmp_path: Path) -> None:
    (docs / "assets" / ".hidden").write_text("")
    assert write({"index.md": "# B\n", "essay/1.md": "¶\n"}, docs, tmp_path / "out") == 3
    assert sorted(contents(tmp_path / "out")) == ["assets/base.css", "essay/1.md", "index.md"]
    assert (tmp_path / "out" / "essay" / "1.md").read_bytes() == "¶\n".encode()


def test_only_what_changed_is_written(docs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write({"a.md": "1", "b.md": "1"}, docs, out)
    for path in out.rglob("*.*"):
        os.utime(path, (1, 1))
    assert write({"a.md": "1", "b.md": "2"}, docs, out) == 1
    assert {path.name for path in out.rglob("*.*") if path.stat().st_mtime > 1} == {"b.md"}


def test_orphans_and_empty_folders_are_deleted(docs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    write({"a.md": "1", "deep/down/b.md": "1"}, docs, out)
    (docs / "assets" / "base.css").unlink()
    assert write({"a.md": "1"}, docs, out) == 2
    assert [path.relative_to(out).as_posix() for path in out.rglob("*")] == ["a.md"]


def test_what_a_killed_write_left_is_deleted(docs: Path, tmp_path: Path) -> None:
    out = folder(tmp_path / "out", ".a.md.part", text="half")
    write({"a.md": "1"}, docs, out)
    assert sorted(contents(out)) == ["a.md", "assets/base.css"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder(tmp_path / "site", "index.html", "essay/1.html", "search/search_index.js", "assets/app.js")
    folder(
        tmp_path / "site", "404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json", "assets/app.js.map"
    )
    (tmp_path / "mkdocs.yml").write_text("site_name: On Bridges!\nsite_url: !ENV [SITE_URL, '']\n")
    return tmp_path


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def test_the_bundle_is_named_by_site_and_version(project: Path) -> None:
    assert bundle(project).relative_to(project).as_posix() == "dist/on-bridges-0.zip"
    (project / "pyproject.toml").write_text('[project]\nversion = "1.2"\n')
    assert version(project) == "1.2"
    assert bundle(project).name == "on-bridges-1.2.zip"


def test_the_bundle_unpacks_into_one_folder_without_what_only_servers_need(project: Path) -> None:
    assert [name.removeprefix("on-bridges-0/") for name in names(bundle(project))] == [
        "assets/app.js",
        "essay/1.html",
        "index.html",
        "search/search_index.js",
    ]


def test_equal_sites_give_equal_bundles(project: Path) -> None:
    first = bundle(project).read_bytes()
    for path in (project / "site").rglob("*.html"):
        os.utime(path, (1, 1))
        path.chmod(0o600)
    assert bundle(project).read_bytes() == first
    assert [path.name for path in (project / "dist").iterdir()] == ["on-bridges-0.zip"]
