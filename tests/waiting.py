"""Waiting for what a page does in its own time."""

from __future__ import annotations

from playwright.sync_api import Page, Response

# Nothing comes late where script is off; a page of another kind than ours has nothing to come.
ARRIVED = """() => {
    const later = document.querySelector("[data-later]")?.dataset.later
    return !later || document.documentElement.matches(".no-js")
        || window.document$ && (window.__peeks || !later.includes("/peeks/"))
}"""


def until(page: Page, condition: str) -> None:
    """Wait until `condition`, a JavaScript function without arguments, returns something true.

    In place of Playwright's wait_for_function, which evaluates a string at each look: our policy refuses that.
    """
    page.evaluate(f"""() => new Promise((resolve, reject) => {{
        const condition = {condition}, end = performance.now() + 30000
        const look = () => condition() ? resolve()
            : performance.now() > end ? reject(new Error("never: " + condition)) : setTimeout(look, 50)
        look()
    }})""")


def patient(page: Page) -> Page:
    """`page`, whose goto waits for what comes after the first paint, too: the texts of the cards, and Material."""
    goto = page.goto

    def wait(address: str, **options: object) -> Response | None:
        response = goto(address, **options)
        until(page, ARRIVED)
        return response

    page.goto = wait  # type: ignore[method-assign]
    return page
