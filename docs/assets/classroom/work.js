// <class-work>: the page on which a student does an assignment. A ready page carries its code; else the code stands in the
// address after "#" and stays there while the student follows links within the page.
const codeOf = hash => CODE.test(hash) ? hash.slice(1) : ""

customElements.define("class-work", class extends HTMLElement {
  connectedCallback() {
    if (this.began) return
    this.began = true
    if (window.top !== window) this.prepend(frameNotice())
    const { assignment: code } = this.dataset
    if (code) this.open(decodeAssignment(code).assignment)
    else this.ask()
  }

  /** Without a code of its own the page does as the address says. */
  ask() {
    const { details, take } = opener(found => {
      if (work) location.hash = encodeAssignment(found)
      else this.open(found)
    })
    this.prepend(details)
    Object.assign(this, { details, take })
    const code = codeOf(location.hash)
    if (code) take(code)
    addEventListener("hashchange", () => this.follow())
    addEventListener("click", event => this.stay(event))
  }

  open(found) {
    const code = encodeAssignment(found), ready = this.dataset.assignment
    assignment = { ...found, code, id: code.slice(-8) }
    if (!ready) this.dress()
    passages = [...this.querySelectorAll(".reading > .passage")]
    work = openWork(assignment, told)
    if (assignment.get) this.querySelector(".get-essay h2").after(wayTo(assignment.get))
    this.querySelector(".get-essay").before(headOf(assignment, ready), ...foundLines())
    this.fill()
    handInForm(this.querySelector(".hand-in"))
    told([])
    addEventListener("beforeunload", event => {
      if (work.unhanded() && !this.changing) event.preventDefault()
    })
  }

  /** The page of the one assignment. */
  dress() {
    const { title, code } = assignment
    document.querySelector("h1")?.replaceChildren(document.title = title || "An assignment")
    allowed(() => history.replaceState(null, "", `#${code}`))
    lay(this, assignment)
    this.details.open = false
    this.details.firstChild.textContent = "Open another assignment"
    this.append(this.details)
  }

  /** Fields at their places: a first thought on each passage, an answer to each task. */
  fill() {
    const { kinds, first } = assignment
    for (const passage of passages) {
      if (kinds) leaveKinds(passage, kinds)
      if (first) gate(passage)
    }
    const tasks = [...this.querySelectorAll(".reading > .task")]
    asked = tasks.map((task, at) => {
      const name = `question ${at + 1}`, ask = task.querySelector(".ask"), key = task.dataset.question ?? `own:${task.dataset.own}`
      const { element, field } = answerBox(key, `Your answer to ${name}`, ask)
      task.prepend(make("h3", { className: "number" }, `Question ${at + 1} of ${tasks.length}`))
      task.append(element)
      return { key, name, field, label: ask.textContent.trim() }
    })
    startMarks()
  }

  /** Another assignment is opened by a page that begins anew, so that nothing of the two can mix. */
  change() {
    work.save()
    this.changing = !work.trouble
    location.reload()
  }

  follow() {
    const { hash } = location, code = codeOf(hash)
    if (!work) return code && this.take(code)
    if (code === assignment.code) return
    if (code) return this.change()
    allowed(() => history.replaceState(null, "", `#${assignment.code}`))
    reveal(targetOf(hash))
  }

  /** A link within the page leads there, and the address keeps the assignment. */
  stay(event) {
    const link = event.target.closest?.("a[href*='#']")
    if (!work || !link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return
    const target = link.pathname === location.pathname && !codeOf(link.hash) && targetOf(link.hash)
    if (!target) return
    event.preventDefault()
    reveal(target)
  }
})
