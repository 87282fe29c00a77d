// The fields of the work: each a label, a text that grows, the line that says where it is saved, what goes on paper in
// its place, and the other text where there are two.
const WHERE = "What you write is saved on this device only."
const boxes = new Map()   // the fields on the page, by key
let work, assignment

/** A field of the work. `about` is the element that says what is asked. */
const answerBox = (key, name, about) => {
  const field = make("textarea", { id: `work-${key}`, rows: 3, autocomplete: "off" })
  const printed = make("div", { className: "printed" })
  const kept = make("p", { className: "kept" }, WHERE)
  const other = make("div", {})
  const element = make("div", { className: "answer" }, make("label", { htmlFor: field.id }, name), field, printed, kept, other)
  if (about) field.setAttribute("aria-describedby", about.id ||= `about-${key}`)

  const drawn = () => {
    printed.textContent = field.value
    element.classList.toggle("written", field.value.trim() !== "")
    if (CSS.supports("field-sizing", "content")) return
    field.style.height = "0"
    field.style.height = `${field.scrollHeight + 4}px`
  }

  const choose = text => {
    work.write(key, text, { also: undefined })
    work.save()
    refresh()
    field.focus()
  }

  const twoTexts = also => make("div", { className: "other", role: "group", ariaLabel: "Another text" },
    make("p", {}, "There is another text for this, from another tab or file. Both are kept until you choose:"),
    make("blockquote", {}, also),
    make("p", { className: "tools" },
      make("button", { onclick: () => choose(`${field.value}\n\n${also}`) }, "Add it to mine"),
      make("button", { onclick: () => choose(also) }, "Take it instead"),
      make("button", { onclick: () => choose(field.value) }, "Keep only mine")))

  /** Shows what the work holds; the place of the one who types stays. */
  const refresh = () => {
    const { text = "", also } = work.fields[key] ?? {}
    if (field.value !== text) {
      const { selectionStart, selectionEnd } = field
      field.value = text
      field.setSelectionRange(selectionStart, selectionEnd)
    }
    other.replaceChildren(...also ? [twoTexts(also)] : [])
    drawn()
  }

  /** Says where this is saved, or why it is not and what to do. */
  const say = () => {
    const { trouble, note } = work, focused = document.activeElement === field, was = kept.matches(".trouble")
    if (trouble && kept.firstChild.data !== trouble) {
      kept.role = focused ? "alert" : null
      kept.replaceChildren(trouble, " ", ...copier())
    } else if (!trouble && (was || focused || field.value)) {
      kept.role = null
      kept.textContent = note || WHERE
    }
    kept.classList.toggle("trouble", trouble !== "")
  }

  field.oninput = () => {
    work.write(key, field.value)
    drawn()
    handInChanged()
  }
  refresh()
  say()
  const box = { element, field, refresh, say }
  boxes.set(key, box)
  return box
}

/** Whatever the work has to tell. */
const told = keys => {
  if (!work) return
  for (const key of keys) boxes.get(key)?.refresh()
  for (const box of boxes.values()) box.say()
  if (keys.some(key => key.startsWith("note:"))) listMarks()
  handInChanged()
}
