// The colour scheme: the reader's choice, else the system's; before the first paint, and whenever the system changes.
{
  const dark = matchMedia("(prefers-color-scheme: dark)")

  const follow = () => {
    const scheme = __md_get("__palette")?.color?.scheme ?? (dark.matches ? "slate" : "default")
    document.body.setAttribute("data-md-color-scheme", scheme)
    for (const { dataset, nextElementSibling: button } of document.querySelectorAll("[name=__palette]"))
      if (button) button.hidden = dataset.mdColorScheme !== scheme
  }

  new MutationObserver((_, observer) => {
    if (!document.body) return
    observer.disconnect()
    follow()
  }).observe(document.documentElement, { childList: true })

  // The page may arrive in pieces: a button may come after the body was coloured.
  document.addEventListener("DOMContentLoaded", follow)

  // After Material, which at such a change returns to the scheme the page was loaded with.
  dark.addEventListener("change", () => setTimeout(follow))
}
