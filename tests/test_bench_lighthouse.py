"""The section "Lighthouse" of the benchmark on small data: what a report says, what nginx is told, the goals."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from postil.bench import lighthouse, nginx, paint, peers
from postil.bench.process import NotMeasured, install
from postil.bench.section import Section

REPORT = {
    "categories": {
        "performance": {"score": 0.97},
        "accessibility": {"score": 1},
        "best-practices": {"score": 0.96},
        "seo": {"score": 0.73},
    },
    "audits": {
        "total-byte-weight": {"numericValue": 76 * 1024},
        "first-contentful-paint": {"numericValue": 899.5},
        "largest-contentful-paint": {"numericValue": 1000},
        "cumulative-layout-shift": {"numericValue": 0.125},
        "total-blocking-time": {"numericValue": 80.4},
        "network-requests": {"details": {"items": [{}, {}, {}]}},
    },
    "environment": {"benchmarkIndex": 1140},
}
FOUND = lighthouse.Report(97, 100, 96, 73, 76, 0.8995, 1.0, 0.125, 80.4, 3, 1140)
BEST = replace(FOUND, performance=100, practices=100, seo=100)


def test_a_report_becomes_figures_in_points_kib_and_seconds():
    assert lighthouse.parse(json.dumps(REPORT)) == FOUND


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"runtimeError": {"code": "NO_FCP", "message": "nothing was painted"}}, "nothing was painted"),
        ({"categories": {**REPORT["categories"], "seo": {"score": None}}}, "no points for seo"),
    ],
)
def test_a_page_that_lighthouse_could_not_judge_is_not_measured(change, said):
    with pytest.raises(NotMeasured, match=said):
        lighthouse.parse(json.dumps(REPORT | change))


def test_of_several_reports_each_figure_is_the_median():
    slow, fast = replace(FOUND, largest=3.0, weight=70), replace(FOUND, largest=0.5, weight=90)
    assert lighthouse.middle([slow, fast, FOUND]) == replace(FOUND, largest=1.0, weight=76)


def test_lighthouse_and_all_it_brings_are_locked_with_hashes_and_name_no_registry():
    lock = json.loads((lighthouse.PINS / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: about for name, about in lock["packages"].items() if name}
    assert packages["node_modules/lighthouse"]["version"] == lighthouse.version()
    assert [name for name, about in packages.items() if not about.get("integrity", "").startswith("sha512-")] == []
    assert [name for name, about in packages.items() if "resolved" in about] == []


def _section(reports: paint.Reports) -> str:
    section = Section("Lighthouse", "lighthouse", "")
    paint.fill(section, reports)
    return section.markdown()


def test_goals_are_judged_by_the_worst_of_our_pages_alone():
    worse = replace(FOUND, weight=80.0, largest=1.5)
    text = _section({("postil", "a"): BEST, ("postil", "b"): worse, ("Material", "a"): replace(worse, largest=9.0)})
    assert "points short of 100, in all four on all three: at most 0. Measured: 34. **Not met.**" in text
    assert "at most 76 KiB. Measured: 80 KiB. **Not met.**" in text
    assert "at most 1 s. Measured: 1.5 s. **Not met.**" in text
    assert _section({("postil", "a"): BEST}).count("**Met.**") == 3


def test_a_builder_that_failed_keeps_its_row_and_says_why():
    text = _section({("postil", "a"): BEST, ("Zensical", "a"): NotMeasured("it is not installed")})
    rows = [line for line in text.splitlines() if line.startswith("| a |")]
    assert rows[0] == "| a | postil | 100 | 100 | 100 | 100 | 76 | 3 | 0.90 | 1.00 | 0.12 | 80 |"
    assert rows[1].startswith("| a | Zensical | not measured: it is not installed |")
    assert {row.count("|") for row in rows} == {13}
    assert _section({}).count("**Not measured.**") == 3


def test_nginx_is_told_of_each_site_and_serves_to_this_machine_alone():
    sites = {Path("/made/postil"): 4001, Path("/made/material"): 4002}
    text = nginx.config(sites, Path("/made/logs"), "nobody")
    assert text.count("{") == text.count("}")
    assert text.count("listen ") == text.count("listen 127.0.0.1:") == 2
    assert "listen 127.0.0.1:4002;\n    root /made/material;" in text
    assert "brotli_static on;" in text
    assert "/var/" not in text


def test_what_a_package_brings_is_missed_by_name(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(NotMeasured, match="nginx and brotli"):
        install(("nginx", "brotli"), lambda: False)
    install(("nginx",), lambda: True)


def test_a_stock_configuration_keeps_pages_and_features_and_drops_what_is_ours(tmp_path):
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\nhooks: [own.py]\nnav:\n  - index.md\ntheme:\n  name: material\n  custom_dir: overrides\n"
        "  icon:\n    logo: own/logo\n  features: [navigation.tabs]\n\nplugins:\n  - search:\n      lang: en\n\n"
        "extra:\n  generator: false\nextra_css:\n  - own.css\n",
        encoding="utf-8",
    )
    assert peers.stock(tmp_path) == (
        "site_name: A\nnav:\n  - index.md\ntheme:\n  name: material\n"
        "  icon:\n    logo: material/library\n  features: [navigation.tabs]\n\n"
    )


def test_headings_keep_their_ids_for_sphinx():
    text = "Part 1\n{: .over }\n\n## Two fears { #p6 }\n\n[Four](#p6){ .ref #p6-ref }\n"
    assert peers.for_myst(text) == "Part 1\n\n(p6)=\n## Two fears\n\n[Four](#p6){ .ref #p6-ref }\n"
