// What lies on the desk: the assignment's title, words, due date and the way to the essay, and its passages and tasks in
// their order, the rest of the companion put away.
const isCode = hash => /^#\d+\./.test(hash)

/** "Due Monday, December 14, 2026". */
const dueWords = due => `${due < new Date().toLocaleDateString("sv") ? "Was due" : "Due"} ${dayIn(due)}.`

const lines = text => text.split(/\n+/).map(line => make("p", {}, line))

const headOf = ({ words, due, passages, tasks }) => make("section", { className: "assigned", ariaLabel: "The assignment" },
  ...words ? [make("div", { className: "words" }, ...lines(words))] : [],
  make("p", { className: "count" }, `${few(passages.length, "passage")} · ${few(tasks.length, "question")}`),
  ...due ? [make("p", { className: "due" }, dueWords(due))] : [])

/** The teacher's way to the essay, before that of everybody. */
const wayTo = get => {
  const href = addressIn(get)
  return make("p", { className: "get-here" }, make("strong", {}, "The essay, from your teacher: "),
    href ? make("a", { href, rel: "noopener noreferrer", target: "_blank" }, new URL(href).host + " (opens in a new tab)") : get)
}

/** In a frame the browser may lose what is written, and there is little room. */
const frameNotice = () => make("p", { className: "in-frame" },
  make("a", { href: location.href, target: "_blank", rel: "noopener" }, "Open in its own tab"),
  " before you write. Inside another site’s page, your browser may not keep your answers, or lose them with that page.")

const taskOf = (key, value, text) => {
  const task = make("section", { className: "task question" }, make("div", { className: "ask" }, ...lines(text)), make("p", { className: "paper" }))
  task.dataset[key] = value
  return task
}

/** The page's own section for a task, or one that is made; the n-th own question is known by its number. */
const sectionOf = (root, { id, text }, own) => id
  ? root.querySelector(`[data-question="${id}"]`) ?? taskOf("question", id, `The question “${id}” is not in this edition of the companion. Ask your teacher for it.`)
  : taskOf("own", own, text)

/** Puts what is assigned in order, each task after the last of its passages, and all else away. */
const lay = (root, { passages, tasks }) => {
  const reading = root.querySelector(".reading"), owns = tasks.filter(({ id }) => !id)
  const after = new Map([...passages, 0].map(number => [number, [byId(`p${number}`)?.closest(".passage") ?? ""]]))
  for (const task of tasks) {
    const section = sectionOf(root, task, 1 + owns.indexOf(task))
    const numbers = task.id ? section.dataset.passages?.match(/\d+/g)?.map(Number) ?? [] : [task.passage]
    after.get(Math.max(0, ...numbers.filter(number => after.has(number)))).push(section)
  }
  const missing = passages.filter(number => !after.get(number)[0])
  if (missing.length) after.get(0).push(make("p", { className: "trouble" }, `Not in this edition of the companion: ¶${missing.join(", ¶")}.`))
  root.append(make("details", { className: "rest" }, make("summary", {}, "The rest of the companion"),
    ...[...reading.children].filter(child => !child.matches("h2"))))
  reading.append(...[...passages, 0].flatMap(number => after.get(number)).filter(Boolean))
}

/** What a link within the page leads to. */
const targetOf = hash => byId(allowed(() => decodeURIComponent(hash.slice(1))))

const reveal = target => {
  for (let box = target?.closest("details"); box; box = box.parentNode.closest("details")) box.open = true
  target?.scrollIntoView()
  if (target?.tabIndex < 0) target.tabIndex = -1
  target?.focus({ preventScroll: true })
}

const dayOf = fields => new Date(Math.max(...Object.values(fields).map(({ at }) => at)))
  .toLocaleString("en-US", { dateStyle: "long", timeStyle: "short" })

/** A line about work that was here already, and what can be done with it. */
const foundLine = (words, ...buttons) => {
  const line = make("p", { className: "found", tabIndex: -1 }, words)
  for (const [name, again, said, action] of buttons) {
    const button = make("button", {}, name)
    onceMore(button, again, () => {
      action()
      line.textContent = said
      line.focus()
    }, () => !again)
    line.append(" ", button)
  }
  return line
}

const foundLines = () => {
  const { found, old, damaged, fields } = work, erased = "Erased. Nothing of it is left in this browser."
  return [
    ...found ? [foundLine(`Work of ${dayOf(fields)} was found on this device; it stands below. Not yours?`, ["Erase it", "Erase all of it? Press again", erased, eraseAll])] : [],
    ...old ? [foundLine(`Work of ${dayOf(old.fields)} is kept on this computer.`,
      ["Show it", "", "It stands below.", () => work.settleOld(true)], ["Erase it", "Erase all of it? Press again", erased, () => work.settleOld()])] : [],
    ...damaged ? [make("details", { className: "found" }, make("summary", {}, "Work was saved on this device, but is damaged and cannot be shown. What is left of it"), make("pre", {}, damaged))] : [],
  ]
}
