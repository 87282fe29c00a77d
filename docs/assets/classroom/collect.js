// The page on which a teacher sees what a class has handed in. All of it is on this machine; nothing is stored.
const SHORT = 400   // characters of an answer in the table; the whole is in the other views
const ALIKE = 30   // files not read for the same reason that are named
const AT_ONCE = 20  // answers put into the page before it may do something else

const whenOf = text => {
  const date = new Date(text)
  return isNaN(date) ? text : date.toLocaleString("en-US", { dateStyle: "medium", timeStyle: "short" })
}

const cut = text => text.length > SHORT ? `${text.slice(0, SHORT)}… (of ${text.length.toLocaleString("en-US")} characters)` : text

/** What one student wrote in a column: first thoughts, then the answer. `show` may shorten it. */
const writtenIn = ({ entries }, { firsts, keys }, show = text => text) => {
  const said = wanted => entries.filter(({ key, text }) => wanted.includes(key) && text)
  const before = said(firsts).map(({ label, text }) => make("p", { className: "first" }, make("b", {}, `${label || "First thought"}: `), show(text)))
  const answers = said(keys).map(({ label, text }) => make("p", { className: "answer" },
    ...keys.length > 1 ? [make("b", {}, `${label}: `)] : [], show(text)))
  return [...before, ...answers.length ? answers : [make("p", { className: "none" }, "No answer")]]
}

const remarks = ({ when, changed, earlier }) => [
  when && `handed in ${whenOf(when)}`, changed && "changed after it was copied, or a part is missing",
  earlier.length && `handed in ${earlier.length + 1} times, the newest is shown`,
].filter(Boolean).join("; ")

const remark = student => make("span", { className: student.changed ? "remark changed" : "remark" }, remarks(student))

const tableOf = (title, students, columns, open, show) => make("table", { className: "collected" },
  make("caption", {}, `${title}: ${few(students.length, "student")}`),
  make("thead", {}, make("tr", {}, ...["Student", ...columns.map(({ label }) => label)].map(label => make("th", { scope: "col" }, label)))),
  make("tbody", {}, ...students.map(student => make("tr", {},
    make("th", { scope: "row" }, make("button", { onclick: () => open(student) }, student.name), " ", remark(student)),
    ...columns.map(column => make("td", {}, ...writtenIn(student, column.again ? { ...column, firsts: [] } : column, show)))))))

const articles = {
  column: (column, { students }) => students.map(student => () => make("article", {},
    make("h3", {}, student.name), remark(student), ...writtenIn(student, column))),
  student: (student, { columns }) => [student, ...student.earlier].flatMap((one, at) => [
    () => make("p", {}, at ? `Handed in earlier, ${whenOf(one.when)}` : remarks(student), ` (${one.path})`),
    ...columns.map(column => () => make("article", {}, make("h3", {}, column.label), ...writtenIn(one, column))),
  ]),
}

/** All of one assignment: the table, one question across all students, or one student. Previous and next go through them. */
const assignmentView = handIns => {
  const students = studentsOf(handIns), labels = labelsOf(handIns), columns = columnsOf(labels)
  const title = handIns[0].title || "Untitled"
  const whole = { students, columns }
  const views = [null, ...columns.map(column => ["column", column]), ...students.map(student => ["student", student])]
  const heading = make("h2", { tabIndex: -1 }), body = make("div", { className: "body" })
  const option = (text, value) => make("option", { value }, text)
  const select = make("select", {}, option("The table", 0),
    make("optgroup", { label: "One question" }, ...columns.map(({ label }, at) => option(label, at + 1))),
    make("optgroup", { label: "One student" }, ...students.map(({ name }, at) => option(name, at + 1 + columns.length))))
  const table = show => tableOf(title, students, columns, student => go(views.findIndex(view => view?.[1] === student)), show)
  let shown

  const show = async number => {
    const now = shown = {}
    select.value = number
    const [kind, what] = views[number] ?? []
    heading.textContent = kind ? what.label ?? what.name : ""
    heading.hidden = !kind
    body.replaceChildren()
    if (!kind) return body.append(table(cut))
    const pieces = articles[kind](what, whole)
    for (let at = 0; at < pieces.length && shown === now; at += AT_ONCE) {
      body.append(...pieces.slice(at, at + AT_ONCE).map(piece => piece()))
      await rest()
    }
  }
  const go = number => {
    show((number + views.length) % views.length)
    if (!heading.hidden) heading.focus()
  }
  const turn = (name, by) => make("button", { onclick: () => show((Number(select.value) + by + views.length) % views.length) }, name)
  select.onchange = () => show(Number(select.value))
  onbeforeprint = () => { if (select.value === "0") body.replaceChildren(table(text => text)) }   // paper has no other view
  onafterprint = () => { if (select.value === "0") show(0) }
  show(0)
  const save = () => download("answers.csv", csvOf(rowsOf(students, labels)), "text/csv")
  return make("section", { className: "class" },
    make("p", { className: "tools" }, make("label", {}, "Show ", select), " ", turn("Previous", -1), " ", turn("Next", 1), " ",
      make("button", { onclick: save }, "Save as CSV"), " ", make("button", { onclick: () => print() }, "Print")),
    heading, make("div", { className: "scroll", tabIndex: 0, role: "region", ariaLabel: "Answers" }, body))
}

