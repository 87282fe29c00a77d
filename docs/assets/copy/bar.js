// What stands over the passages while a copy is open: what was found and where it is kept, what is shown, find, print, export,
// and how to be rid of it.
{
  const { make } = ownCopy
  const WAYS = { copy: "My copy", card: "Card", both: "Both" }
  let bar = null, copy = null, finder = null

  const button = (name, onclick) => make("button", { onclick }, name)
  const under = () => document.querySelector(".get")

  const open = (opened, where) => {
    const had = bar?.contains(document.activeElement)
    bar?.remove()
    finder?.remove()
    copy = opened
    ownCopy.show(copy)
    finder = ownCopy.finder(() => copy)
    bar = make("div", { className: "own-bar", tabIndex: -1, role: "region", ariaLabel: "My copy" }, status(where), ways(), acts())
    under().after(bar, finder)
    if (had) bar.focus()
  }

  const status = where => {
    const placed = copy.passages.filter(({ text }) => text).length
    return make("p", { className: "kept" }, make("strong", {}, `Your copy: ${placed} of ${copy.passages.length} paragraphs.`),
      ` ${where}. It is sent nowhere: switch your network off and try.`)
  }

  const ways = () => {
    const onchange = ({ target }) => choose(target.value)
    return make("fieldset", { onchange }, make("legend", {}, "Show"), ...Object.entries(WAYS).map(([way, name]) =>
      make("label", {}, make("input", { type: "radio", name: "own-shown", value: way, checked: ownCopy.chosen() === way }), ` ${name}`)))
  }

  const choose = way => {
    ownCopy.choose(way)
    for (const input of bar.querySelectorAll("[name=own-shown]")) input.checked = input.value === way
  }

  const acts = () => make("p", { className: "tools" },
    button("Print with the notes", () => print()), " · ",
    button("Export these notes for my copy", () => ownCopy.download("my-copy-with-notes.jsonld",
      JSON.stringify(ownCopy.annotations(copy), null, 1), "application/ld+json")), " · ",
    button("Forget my copy", forget))

  const forget = async () => {
    await ownCopy.keep.forget()
    close("Your copy is forgotten. Nothing of it is left in this browser.")
  }

  /** Takes the copy out of the page, and says why. */
  const close = words => {
    if (!bar) return
    finder.clear()
    ownCopy.hide()
    bar.remove()
    finder.remove()
    bar = copy = finder = null
    say(words, true)
  }

  /** A line in the place of the bar. */
  const say = (words, focused = false) => {
    document.querySelector(".own-said")?.remove()
    const line = make("p", { className: "own-said", tabIndex: -1, role: "status" }, words)
    under().after(line)
    if (focused) line.focus({ preventScroll: true })
  }

  ownCopy.bar = { open(...opened) { document.querySelector(".own-said")?.remove(); open(...opened) }, choose }

  /** Shows the copy that is kept, if one is. */
  const restore = async () => {
    try {
      await ownCopy.ready()
      const kept = await ownCopy.keep.read()
      if (!kept) return
      open(await current(kept), kept.where)
      if (location.hash) document.querySelector(":target")?.scrollIntoView()
    } catch (error) {
      if (!error.refused) reportError(error)
      say(error.refused ? error.message : "Your copy could not be shown. Open it again.")
    }
  }

  /** The copy as it was kept, or aligned anew when the notes have changed since. */
  const current = async ({ copy, remembered }) => {
    if (copy.edition === postilFingerprints.edition) return copy
    const text = copy.passages.map(({ text }) => text).join("\n\n")
    const placed = { ...await ownCopy.place({ text }, copy.name, () => {}, new AbortController().signal), when: copy.when }
    await ownCopy.keep.save(placed, remembered)
    return placed
  }

  ownCopy.keep.onForgotten(() => copy, () => close("Your copy was forgotten in another tab."))
  restore()
}
