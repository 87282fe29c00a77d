// "Open my copy": a reader's own copy of the essay beside the notes, on this machine only.
//
// All that a page carries of it until it is asked for: this loads the rest, which lies in docs/assets/copy/ and is joined
// at build, when the control is used, or when this tab or this device holds a copy already. In a folder the copy lives
// on the one-page companion, for Firefox keeps one store for each file.
{
  const FILES = ["essay/fingerprints.js", "assets/js/copy.js", "assets/css/own-copy.css"]
  const HERE = "#open-my-copy"
  const companion = new URL("companion.html", __md_scope)
  const asked = {}

  const add = path => new Promise((onload, reject) => {
    const address = new URL(path, __md_scope)
    const onerror = () => {
      asked[path] = null
      element.remove()
      reject(new Error(path))
    }
    const element = path.endsWith("css")
      ? Object.assign(document.createElement("link"), { rel: "stylesheet", href: address, onload, onerror })
      : Object.assign(document.createElement("script"), { src: address, async: false, onload, onerror })   // in this order
    document.head.append(element)
  })

  /** Asks for each file once, or anew if it failed. */
  const load = async () => {
    await Promise.all(FILES.map(path => asked[path] ??= add(path)))
    return ownCopy
  }

  const held = () => {
    try {
      const key = `${__md_scope.pathname}.copy`
      return (sessionStorage.getItem(key) ?? localStorage.getItem(key)) !== null
    } catch {
      return false   // storage is blocked
    }
  }

  const open = async button => {
    if (location.protocol === "file:" && location.pathname !== companion.pathname) return location.assign(companion + HERE)
    try {
      (await load()).dialog(button)
    } catch {
      button.textContent = "Open my copy (it did not load; is the network off?)"
    }
  }

  const link = document.querySelector("a.open-copy")
  if (link) {
    const { className, textContent } = link
    const button = Object.assign(document.createElement("button"),
      { type: "button", className, textContent, ariaHasPopup: "dialog", onclick: () => open(button) })
    const follow = () => { if (location.hash === HERE) open(button) }
    link.replaceWith(button)
    addEventListener("hashchange", follow)
    follow()
    if (held()) load().then(copy => copy.restore(), () => {})
  }
}