/** Each file that was not read with its reason; of many with the same, a few. */
const faultList = faults => make("ul", {}, ...[...grouped(faults, ([, why]) => why)].flatMap(([why, list]) => [
  ...list.slice(0, ALIKE).map(([name]) => name), ...list.length > ALIKE ? [few(list.length - ALIKE, "more file")] : [],
].map(name => make("li", {}, make("b", {}, name), ` ${why}`))))

customElements.define("class-collect", class extends HTMLElement {
  connectedCallback() {
    this.handIns = []
    this.faults = []
    this.querySelector(".plain")?.remove()
    this.querySelector(".drop").hidden = false
    const choose = this.querySelector("input[type=file]"), found = this.querySelector(".found")
    const said = make("p", { className: "progress", role: "status" })
    const stop = make("button", { hidden: true }, "Stop")
    const field = make("textarea", { rows: 4, id: "pasted" })
    const skipped = make("div", { className: "skipped" }), pick = make("div", { className: "pick" }), view = make("div", {})

    const report = () => {
      this.handIns = distinct(this.handIns)
      const assignments = grouped(this.handIns, ({ assignment }) => assignment)
      const title = ([id, [one]]) => `${one.title || "Untitled"} (${id}, ${few(assignments.get(id).length, "hand-in")})`
      const select = make("select", { onchange: () => view.replaceChildren(assignmentView(assignments.get(select.value))) },
        ...[...assignments].map(each => make("option", { value: each[0] }, title(each))))
      pick.replaceChildren(...assignments.size > 1 ? [make("label", {}, `${few(assignments.size, "assignment")}: `, select)] : [])
      view.replaceChildren(...assignments.size ? [assignmentView(assignments.get(select.value))] : [])
      skipped.replaceChildren(...this.faults.length ? [make("h2", {}, `${few(this.faults.length, "file")} not read`), faultList(this.faults)] : [])
      said.textContent = `${few(this.handIns.length, "hand-in")} read${this.faults.length ? `, ${few(this.faults.length, "file")} not read` : ""}.`
    }

    // One after the other: what is dropped while another is read waits.
    const take = files => { this.last = Promise.resolve(this.last).then(() => read([...files])) }

    const read = async files => {
      const limits = { ...LIMITS }
      stop.hidden = false
      stop.onclick = () => { limits.stopped = true }
      for (const [at, file] of files.entries()) {
        if (limits.stopped || limits.entries-- <= 0) {
          this.faults.push([few(files.length - at, "file"), limits.stopped ? "left out: you stopped." : "left out: there are too many."])
          break
        }
        said.textContent = `Reading ${at + 1} of ${few(files.length, "file")} …`
        await gather(file.name, () => bytesOf(file), limits, this)
      }
      stop.hidden = true
      choose.value = ""
      report()
    }

    const paste = () => {
      if (field.value.trim()) take([new File([field.value], "Pasted text.txt")])
      field.value = ""
    }

    choose.onchange = () => take(choose.files)
    this.ondragover = event => event.preventDefault()
    this.ondrop = event => {
      event.preventDefault()
      if (event.dataTransfer.files.length) take(event.dataTransfer.files)
    }
    this.querySelector(".drop").after(make("p", { className: "paste" }, make("label", { htmlFor: field.id }, "Or paste one hand-in"), field,
      make("button", { onclick: paste }, "Add it")), said, stop)
    found.append(skipped, pick, view)
  }
})

