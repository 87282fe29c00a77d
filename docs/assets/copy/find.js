// Find within the copy: how often, and from one place to the next. What is found is painted, nothing is changed by it.
{
  const { make, few } = ownCopy
  const painted = "highlights" in CSS
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"')

  /** The text of an element letter by letter, folded, and for each the node and the offset it comes from. */
  const letters = element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const from = []
    let folded = ""
    while (walker.nextNode()) {
      const node = walker.currentNode
      for (let at = 0; at < node.length;) {
        const letter = String.fromCodePoint(node.data.codePointAt(at))
        const made = fold(letter)
        for (const _ of made.split("")) from.push([node, at, at + letter.length])
        folded += made
        at += letter.length
      }
    }
    return { folded, from }
  }

  const ranges = words => [...document.querySelectorAll(".own .words")].flatMap(element => {
    const { folded, from } = letters(element)
    const found = []
    for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + words.length)) {
      const range = new Range()
      range.setStart(from[at][0], from[at][1])
      range.setEnd(from[at + words.length - 1][0], from[at + words.length - 1][2])
      found.push(range)
    }
    return found
  })

  /** Where else in the copy the words stand: passages that are not on this page. */
  const elsewhere = (copy, words) => copy.passages
    .filter(({ id, text }) => !document.querySelector(`:is(#${id}, #one-${id})`) && fold(text).includes(words))

  const paint = (name, found) => {
    if (!painted) return
    if (found.length) CSS.highlights.set(name, new Highlight(...found))
    else CSS.highlights.delete(name)
  }

  /** The form; `copy()` is the one that is open. */
  ownCopy.finder = copy => {
    let found = [], at = -1
    const field = make("input", { type: "search", placeholder: " ", autocomplete: "off", spellcheck: false })
    const said = make("output", {})
    const others = make("span", { className: "others" })
    const button = (name, by) => make("button", { type: "button", onclick: () => go(by), disabled: true }, name)
    const steps = [button("Previous", -1), button("Next", 1)]

    const tell = () => {
      said.textContent = !field.value.trim() ? "" : at < 0 ? few(found.length, "place") : `${at + 1} of ${found.length}`
      for (const step of steps) step.disabled = !found.length
    }

    const go = by => {
      if (!found.length) return
      at = at < 0 ? (by > 0 ? 0 : found.length - 1) : (at + by + found.length) % found.length
      paint("own-current", [found[at]])
      if (!painted) getSelection().setBaseAndExtent(found[at].startContainer, found[at].startOffset, found[at].endContainer, found[at].endOffset)
      scrollBy({ top: found[at].getBoundingClientRect().top - innerHeight / 2, behavior: "instant" })
      tell()
    }

    const search = () => {
      const words = fold(field.value.trim()).replace(/\s+/g, " ")
      if (words && ownCopy.chosen() === "card") ownCopy.bar.choose("both")
      found = words ? ranges(words) : []
      at = -1
      paint("own-found", found)
      paint("own-current", [])
      const rest = words.length > 1 ? elsewhere(copy(), words) : []
      others.replaceChildren(...rest.length ? ["On other pages: ", ...rest.flatMap(({ id, page }) =>
        [make("a", { href: new URL(`${page}#${id}`, __md_scope) }, `¶${id.slice(1)}`), " "])] : [])
      tell()
    }

    field.addEventListener("input", search)
    const form = make("form", { className: "own-find tools" }, make("label", {}, "Find in my copy ", field), ...steps, said, others)
    form.setAttribute("role", "search")
    form.setAttribute("aria-label", "My copy")
    form.addEventListener("submit", event => { event.preventDefault(); go(1) })
    form.addEventListener("keydown", event => {
      if (event.key === "Enter" && event.shiftKey && event.target === field) { event.preventDefault(); go(-1) }
    })
    said.role = "status"
    form.clear = () => { field.value = ""; search() }
    form.again = search
    return form
  }
}
