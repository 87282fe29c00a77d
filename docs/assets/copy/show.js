// The copy in its place: each passage's own words in a frame under our card, its notes pinned to its phrases.
{
  const { make } = ownCopy
  const root = document.documentElement
  const SAID = {
    changed: "Your copy differs here: some words are not those the notes were written for.",
    missing: "This paragraph was not found in your copy.",
  }

  const sections = () => document.querySelectorAll("section.passage")
  const markOf = section => section.querySelector(".mark")
  const prefix = () => document.getElementById("one-p1") ? "one-" : ""

  /** The note's body with this id on this page, where ids may have a prefix. */
  const noteOf = id => document.getElementById(prefix() + id)
  const backs = () => document.querySelectorAll(".back a[role=doc-backlink]")

  ownCopy.show = copy => {
    ownCopy.hide()
    const passages = new Map(copy.passages.map(passage => [prefix() + passage.id, passage]))
    for (const section of sections()) {
      const mark = markOf(section)
      const passage = passages.get(mark.hash.slice(1))
      if (passage) section.querySelector(".card").after(frame(mark, passage))
    }
    for (const back of backs()) {
      const phrase = document.getElementById(`own-${back.hash.slice(1)}`)
      if (phrase) back.dataset.card = back.hash
    }
    ownCopy.choose(ownCopy.chosen())
  }

  const frame = (mark, passage) => {
    const number = mark.hash.match(/\d+/)[0]
    const words = passage.text && make("p", { className: "words" }, ...ownCopy.nodes(passage, noteOf))
    const remark = SAID[passage.status] ?? (passage.text ? "" : SAID.missing)
    return make("div", { className: passage.text ? "own" : "own none", role: "group", ariaLabel: `Paragraph ${number} in your copy` },
      make("p", { className: "whose" }, "Your copy"), words, remark && make("p", { className: "remark" }, remark))
  }

  ownCopy.hide = () => {
    for (const own of document.querySelectorAll(".own")) own.remove()
    for (const back of backs()) restore(back)
    delete root.dataset.own
  }

  const restore = back => {
    if (back.dataset.card) back.href = back.dataset.card
    delete back.dataset.card
  }

  /** What is shown: "copy", "card" or "both". A note's way back leads to the phrase that is shown. */
  ownCopy.chosen = () => ["copy", "card"].find(way => way === __md_get("own-shown")) ?? "both"
  ownCopy.choose = way => {
    root.dataset.own = way
    __md_set("own-shown", way)
    for (const back of backs())
      if (back.dataset.card) back.href = way === "card" ? back.dataset.card : `#own-${back.dataset.card.slice(1)}`
  }

  // notes.js lights a note and the phrase in our card; this is for the phrase in the copy.
  const light = ({ target }) => {
    const note = target.closest?.("details.note")
    if (note) document.getElementById(`own-${note.querySelector(".body").id}-ref`)?.classList.add("lit")
  }
  for (const type of ["pointerover", "focusin"]) document.addEventListener(type, light)
}
