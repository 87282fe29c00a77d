"""Firefox without a window, driven by Marionette: pages at any width, and what its console says of them."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from marionette_driver.marionette import Marionette

# A window is at least 500 px wide; what shows the page may be narrower.
RESIZE = """const { style } = gBrowser.selectedBrowser
style.flex = "none"
style.width = `${arguments[0]}px`
style.height = `${arguments[1]}px`"""
ERRORS = """return Services.console.getMessageArray()
    .filter(one => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag))
    .filter(one => /^(https?|file):/.test(one.sourceName) || /^(Content Security|CSP)/i.test(one.category))
    .map(one => `${one.errorMessage} (${one.sourceName}:${one.lineNumber})`)"""
FORGET = """const [done] = arguments
Services.console.reset()
Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: done })"""
PREFERENCES = {"browser.shell.checkDefaultBrowser": False, "ui.prefersReducedMotion": 1}


class Firefox:
    """One tab. Scripts are the body of a function and return what JSON can hold."""

    def __init__(self, driver: Marionette) -> None:
        self.driver = driver

    def goto(self, address: str) -> None:
        """Opens `address` anew, also when only what follows # differs."""
        self.driver.navigate("about:blank")
        self.driver.navigate(address)

    def ask(self, script: str, *arguments: object) -> object:
        return self.driver.execute_script(script, script_args=arguments)

    def wait(self, script: str, *arguments: object) -> None:
        """Until `script`, an expression with `given`, holds; after half a minute it is an error that names it."""
        held = self.driver.execute_async_script(
            f"""const [resolve, ...all] = [arguments[arguments.length - 1], ...arguments]
            const end = Date.now() + 25000
            const look = (...given) => ({script}) ? resolve(true)
                : Date.now() > end ? resolve(false) : setTimeout(() => look(...given), 50)
            look(...all)""",
            script_args=arguments,
            script_timeout=30_000,
        )
        assert held, f"never true in Firefox: {script}"

    def resize(self, width: int, height: int) -> None:
        """To a page of `width` and `height` CSS pixels."""
        self.driver.set_window_rect(width=max(width, 500) + 20, height=height + 200)
        with self.driver.using_context("chrome"):
            self.driver.execute_script(RESIZE, script_args=(width, height))
        self.wait("innerWidth === given[0]", width)

    def forget(self) -> None:
        """Leaves the page, and is as after the start: nothing is stored, no error was heard."""
        self.driver.navigate("about:blank")
        with self.driver.using_context("chrome"):
            self.driver.execute_async_script(FORGET, script_timeout=30_000)

    def errors(self) -> list[str]:
        """What scripts and the policy of our pages have complained of since the start."""
        with self.driver.using_context("chrome"):
            return self.driver.execute_script(ERRORS)


@contextmanager
def started(program: str) -> Iterator[Firefox]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    driver = Marionette(bin=program, headless=True, port=port, gecko_log="-", prefs=PREFERENCES, startup_timeout=180)
    driver.start_session()
    try:
        yield Firefox(driver)
    finally:
        driver.quit()
        driver.cleanup()
