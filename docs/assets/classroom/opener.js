// The box that opens an assignment by its link, its code or its file: a student's to do it, a teacher's to change it.
const MOST_TASKS = 200   // more would hold the page up

/** The box that opens an assignment by its link or its file; `open` gets what could be read. */
const opener = (open, from) => {
  const link = make("input", { id: "assignment-link", autocomplete: "off", spellcheck: false })
  const file = make("input", { id: "assignment-file", type: "file", accept: ".txt,text/plain" })
  const said = make("div", { className: "said", role: "status" })
  const take = text => {
    const { assignment, fault } = decodeAssignment(text), long = assignment?.tasks.length > MOST_TASKS
    said.replaceChildren()
    if (!fault && !long) return open(assignment)
    details.open = true
    said.append(make("p", { className: "trouble" }, long ? "This assignment has far too many questions." : fault))
    if (assignment && !long) said.append(make("button", { className: "main", onclick: () => open(assignment) }, "Open what could be read"))
  }
  const onsubmit = event => {
    event.preventDefault()
    take(link.value)
  }
  file.onchange = async () => {
    if (file.files.length) take(await file.files[0].slice(0, LONGEST_CODE).text())
    file.value = ""
  }
  const details = make("details", { className: "open-assignment", open: true }, make("summary", {}, "Open an assignment"),
    make("form", { onsubmit },
      make("p", { className: "field" }, make("label", { htmlFor: link.id }, from), link, " ", make("button", { type: "submit" }, "Open it")),
      make("p", { className: "field" }, make("label", { htmlFor: file.id }, "Or choose the file of the assignment (.txt)"), file)), said)
  return { details, take }
}
