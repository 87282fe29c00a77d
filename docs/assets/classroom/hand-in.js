// Handing in: the work as text for the box of the course, on paper, or as a zip; and the way back from such a file. The
// name is asked here and kept nowhere.
const HOW = "“Copy answers”, and paste them into the text box of your course; or save the zip and upload it there; or print. Nothing is sent from here: handing in is your step."
const CHOICE = "If you may choose between questions, an empty box is no mistake. "
const MOST = 5_000_000   // bytes of a file that is opened again
const safe = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt()};`)
let asked = [], person, missing, erasing

/** Every field as it is handed in: first thoughts and tasks, also unanswered, in the order of the page, by which a teacher
    sees them side by side; then marks. */
const entriesOf = () => {
  const entry = (key, label, as = key) => ({ key: as, label, text: work.fields[key]?.text.trim() ?? "" })
  return [
    ...[...root.querySelectorAll(".reading > :is(.passage, .task)")].flatMap(section => passages.includes(section)
      ? [entry(`first:${idOf(section)}`, `First thought on ¶${idOf(section).slice(1)}`)].filter(({ text }) => text)
      : asked.filter(({ field }) => section.contains(field)).map(({ key, label }) => entry(key, label))),
    ...passages.flatMap(passage => marksOf(passage).filter(([, mark]) => isWritten(mark))
      .map(([key, mark], at) => entry(key, labelOf(passage, mark), `note:${idOf(passage)}:${at + 1}`))),
  ]
}

const handIn = () => ({
  version: 1, assignment: assignment.id, code: assignment.code, title: assignment.title, name: person.value.trim(),
  when: `${new Date().toISOString().slice(0, 16)}Z`, entries: entriesOf(),
})

/** A page that is read by itself, without script. */
const pageOf = ({ title, name, when, entries }) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(title)}</title>
<body style="max-width:40em;margin:2em auto;font:1.1em/1.5 serif;white-space:pre-wrap"><h1>${safe(title)}</h1>
${safe(name)} · ${when.replace("T", " ").replace("Z", " UTC")}
${entries.map(({ label, text }) => `<h2>${safe(label)}</h2>${safe(text) || "—"}`).join("\n")}
`

/** The button that copies, and where it says what came of it: where the browser refuses, the text stands selected. */
const copier = () => {
  const said = make("span", { className: "said", role: "status" })
  const onclick = async () => {
    const value = writeHandIn(handIn())
    try {
      await navigator.clipboard.writeText(value)
      said.textContent = "Copied. Now paste it into your course."
      work.hand()
    } catch {
      const field = make("textarea", { value, readOnly: true, rows: 6, ariaLabel: "Your answers", oncopy: () => work.hand() })
      said.replaceChildren("The browser does not let us copy. Your answers stand here, selected: copy them with your keyboard or a long press.", field)
      field.focus()
      field.select()
    }
  }
  return [make("button", { className: "main", onclick }, "Copy answers"), " ", said]
}

const saveZip = () => {
  const work = handIn()
  const files = [["html", pageOf(work)], ["txt", `\n${writeHandIn(work)}`], ["json", writeHandInJson(work)]]
  const name = `hand-in-${work.title.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 40)}.zip`
  download(name, zipped(files.map(([end, text]) => ({ name: `hand-in.${end}`, text }))), "application/zip")
  return name
}

/** The work in a file that was saved here, or null. In our zip each file stands as it is, so that its text is found
    without unpacking; the check sum at its end tells whether it is whole. */
const workIn = async file => file.size < MOST ? readHandIn(await file.text()) : null

