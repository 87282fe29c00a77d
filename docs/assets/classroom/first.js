// First reading, then notes: the notes of a passage are not in the page until a first thought of some words is written.
// On paper they are: a sheet cannot bring them later, and has lines for the thought before them (classroom.css). And of
// all notes, those of the kinds that were assigned.
const LEAST = 3   // words

const idOf = passage => passage.querySelector("h3[id]").id

const gate = passage => {
  const notes = passage.querySelector("ol.notes"), id = idOf(passage)
  if (!notes) return
  const said = make("span", { className: "said", role: "status" })
  const { element, field } = answerBox(`first:${id}`, `Your first thought on ¶${id.slice(1)}, before you read the notes`)
  const show = make("button", {}, "Show the notes")
  const tools = make("p", { className: "tools" }, show, " ", said)
  const isShut = () => tools.isConnected
  const isEnough = () => field.value.trim().split(/\s+/).length >= LEAST

  /** A phrase of the card leads to its note, which is not there yet. */
  const lead = event => {
    if (!event.target.closest(".ref")) return
    event.preventDefault()
    ask()
  }
  const ask = () => {
    said.textContent = "First write down in three words or more what you think."
    field.focus()
  }
  const open = () => {
    element.parentNode.after(notes)
    tools.remove()
    passage.removeEventListener("click", lead)
    document.dispatchEvent(new Event("notes-shown"))
  }

  notes.replaceWith(make("div", { className: "first" }, element, tools))
  passage.addEventListener("click", lead)
  addEventListener("beforeprint", () => { if (isShut()) element.parentNode.after(notes) })
  addEventListener("afterprint", () => { if (isShut()) notes.remove() })
  show.onclick = () => {
    if (!isEnough()) return ask()
    open()
    notes.querySelector("summary").focus()
  }
  if (isEnough()) open()
}

const leaveKinds = (passage, kinds) => {
  const others = kinds.map(kind => `:not(.${kind})`).join("")
  for (const note of passage.querySelectorAll(`details.note${others}`)) note.closest("li").remove()
  for (const phrase of passage.querySelectorAll(`a.ref${others}`)) phrase.replaceWith(...phrase.childNodes)
  passage.querySelector("ol.notes:not(:has(li))")?.remove()
}
