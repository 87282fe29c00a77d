// Find within the copy: how often, and from one place to the next. What is found is painted, nothing is changed by it.
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** A pattern for these words in any case, whatever stands between them; null where there are none. */
const pattern = words => {
  const found = words.match(WORD)
  return found && new RegExp(found.join("[^\\p{L}\\p{M}\\p{N}]+"), "giu")
}

/** The place in the page of `length` characters of an element from `start` on. */
const range = (element, start, length) => {
  const made = new Range()
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let at = 0; walker.nextNode(); at += walker.currentNode.length) {
    const node = walker.currentNode
    if (start >= at && start < at + node.length) made.setStart(node, start - at)
    if (start + length <= at + node.length) {
      made.setEnd(node, start + length - at)
      return made
    }
  }
}

const ranges = words => [...all(".own .words")].flatMap(element =>
  [...element.textContent.matchAll(words)].map(({ 0: found, index }) => range(element, index, found.length)))

/** Where else in the copy the words stand: passages that are not on this page. */
const elsewhere = (copy, words) => copy.passages
  .filter(({ id, text }) => !one(`:is(#${id}, #one-${id})`) && text.search(words) >= 0)

const paint = (name, found) => CSS.highlights?.set(name, new Highlight(...found))

/** The form; `copy()` is the one that is open. */
const finder = copy => {
  let found = [], at = -1
  const field = make("input", { type: "search", placeholder: " ", autocomplete: "off", spellcheck: false })
  const said = make("output", { role: "status" })
  const others = make("span")
  const steps = [["Previous", -1], ["Next", 1]].map(([name, by]) => make("button", { onclick: () => go(by) }, name))

  const tell = () => {
    said.textContent = !field.value.trim() ? "" : at < 0 ? few(found.length, "place") : `${at + 1} of ${found.length}`
    for (const step of steps) step.disabled = !found.length
  }

  const go = by => {
    const { length } = found
    if (!length) return
    at = (Math.max(at, by < 0 ? 0 : -1) + by + length) % length
    paint("own-current", [found[at]])
    scrollBy({ top: found[at].getBoundingClientRect().top - innerHeight / 2, behavior: "instant" })
    tell()
  }

  const search = () => {
    const words = pattern(field.value)
    if (words && chosen() === "card") chooseWay("both")
    found = words ? ranges(words) : []
    at = -1
    paint("own-found", found)
    paint("own-current", [])
    const rest = words && field.value[1] ? elsewhere(copy(), words) : []
    others.replaceChildren(...rest.length ? ["On other pages: ", ...rest.flatMap(({ id, page }) =>
      [make("a", { href: new URL(`${page}#${id}`, __md_scope) }, `¶${id.slice(1)}`), " "])] : [])
    tell()
  }

  const form = make("form", { className: "own-find tools", role: "search", ariaLabel: "My copy", oninput: search },
    make("label", {}, "Find in my copy ", field), ...steps, said, others)
  form.onsubmit = event => { event.preventDefault(); go(1) }
  form.clear = () => { field.value = ""; search() }
  tell()
  return form
}
