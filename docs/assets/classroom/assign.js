// The page on which a teacher makes an assignment. Nothing is stored: the assignment stands in the address, where a reload
// finds it again, and in the link that is copied. Each opening makes a new mark, so a link made anew is new work.
const MARK = "abcdefghijklmnopqrstuvwxyz0123456789"
const newMark = () => Array.from(crypto.getRandomValues(new Uint32Array(6)), value => MARK[value % MARK.length]).join("")

const slug = title => title.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/gi, "-").slice(0, 40)
  .replace(/^-|-$/g, "").toLowerCase() || "assignment"

/** A button that copies `text()`; where the browser will not, a field from which the teacher can. */
const copier = (name, text) => {
  const said = make("span", { className: "said", role: "status" })
  const onclick = async () => {
    said.textContent = ""
    try {
      await navigator.clipboard.writeText(text())
      said.textContent = "Copied"
    } catch {
      const field = make("input", { value: text(), readOnly: true, ariaLabel: name })
      said.replaceChildren("Copy it here: ", field)
      field.focus()
      field.select()
    }
  }
  const button = make("button", { className: "main", onclick }, name)
  return { button, said }
}

/** The ways to give it away, as far as `link`, which may be too long or lead into a folder, allows. */
const ways = (page, current) => {
  const isLocal = page.protocol === "file:"
  const copy = copier(isLocal ? "Copy the code" : "Copy link", () => isLocal ? `#${current().code}` : current().link)
  const see = make("a", { target: "_blank" }, "See it as a student")
  const share = make("a", { target: "_blank", rel: "noreferrer" }, "Share to Google Classroom")
  const save = make("button", { onclick: () => {
    const { assignment: { title }, code } = current()
    download(`${slug(title)}.assignment.txt`, `${title}\n\nAn assignment. Open it at ${isLocal ? page.pathname.split("/").pop() : page}: choose this file under "Open an assignment".\n\n#${code}\n`, "text/plain")
  } }, "Save as a file")
  const remark = make("span", { className: "remark", role: "status" })
  const box = [copy.button, " ", copy.said, " ", see, " ", share, " ", save, " ", remark]
  const update = () => {
    const { assignment, link, code } = current()
    const isLong = link.length > LONGEST_LINK
    const none = !assignment.passages.length && !assignment.tasks.length
    for (const each of [copy.button, see, save]) each.hidden = none
    copy.said.replaceChildren()
    copy.button.hidden ||= isLong
    share.hidden = none || isLong || isLocal
    see.href = `assignment.html#${code}`
    share.href = `https://classroom.google.com/share?${new URLSearchParams({ url: link, title: assignment.title })}`
    const said = none ? "" : isLong
      ? `This is too much for a link: ${link.length.toLocaleString("en-US")} characters, and mail and LMS may cut what is longer than ${LONGEST_LINK.toLocaleString("en-US")}. Save it as a file and give your students that.`
      : isLocal ? "This page lies in a folder on your computer, so a link to it leads nowhere for others. Give your students the code or the file; they open either on their copy of these pages, under “Open an assignment”." : ""
    if (remark.textContent !== said) remark.textContent = said
  }
  return { box, update }
}

/** Chooses the passages of a question with it, says so, and takes it back if asked. */
const together = (form, numbers, said) => {
  const added = boxes(form, "passage").filter(box => !box.checked && numbers.includes(Number(box.value)))
  for (const box of added) box.checked = true
  if (!added.length) return said.replaceChildren()
  const undo = make("button", { onclick: () => {
    for (const box of added) box.checked = false
    said.textContent = "Only the question is chosen."
    form.dispatchEvent(new Event("input"))
  } }, "Only the question")
  said.replaceChildren(` ${added.map(box => `¶${box.value}`).join(", ")} chosen with it. `, undo)
}

customElements.define("class-assign", class extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form"), shown = make("div", { className: "shown", ariaLive: "polite" })
    const page = new URL("assignment.html", this.dataset.site ? new URL("classroom/", this.dataset.site) : location)
    page.hash = page.search = ""
    const fault = make("p", { className: "fault", role: "alert", hidden: true })
    const { box, update } = ways(page, () => this.made)
    let mark = newMark(), wait

    const read = () => {
      const assignment = readForm(form, mark), code = encodeAssignment(assignment)
      this.made = { assignment, code, link: `${page}#${code}` }
      update()
    }
    const show = () => renew(shown, preview(form, this.made.assignment, this.made.link.length))
    const begin = () => {
      read()
      show()
    }

    // The link is always that of the form as it stands; what is told of it waits for a pause.
    const changed = () => {
      read()
      clearTimeout(wait)
      wait = setTimeout(() => {
        show()
        allowed(() => history.replaceState(history.state, "", `#${this.made.code}`))
      }, 300)
    }

    const fill = (assignment, words) => {
      const lost = assignment ? fillForm(form, assignment) : []
      fault.textContent = [words, lost.length && `These pages do not have: ${lost.map(name => /^\d/.test(name) ? `¶${name}` : name).join(", ")}.`]
        .filter(Boolean).join(" ")
      fault.hidden = !fault.textContent
      mark = newMark()
      begin()
    }
    const open = () => {
      const { assignment, fault } = decodeAssignment(location.hash)
      if (codeIn(location.hash)) fill(assignment, fault)
    }
    const { details } = opener(assignment => {
      fill(assignment, "")
      details.open = false
      form.elements.title.focus()
    }, "Paste its link or its code")

    this.querySelector(".plain")?.remove()
    form.hidden = false
    details.open = false
    details.firstChild.textContent = "Change an assignment you made"
    form.before(details)
    form.prepend(fault)
    form.querySelector(".preview").append(shown)
    form.querySelector(".copy-link").append(...box)
    for (const question of boxes(form, "question")) question.closest("label").after(make("span", { className: "said", role: "status" }))
    form.querySelector(".own-questions").after(make("p", {}, make("button", { className: "add-question", onclick: () => ownRow(form, { passage: 0, text: "" }).focus() }, "Add a question of your own")))
    form.onsubmit = event => event.preventDefault()
    form.oninput = ({ target }) => {
      if (target.name === "question") together(form, target.checked ? passagesOf(target) : [], target.closest("label").nextElementSibling)
      if (target.localName === "select") together(form, [Number(target.value)], target.closest(".own-question").lastChild)
      changed()
    }
    addEventListener("hashchange", open)
    addEventListener("pageshow", begin)   // by then a reload has put back what stood in the form
    begin()
    open()
  }
})
