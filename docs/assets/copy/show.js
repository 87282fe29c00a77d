// The copy in its place: each passage's own words in a frame under our card, its notes pinned to its phrases.
const root = document.documentElement

const backs = () => all(".back a[role=doc-backlink]")

/** Ids have a prefix on the one-page companion. */
const prefix = () => byId("one-p1") ? "one-" : ""
const noteOf = id => byId(prefix() + id)

const show = copy => {
  hide()
  for (const passage of copy.passages) {
    const card = byId(prefix() + passage.id)?.closest(".card")
    if (card) card.after(frame(passage))
  }
  for (const back of backs()) if (byId(`own-${back.hash.slice(1)}`)) back.dataset.card = back.hash
  choose(chosen())
  document.dispatchEvent(new Event("copy-shown"))
}

const frame = ({ id, status, text, pins }) => make("div",
  { className: text ? "own" : "own none", role: "group", ariaLabel: `Paragraph ${id.slice(1)} in your copy` },
  make("p", { className: "whose" }, "Your copy"), text && make("p", { className: "words" }, ...nodes(text, pins)),
  status === "matched" ? "" : make("p", { className: "remark" }, text
    ? "Your copy differs here: some words are not those the notes were written for."
    : "This paragraph was not found in your copy."))

const hide = () => {
  for (const own of all(".own")) own.remove()
  for (const back of backs()) if (back.dataset.card) {
    back.href = back.dataset.card
    delete back.dataset.card
  }
  delete root.dataset.own
}

/** What is shown: "copy", "card" or "both". A note's way back leads to the phrase that is shown. */
const chosen = () => ["copy", "card"].find(way => way === __md_get("own-shown")) ?? "both"
const choose = way => {
  root.dataset.own = way
  __md_set("own-shown", way)
  for (const back of backs())
    if (back.dataset.card) back.href = way === "card" ? back.dataset.card : `#own-${back.dataset.card.slice(1)}`
}
