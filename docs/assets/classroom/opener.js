// The box that opens an assignment by its link, its code or its file: a student's to do it, a teacher's to change it.

/** `open` gets what could be read; `from` says what to paste. */
const opener = (open, from) => {
  const link = make("input", { id: "assignment-link", autocomplete: "off", spellcheck: false })
  const file = make("input", { id: "assignment-file", type: "file", accept: ".txt,text/plain" })
  const said = make("div", { className: "said", role: "status" })
  const take = text => {
    const { assignment, fault } = decodeAssignment(text)
    said.replaceChildren()
    if (!fault) return open(assignment)
    details.open = true
    said.append(make("p", { className: "trouble" }, fault))
    if (assignment) said.append(make("button", { className: "main", onclick: () => open(assignment) }, "Open what could be read"))
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
