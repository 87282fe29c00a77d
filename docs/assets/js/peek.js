// Cards: a line or two about what a link leads to, while the pointer or the focus is on it, or after the first tap.
//
// The texts are in a script of the page's own (window.__peeks, by id: text and, but for sources, title); a phrase shows the heading of its note. One popover, put right behind its link,
// where a screen reader and the Tab key look next: a tooltip that describes the link, for nothing in it takes focus.
// After a tap it holds a link, which a tooltip may not, and is a group. Escape puts it away (WCAG 1.4.13).
{
  const LINKS = "a:is(.term, .person, .event, .source, .passage, .lesson, .ref)"
  const foot = matchMedia("(max-width: 45em), (hover: none)")   // as in peek.css
  const card = document.createElement("span")
  card.id = card.className = "peek"
  card.popover = "manual"
  let over = null, focused = null, shown = null, timer, touch

  /** What the card of a link says: a text and its title, or the summary of the note. */
  const text = link => {
    const id = link.hash.slice(1) || link.pathname.replace(/.*\/|\.html$/g, "")
    return link.matches(".ref") ? document.getElementById(`${id}-title`)?.parentNode : window.__peeks?.[id]
  }

  /** The link with a card at a node, or null; inside the card, the link it belongs to. */
  const at = node => {
    if (card.contains(node)) return shown
    const link = node?.closest?.(LINKS)
    return link && text(link) ? link : null
  }

  const summary = note => {
    const words = [...note.querySelectorAll(".kind, .verdict, .title")].map(word => word.textContent)
    return [words.pop(), `${words.join(" · ")}:`]
  }

  const words = link => {
    const [words, name] = link.matches(".ref") ? summary(text(link)) : text(link)
    return name ? [Object.assign(document.createElement("strong"), { textContent: name }), ` ${words}`] : [words]
  }

  const hide = () => {
    shown?.classList.remove("peeking")
    shown?.removeAttribute("aria-describedby")
    shown = null
    card.remove()
  }

  const show = (link, tapped) => {
    hide()
    clearTimeout(timer)
    shown = link
    card.role = tapped ? "group" : "tooltip"
    card.replaceChildren(...words(link))
    if (tapped) {
      const textContent = `Go to ${card.querySelector("strong")?.textContent ?? link.textContent}`
      card.append(Object.assign(document.createElement("a"), { href: link.href, textContent }))
    }
    link.after(card)
    link.classList.add("peeking")
    link.setAttribute("aria-describedby", card.id)
    card.showPopover()
    place()
  }

  /** At the foot of a small screen, or at its head when the link is down there; else under or over the link by CSS. */
  const place = () => {
    const { top, bottom, left } = shown.getBoundingClientRect(), { offsetHeight: height, offsetWidth: width } = card
    card.classList.toggle("high", bottom > innerHeight - height - 8)
    if (foot.matches || CSS.supports("position-area", "end")) return card.removeAttribute("style")
    card.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
    card.style.top = `${bottom > innerHeight - height - 8 ? top - height - 4 : bottom + 4}px`
  }

  const update = link => {
    if (link !== shown) link ? show(link) : hide()
  }

  const point = link => {
    if (link === over) return
    over = link
    clearTimeout(timer)
    timer = setTimeout(() => update(over ?? focused), link ? 350 : 200)
  }

  const focus = node => {
    focused = card.contains(node) || node?.matches?.(":focus-visible") ? at(node) : null
    update(focused ?? (over === shown ? over : null))
  }

  addEventListener("pointermove", event => { if (event.pointerType !== "touch") point(at(event.target)) })
  document.documentElement.addEventListener("pointerleave", () => point(null))
  addEventListener("focusin", event => focus(event.target))
  addEventListener("focusout", event => focus(event.relatedTarget))
  for (const moved of ["scroll", "resize"]) addEventListener(moved, () => { if (shown) place() }, { passive: true })

  addEventListener("keydown", event => {
    touch = false
    if (event.key !== "Escape" || !shown) return
    event.stopPropagation()
    focused = null
    hide()
  }, true)

  addEventListener("pointerdown", event => {
    touch = event.pointerType === "touch"
    if (touch && shown && !shown.contains(event.target) && !card.contains(event.target)) hide()
  })

  addEventListener("click", event => {
    const link = at(event.target)
    if (!link) return
    clearTimeout(timer)
    const note = link.matches(".ref")
    const whole = note && foot.matches && event.detail && !event.ctrlKey && !event.metaKey   // pointed at, not by key
    if (whole) __bring("note-foot", link.href, link)
    else if (!touch || link === shown || note) return setTimeout(hide)
    event.preventDefault()
    whole ? hide() : show(link, true)
  })
}
