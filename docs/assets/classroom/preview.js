// What an assignment says, in plain words, as the teacher makes it.
const NO_WHERE = "the publisher’s page, and what to do without a subscription"

const where = get => {
  const href = addressIn(get)
  if (href) return [make("a", { href, rel: "noreferrer", target: "_blank" }, get)]
  const hint = /^www\.|^[\w-]+(\.[\w-]+)+\//.test(get) ? " (only words: it becomes a link if it begins with https://)" : ""
  return [(get || NO_WHERE) + hint]
}

/** The passages and tasks as one list, each task after the passage where the student finds it. */
const inOrder = (form, { passages, tasks }) => {
  const labels = Object.fromEntries(["passage", "question"].flatMap(name => boxes(form, name).map(box => [box.value, labelOf(box)])))
  const items = at => tasks.filter(task => placeOf(form, task, passages) === at)
    .map(task => make("li", { className: "asked" }, task.id ? labels[task.id] : task.text))
  return [...passages.flatMap(number => [make("li", {}, labels[number]), ...items(number)]), ...items(Infinity)]
}

const preview = (form, assignment, length) => {
  const { title, get, words, kinds, first, due } = assignment
  const line = (name, ...said) => make("p", { className: name }, ...said)
  const names = boxes(form, "kind").filter(box => kinds?.includes(box.value)).map(labelOf).join(", ")
  const list = inOrder(form, assignment)
  return [
    line("title", title || "It has no title yet."),
    line("get", "Get the essay: ", ...where(get)),
    ...words ? [line("words", words)] : [],
    list.length ? make("ol", {}, ...list) : line("none", "Nothing is chosen yet: choose a passage or a question."),
    line("kinds", !kinds ? "Notes: all kinds." : names ? `Notes: ${names} only.` : "No notes are shown."),
    ...first ? [line("first", "First reading: notes stay closed until a first thought is written on the passage.")] : [],
    ...due ? [line("due", `Due ${dayIn(due)}.`)] : [],
    ...list.length ? [line("length", `The link has ${length.toLocaleString("en-US")} of at most ${LONGEST_LINK.toLocaleString("en-US")} characters.`)] : [],
  ]
}

/** Only what changed is replaced, so that a screen reader says no more than that. */
const renew = (box, lines) => {
  const old = [...box.children]
  lines.forEach((line, at) => {
    if (!old[at]) box.append(line)
    else if (old[at].outerHTML !== line.outerHTML) old[at].replaceWith(line)
  })
  for (const line of old.slice(lines.length)) line.remove()
}
