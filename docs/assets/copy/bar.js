// What stands over the passages while a copy is open: what was found and where it is kept, what is shown, find, print, export,
// and how to be rid of it.
const WAYS = { copy: "My copy", card: "Card", both: "Both" }
let bar = null, copy = null, search = null

/** Shows a copy that was placed, and the sentence that says where it is kept. */
const openBar = (opened, where) => {
  one(".own-said")?.remove()
  const had = bar?.contains(document.activeElement)
  bar?.remove()
  search?.remove()
  copy = opened
  show(copy)
  search = finder(() => copy)
  bar = make("div", { className: "own-bar", tabIndex: -1, role: "region", ariaLabel: "My copy" }, statusLine(where), ways(), acts())
  one(".get").after(bar, search)
  if (had) bar.focus()
}

const statusLine = where => {
  const placed = copy.passages.filter(({ text }) => text).length
  return make("p", { className: "kept" }, make("strong", {}, `Your copy: ${placed} of ${few(copy.passages.length, "paragraph")}.`),
    ` ${where}. It is sent nowhere: switch your network off and try.`)
}

const ways = () => make("fieldset", { onchange: ({ target }) => choose(target.value) }, make("legend", {}, "Show"),
  ...Object.entries(WAYS).map(([way, name]) =>
    make("label", {}, make("input", { type: "radio", name: "own-shown", value: way, checked: chosen() === way }), ` ${name}`)))

const chooseWay = way => {
  choose(way)
  for (const input of bar.querySelectorAll("[name=own-shown]")) input.checked = input.value === way
}

const acts = () => make("p", { className: "tools" },
  make("button", { onclick: () => print() }, "Print with the notes"),
  make("button", { onclick: () => download("my-copy-with-notes.jsonld", annotations(copy)) }, "Export these notes for my copy"),
  make("button", { onclick: forgotten }, "Forget my copy"))

const forgotten = async () => {
  await forget()
  closeBar("Your copy is forgotten. Nothing of it is left in this browser.")
}

/** Takes the copy out of the page, and says why. */
const closeBar = words => {
  if (!bar) return
  search.clear()
  hide()
  bar.remove()
  search.remove()
  bar = copy = search = null
  say(words).focus({ preventScroll: true })
}

/** A line in the place of the bar. */
const say = words => {
  one(".own-said")?.remove()
  const line = make("p", { className: "own-said", tabIndex: -1, role: "status" }, words)
  one(".get").after(line)
  return line
}

/** Shows the copy that is kept, if one is. */
const restore = async () => {
  try {
    await ready()
    const held = await kept()
    if (!held) return
    openBar(await current(held), held.where)
    if (location.hash) one(":target")?.scrollIntoView()
  } catch (error) {
    if (!error.refused) reportError(error)
    say(error.refused ? error.message : "Your copy could not be shown. Open it again.")
  }
}

/** The copy as it was kept, or aligned anew when the notes have changed since. */
const current = async ({ copy, remembered }) => {
  if (copy.edition === postilFingerprints.edition) return copy
  const text = copy.passages.map(({ text }) => text).join("\n\n")
  const placed = { ...await placeCopy({ text }, copy.name, () => {}, new AbortController().signal), when: copy.when }
  await save(placed, remembered)
  return placed
}

for (const type of ["storage", "pageshow", "visibilitychange"]) addEventListener(type, () => {
  if (copy && isForgotten(copy)) wipe().then(() => closeBar("Your copy was forgotten in another tab."))
})
// Notes that come into the page later are pinned then.
document.addEventListener("notes-shown", () => { if (copy) show(copy) })
restore()