/** Takes the work in; what has no place here is returned. Nothing that stands here is written over. */
const takeIn = found => {
  if (!found) throw refused("This file holds no work from these pages. If it is a zip that was packed anew, unpack it and choose hand-in.txt.")
  if (found.version > 1) throw refused("This file was saved by a newer version of these pages.")
  if (found.assignment !== assignment.id) throw refused(`This is work in another assignment, “${found.title}”. Open that assignment first.`)
  const written = found.entries.filter(({ key, text }) => text || key.startsWith("note:"))
  const without = written.filter(({ key, label, text }) => {
    if (key.startsWith("note:")) return !takeMark(label, key.split(":")[1], text)
    if (!boxes.has(key)) return true
    work.take(key, text)
  })
  work.save()
  told(Object.keys(work.fields))
  return { count: written.length - without.length, without }
}

const reopener = () => {
  const said = make("div", { className: "said", role: "status" })
  const input = make("input", { id: "work-file", type: "file", accept: ".zip,.txt,.json" })
  input.onchange = async () => {
    if (!input.files.length) return
    try {
      const { count, without } = takeIn(await workIn(input.files[0]))
      said.replaceChildren(`${few(count, "text")} opened. Where another text stood, both are kept beside each other.`,
        ...without.map(({ label, text }) => make("blockquote", {}, `Without a place here: ${label}\n${text}`)))
    } catch (error) {
      if (!error.refused) reportError(error)
      said.textContent = error.refused ? error.message : "This file could not be read."
    }
    input.value = ""
  }
  return make("div", { className: "reopen" }, make("label", { htmlFor: input.id }, "Open my saved work (the .zip, .txt or .json of a hand-in)"), input, said)
}

/** Does `action` at the second press; at once where nothing would be lost. */
const onceMore = (button, again, action, harmless = () => false) => {
  const name = button.textContent
  button.onclick = () => {
    if (button.textContent === again || harmless()) return action()
    button.textContent = button.ariaLabel = again
  }
  button.onblur = () => { button.textContent = button.ariaLabel = name }
}

const handInForm = step => {
  const said = make("p", { className: "said", role: "status" })
  const erase = make("button", {}, "Erase my work from this computer")
  person = make("input", { id: "work-name", autocomplete: "off" })
  missing = make("p", { className: "missing" })
  erasing = make("p", { className: "erase" }, erase)
  const handed = (words, action) => () => {
    said.textContent = `${words}${action() ?? ""}`
    work.hand()
  }
  onceMore(erase, "Erase everything I wrote here? Press again", () => {
    eraseAll()
    said.tabIndex = -1
    said.textContent = "Erased. Nothing of your work is left in this browser; what you copied or saved elsewhere is still there."
    said.focus()
  })
  const line = document.querySelector("p.printed"), empty = line?.textContent
  addEventListener("beforeprint", () => line?.replaceChildren(person.value ? `Name: ${person.value}` : empty))
  step.querySelector(".plain")?.remove()
  step.append(missing,
    make("p", { className: "name" }, make("label", { htmlFor: person.id }, "Your name (it goes into the hand-in and is kept nowhere)"), person),
    make("p", { className: "how" }, HOW),
    make("p", { className: "tools" }, ...copier()),
    make("p", { className: "tools" }, make("button", { onclick: handed("Saved as ", saveZip) }, "Save as a zip"), " ",
      make("button", { onclick: handed("Printed, if you said so.", () => { print() }) }, "Print")),
    said, erasing, reopener())
}

const eraseAll = () => {
  work.erase()
  person.value = ""
}

const listOf = (words, tasks) => tasks.length ? [`${words}: `, ...tasks.flatMap(({ name, field }, at) =>
  [at ? ", " : "", make("a", { href: `#${field.id}` }, name)]), ". "] : []

/** What is not answered is named, and hinders nobody. A link that is being clicked must not be replaced. */
const handInChanged = () => {
  if (!missing) return
  const open = asked.filter(({ field }) => !field.value.trim())
  const now = make("p", {}, ...listOf("Not answered yet", open), open.length ? CHOICE : "",
    ...listOf("Two texts, choose", asked.filter(({ key }) => work.fields[key]?.also)))
  if (now.textContent !== missing.textContent) missing.replaceChildren(...now.childNodes)
  erasing.hidden = !work.handed
}
