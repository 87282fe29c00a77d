// "Open my copy": a reader's own copy of the essay beside the notes, on this machine only.
//
// All that a page carries of it until it is asked for. The rest, docs/assets/copy/, is joined at build and brought when the
// control is used, or when this tab or this device holds a copy already.
{
  const link = document.querySelector("a.open-copy")

  const held = () => {
    try {
      const key = `${__md_scope.pathname}.copy`
      return sessionStorage[key] ?? localStorage[key]
    } catch {
      // Storage is blocked: nothing is held.
    }
  }

  if (link) {
    const button = document.createElement("button")
    const fail = () => { button.textContent = "Open my copy (it did not load; is the network off?)" }
    const bring = detail => __bring("open-copy", fail, detail)
    const onclick = () => bring({ button, fail })
    const follow = () => { if (location.hash === "#open-my-copy") onclick() }
    Object.assign(button, { type: "button", className: link.className, textContent: link.textContent, ariaHasPopup: "dialog", onclick })
    link.replaceWith(button)
    addEventListener("hashchange", follow)
    if (held()) bring()
    follow()
  }
}
