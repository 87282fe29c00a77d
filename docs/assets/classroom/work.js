// The page on which a student does an assignment. A ready page carries its code; else the code stands in the address after
// "#" and stays there while the student follows links within the page.
const root = document.querySelector(".class-work")
const ready = root?.dataset.assignment
let box, changing

const begin = found => {
  const code = encodeAssignment(found)
  assignment = { ...found, code, id: code.slice(-8) }
  if (!ready) dress()
  passages = [...root.querySelectorAll(".reading > .passage")]
  work = openWork(assignment, told)
  const start = root.querySelector(".get-essay")
  if (assignment.get) start.querySelector("h2").after(wayTo(assignment.get))
  start.before(headOf(assignment), ...foundLines())
  fill()
  handInForm(root.querySelector(".hand-in"))
  told([])
  addEventListener("beforeunload", event => {
    if (work.unhanded() && !changing) event.preventDefault()
  })
}

/** The open page becomes that of one assignment. */
const dress = () => {
  const { title, code } = assignment
  document.querySelector("h1")?.replaceChildren(document.title = title || "Assignment")
  allowed(() => history.replaceState(null, "", `#${code}`))
  lay(root, assignment)
  box.details.open = false
  box.details.firstChild.textContent = "Open another assignment"
  root.append(box.details)
}

/** Fields at their places: a first thought on each passage, an answer to each task, marks. */
const fill = () => {
  const { kinds, first } = assignment
  root.toggleAttribute("data-first", first)
  for (const passage of passages) {
    if (kinds) leaveKinds(passage, kinds)
    if (first) gate(passage)
  }
  const tasks = [...root.querySelectorAll(".reading > .task")]
  asked = tasks.map((task, at) => {
    const { question, own } = task.dataset, name = `question ${at + 1}`, ask = task.querySelector(".ask")
    const key = question ?? `own:${own}`
    const { element, field } = answerBox(key, `Your answer to ${name}`, ask)
    task.prepend(make("h3", { className: "number" }, `Question ${at + 1} of ${tasks.length}`))
    task.append(element)
    return { key, name, field, label: ask.textContent.trim() }
  })
  startMarks()
}

/** The address was changed: to another assignment, for which the page begins anew so that nothing of the two can mix, or
    to a place in this one. */
const follow = () => {
  const { hash } = location
  if (!work) return isCode(hash) && box.take(hash)
  if (hash === `#${assignment.code}`) return
  if (!isCode(hash)) {
    allowed(() => history.replaceState(null, "", `#${assignment.code}`))
    return reveal(targetOf(hash))
  }
  work.save()
  changing = !work.trouble
  location.reload()
}

/** A link within the page leads there, and the address keeps the assignment. */
const stay = event => {
  const link = event.target.closest?.("a[href*='#']")
  if (!work || !link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return
  const target = link.pathname === location.pathname && !isCode(link.hash) && targetOf(link.hash)
  if (!target) return
  event.preventDefault()
  reveal(target)
}

if (root && window.top !== window) root.prepend(frameNotice())
if (ready) begin(decodeAssignment(ready).assignment)
else if (root) {
  box = opener(found => {
    if (work) location.hash = encodeAssignment(found)
    else begin(found)
  }, "Paste the link your teacher gave you")
  root.prepend(box.details)
  addEventListener("hashchange", follow)
  addEventListener("click", stay)
  follow()
}
