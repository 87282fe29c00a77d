// On a small or a touched screen: the whole note of a tapped phrase, at the foot of the screen, or at its head when the
// phrase is down there. A copy: the note stays in the list, where "In the list" leads.
//
// Loaded by peek.js at the first tap; the event "note-foot" brings the phrase. The copy stands right behind the phrase,
// where Tab and a screen reader look next. It goes with Escape, "Close", a tap elsewhere, or the focus.
{
  const GAP = 8      // px between the phrase and the note
  const SHARE = .55  // of the window, at most
  const LEAST = 150  // px to read in; with less, the phrase is moved up first
  let phrase = null, box = null

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties)
    element.append(...children)
    return element
  }

  /** What a note holds, without its ids, which stand in the list, and without the way back to the phrase. */
  const copy = nodes => [...nodes].filter(node => !node.matches(".back")).map(node => {
    const one = node.cloneNode(true)
    for (const named of [one, ...one.querySelectorAll("[id]")]) named.removeAttribute("id")
    return one
  })

  const build = (link, note) => {
    const [summary, body] = note.children
    const ariaLabel = [...summary.children].map(word => word.textContent).join(", ")
    const tools = make("p", { className: "tools" },
      make("button", { type: "button", onclick: () => close() }, "Close"), " · ",
      make("a", { href: link.hash, onclick: () => setTimeout(leave) }, "In the list"))
    const className = `note-foot ${note.className}`
    const made = make("div", { className, ariaLabel, popover: "manual", role: "dialog", tabIndex: -1 }, tools,
      ...copy(summary.children).flatMap(word => [word, " "]), make("div", { className: "body" }, ...copy(body.children)))
    made.classList.remove("lit")
    return made
  }

  const rooms = () => {
    const { top, bottom } = phrase.getBoundingClientRect()
    return { above: top - GAP, below: innerHeight - bottom - GAP }
  }

  /** At the foot where that leaves the phrase free, else where there is more room, and never higher than the room. */
  const place = () => {
    if (!box) return
    box.style.maxHeight = ""
    const { above, below } = rooms(), most = innerHeight * SHARE
    const high = below < Math.min(box.offsetHeight, most) && above > below
    box.classList.toggle("high", high)
    box.style.maxHeight = `${Math.max(0, Math.min(most, high ? above : below))}px`
  }

  const leave = () => {
    box?.remove()
    box = phrase = null
  }

  /** Back to the phrase, unheard by peek.js: its card would come at once and say the same again. */
  const close = options => {
    const back = phrase
    leave()
    back?.addEventListener("focusin", event => event.stopPropagation(), { once: true })
    back?.focus(options)
  }

  document.addEventListener("note-foot", ({ detail: link }) => {
    if (link === phrase) return close()
    leave()
    phrase = link
    box = build(link, document.getElementById(link.hash.slice(1)).closest("details"))
    link.after(box)
    const { above, below } = rooms()
    if (Math.max(above, below) < LEAST) link.scrollIntoView({ behavior: "instant" })
    box.showPopover()
    place()
    box.focus({ preventScroll: true })
  })

  for (const moved of ["scroll", "resize"]) addEventListener(moved, place, { passive: true })
  addEventListener("hashchange", leave)
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") close() })

  const outside = target => box && !box.contains(target) && !phrase.contains(target)
  addEventListener("focusin", ({ target }) => { if (outside(target)) leave() })
  // Not the pointer going down, which may begin a scroll. In the window first: the tap may open another note.
  addEventListener("click", ({ target }) => { if (outside(target)) close({ preventScroll: true }) }, true)
}
