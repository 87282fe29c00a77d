// "Open my copy": a reader's own copy of the essay beside the notes, on this machine only.
//
// All that a page carries of it until it is asked for: this loads the rest, which lies in docs/assets/copy/ and is joined
// at build, when the control is used, or when this tab or this device holds a copy already. In a folder the copy lives
// on the one-page companion, for Firefox keeps one store for each file.
{
  const SHOW = "assets/js/own-copy-show.js"
  const OPEN = "assets/js/own-copy-open.js"
  const STYLE = "assets/css/own-copy.css"
  const HERE = "open-my-copy"
  const companion = new URL("companion.html", __md_scope)
  const asked = {}

  const add = path => new Promise((resolve, reject) => {
    const address = new URL(path, __md_scope)
    const element = path === STYLE
      ? Object.assign(document.createElement("link"), { rel: "stylesheet", href: address })
      : Object.assign(document.createElement("script"), { src: address, async: false })   // they run in this order
    element.addEventListener("load", resolve)
    element.addEventListener("error", () => {
      asked[path] = null
      element.remove()
      reject(new Error(`${path} did not load`))
    })
    document.head.append(element)
  })

  /** Asks for each file once, or anew if it failed. */
  const load = async (...paths) => {
    await Promise.all([STYLE, SHOW, ...paths].map(path => asked[path] ??= add(path)))
    return ownCopy
  }

  const held = () => {
    try {
      const key = `${__md_scope.pathname}.copy`
      return sessionStorage.getItem(key) !== null || localStorage.getItem(key) !== null
    } catch {
      return false   // storage is blocked
    }
  }

  const open = async button => {
    if (location.protocol === "file:" && location.pathname !== companion.pathname) {
      location.href = `${companion}#${HERE}`
      return
    }
    try {
      (await load(OPEN)).dialog(button)
    } catch {
      button.textContent = "Open my copy (it did not load; is the network off?)"
    }
  }

  const link = document.querySelector("a.open-copy")
  if (link) {
    const button = document.createElement("button")
    Object.assign(button, { type: "button", className: link.className, textContent: link.textContent, ariaHasPopup: "dialog" })
    link.replaceWith(button)
    const follow = () => { if (location.hash === `#${HERE}`) open(button) }
    button.addEventListener("click", () => open(button))
    addEventListener("hashchange", follow)
    follow()
    if (held()) load().then(copy => copy.restore(() => load(OPEN)), () => {})
  }
}
