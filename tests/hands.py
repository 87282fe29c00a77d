"""A person at a browser, who has keys, a clipboard and a folder for what is saved: the same in Chromium and Firefox."""

from __future__ import annotations

import time
from pathlib import Path

from marionette_driver.by import By
from marionette_driver.keys import Keys
from marionette_driver.marionette import ActionSequence
from playwright.sync_api import Page

from axe import AXE, OPTIONS, RUN, violations
from firefox import Firefox
from waiting import until

CALLED = "(at => (at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent).trim())(document.activeElement)"
BOARD = "data:text/html,<title>Clipboard</title><textarea autofocus></textarea>"


class Hands:
    """What both browsers' hands do alike. Scripts are expressions."""

    def reach(self, name: str, most: int = 150) -> None:
        """Press Tab until what has the focus is called so, in its first words."""
        for _ in range(most):
            self.press("Tab")
            if self.ask(CALLED).startswith(name):
                return
        raise AssertionError(f"Tab does not reach {name!r}")

    def use(self, name: str, key: str = "Enter") -> None:
        self.reach(name)
        self.press(key)

    def fill(self, name: str, text: str) -> None:
        self.reach(name)
        self.type(text)

    def clipboard(self) -> str:
        """What was copied, as it is pasted elsewhere."""
        self.open(BOARD)
        self.wait("document.activeElement.localName === 'textarea'")
        self.paste()
        self.wait("document.activeElement.value")
        return self.ask("document.activeElement.value")


class ChromiumHands(Hands):
    def __init__(self, tab: Page) -> None:
        self.tab = tab
        tab.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def open(self, address: str) -> None:
        self.tab.goto("about:blank")
        self.tab.goto(address)

    def ask(self, script: str) -> object:
        return self.tab.evaluate(f"() => {script}")

    def wait(self, script: str) -> None:
        until(self.tab, f"() => {script}")

    def press(self, key: str) -> None:
        self.tab.keyboard.press(key)

    def type(self, text: str) -> None:
        self.tab.keyboard.type(text)

    def paste(self) -> None:
        self.tab.keyboard.press("Control+v")

    def choose(self, path: Path) -> None:
        """The file, for what has the focus; the system's own dialog has no keys that a test could press."""
        self.tab.locator(":focus").set_input_files(path)

    def saved(self) -> bytes:
        """What the button that has the focus saves as a file."""
        with self.tab.expect_download() as download:
            self.press("Enter")
        return download.value.path().read_bytes()

    def faults(self) -> list[str]:
        return violations(self.tab)


class FirefoxHands(Hands):
    """Those that save files to `folder` without a question."""

    KEYS = {"Tab": Keys.TAB, "Enter": Keys.ENTER, " ": Keys.SPACE}

    def __init__(self, tab: Firefox, folder: Path) -> None:
        self.tab, self.folder = tab, folder
        self.open, self.wait = tab.goto, tab.wait
        tab.driver.set_prefs(
            {
                "browser.download.folderList": 2,
                "browser.download.dir": str(folder),
                "browser.download.useDownloadDir": True,
                "browser.download.alwaysOpenPanel": False,  # it would have the focus
            }
        )

    def ask(self, script: str) -> object:
        return self.tab.ask(f"return {script}")

    def type(self, text: str) -> None:
        sequence = ActionSequence(self.tab.driver, "key", "keyboard")
        for key in text:
            sequence.key_down(key).key_up(key)
        sequence.perform()

    def press(self, key: str) -> None:
        self.type(self.KEYS[key])

    def paste(self) -> None:
        sequence = ActionSequence(self.tab.driver, "key", "keyboard")
        sequence.key_down(Keys.CONTROL).key_down("v").key_up("v").key_up(Keys.CONTROL).perform()

    def choose(self, path: Path) -> None:
        self.tab.driver.find_element(By.CSS_SELECTOR, ":focus").send_keys(str(path))

    def saved(self) -> bytes:
        before = set(self.folder.iterdir())
        self.press("Enter")
        end = time.monotonic() + 30
        while time.monotonic() < end:
            new = [path for path in self.folder.iterdir() if path not in before and path.suffix != ".part"]
            if new and new[0].stat().st_size:
                return new[0].read_bytes()
            time.sleep(0.05)
        raise AssertionError("Firefox saved nothing")

    def faults(self) -> list[str]:
        return self.tab.driver.execute_async_script(
            f"{AXE}; const [options, done] = arguments; ({RUN})(options).then(done)",
            script_args=[OPTIONS],
            script_timeout=60_000,
        )
