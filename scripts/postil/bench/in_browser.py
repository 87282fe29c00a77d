"""How fast a reader's copy is aligned in the browser, in a worker as the page starts it; and if the page stands still.

The script is the one of the built site; the essay is made up (damaged.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from ..copy.fingerprints import fingerprints
from .aligning import WORDS
from .damaged import PASSAGES, essay, within
from .finders import folded
from .process import NotMeasured, progress
from .section import Section, rounded
from .server import serving
from .visit import browsing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGE = "companion.html"
SCRIPT = "assets/js/open-copy.js"
LIMITS = {2_300: 0.05, 500_000: 2.0}  # seconds, by words
HOW = (
    f"A made-up essay of {PASSAGES} paragraphs, alone and amid others, in Chromium, the median of {{times}}. The time "
    "runs from a worker's message with the text to its answer with every paragraph's place and text. The first time "
    "the worker is new and its code not yet compiled, as for a reader; the others are the same worker's. Meanwhile the "
    "page counts how long it was kept from its own work. Memory is that of the page's process at its peak, in MiB."
)
# The worker is made as work.js makes it. Gives milliseconds of each time, the longest stand-still, paragraphs found.
RUN = """async ([text, passages, times]) => {
    const source = `const own = (${ownCopy.engine})()
        onmessage = async ({ data: [name, ...input] }) => postMessage(await own[name](...input))`
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })))
    const ask = (...message) => new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data)
        worker.onerror = reject
        worker.postMessage(message)
    })
    let last = performance.now(), still = 0
    const timer = setInterval(() => {
        still = Math.max(still, performance.now() - last)
        last = performance.now()
    })
    const took = []
    let found
    for (let time = 0; time <= times; time++) {
        const begin = performance.now()
        found = await ask("placedIn", text, { passages, pins: {} })
        took.push(performance.now() - begin)
    }
    clearInterval(timer)
    worker.terminate()
    return [took, still, found.passages.filter(({ text }) => text).length]
}"""


@dataclass(frozen=True)
class Run:
    """Seconds of the first time and of each other, of the longest stand-still; paragraphs found; MiB, if known."""

    first: float
    others: list[float]
    still: float
    found: int
    memory: float | None


def measure(site: Path, times: int, quick: bool) -> Section:
    """`site` is a built site of ours; `quick`: the shorter text only."""
    section = Section("Aligning a copy in the browser", "in-browser", HOW.format(times=times))
    try:
        runs = _runs(site, times, WORDS[:1] if quick else WORDS)
    except NotMeasured as reason:
        section.note(f"Aligning in the browser: {reason}.")
        runs = {}
    fill(section, runs)
    return section


def fill(section: Section, runs: dict[int, Run]) -> None:
    """`runs` by words of the copy."""
    head = ("Words", "Found", "First, seconds", "Then, seconds", "Page kept waiting, ms", "Memory")
    rows = [
        (f"{words:,}", str(run.found), run.first, median(run.others), run.still * 1000, rounded(run.memory))
        for words, run in runs.items()
    ]
    if rows:
        section.table(head, *rows)
    for words, limit in LIMITS.items():
        value = median(runs[words].others) if words in runs else None
        section.goal(f"aligning {words:,} words in the browser", value, limit, " s")


def _runs(site: Path, times: int, sizes: tuple[int, ...]) -> dict[int, Run]:
    if not (site / SCRIPT).is_file():
        raise NotMeasured("the site has no script that opens a copy")
    paragraphs = essay()
    prints = [each.record() for each in fingerprints([folded(each) for each in paragraphs])]
    known = [{"id": f"p{number}", "page": PAGE, **each} for number, each in enumerate(prints, 1)]
    runs = {}
    for words in sizes:
        progress(f"aligning {words:,} words in the browser")
        with serving(site) as (address, _), browsing() as browser:
            tab = browser.new_page()
            tab.goto(f"{address}/{PAGE}")
            tab.evaluate(_ADD, f"{address}/{SCRIPT}")
            runs[words] = _run(browser, tab, [within(paragraphs, words), known, times])
    return runs


_ADD = """src => new Promise((onload, onerror) =>
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror })))"""


def _run(browser: Browser, tab: Page, given: list[Any]) -> Run:
    from playwright.sync_api import Error

    try:
        took, still, found = tab.evaluate(RUN, given)
    except Error as error:
        raise NotMeasured(error.message.splitlines()[0]) from error
    first, *others = [each / 1000 for each in took]
    return Run(first, others, still / 1000, found, _peak(browser))


def _peak(browser: Browser) -> float | None:
    """MiB of the largest page process at its peak; None where the system does not tell."""
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    sizes = [_high(each["id"]) for each in processes if each["type"] == "renderer"]
    return max(filter(None, sizes), default=None)


def _high(process: int) -> float | None:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return None
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(found[0]) / 1024 if found else None
