// The form of assign.html as an assignment and back. What its boxes stand for is in the page: a passage's number, a
// question's id and passages.
const boxes = (form, name) => [...form.querySelectorAll(`input[name=${name}]`)]
const chosen = (form, name) => boxes(form, name).filter(box => box.checked)

/** The words of a box's label, without its remark. */
const labelOf = box => {
  const label = box.closest("label"), remark = label.querySelector(".depth")
  return label.textContent.replace(remark?.textContent ?? "", "").replace(/\s+/g, " ").trim()
}

/** The numbers of the passages that a question is about. */
const passagesOf = box => box.dataset.passages.split(" ").filter(Boolean).map(id => Number(id.slice(1)))

/** A row for a question of the teacher's own, tied to `passage`, 0 for none. */
const ownRow = (form, { passage, text }) => {
  const field = make("textarea", { rows: 2, value: text })
  const select = make("select", {}, make("option", { value: 0 }, "no passage"),
    ...boxes(form, "passage").map(box => make("option", { value: box.value }, labelOf(box))))
  select.value = passage
  if (select.selectedIndex < 0) select.value = 0
  const remove = make("button", {}, "Remove this question")
  const row = make("div", { className: "own-question" },
    make("label", {}, "Your question ", field), " ", make("label", {}, "It is about ", select), " ", remove,
    make("span", { className: "said", role: "status" }))
  remove.onclick = () => {
    const next = row.nextElementSibling ?? row.previousElementSibling
    row.remove()
    ;(next?.querySelector("textarea") ?? form.querySelector(".add-question")).focus()
    form.dispatchEvent(new Event("input"))
  }
  form.querySelector(".own-questions").append(row)
  return field
}

const ownTasks = form => [...form.querySelectorAll(".own-question")].map(row => ({
  passage: Number(row.querySelector("select").value), text: row.querySelector("textarea").value.trim(),
})).filter(({ text }) => text)

/** The last of a task's passages that is assigned: there the students find it; tasks without one come at the end. */
const placeOf = (form, task, passages) => {
  const box = task.id && boxes(form, "question").find(({ value }) => value === task.id)
  const about = box ? passagesOf(box) : [task.passage]
  return Math.max(0, ...about.filter(number => passages.includes(number))) || Infinity
}

/** What the form says, with the tasks in the order of the student's page. */
const readForm = (form, mark) => {
  const value = name => form.elements[name].value.trim()
  const passages = chosen(form, "passage").map(box => Number(box.value))
  const kinds = chosen(form, "kind").map(box => box.value)
  const tasks = [...chosen(form, "question").map(box => ({ id: box.value })), ...ownTasks(form)]
  return {
    title: value("title"), mark, get: value("get"), words: value("words"), passages,
    tasks: tasks.sort((one, two) => {
      const [first, second] = [one, two].map(task => placeOf(form, task, passages))
      return first === second ? 0 : first - second
    }),
    kinds: kinds.length < boxes(form, "kind").length ? kinds : null,
    first: form.elements.first.checked, due: value("due"),
  }
}

/** Makes the form say what `assignment` does; returns what these pages do not have. */
const fillForm = (form, { passages, tasks, kinds, first, ...texts }) => {
  const ids = tasks.map(({ id }) => id)
  const tick = (name, wanted) => {
    for (const box of boxes(form, name)) box.checked = wanted(box.value)
  }
  for (const name of ["title", "get", "words", "due"]) form.elements[name].value = texts[name]
  tick("passage", value => passages.includes(Number(value)))
  tick("question", value => ids.includes(value))
  tick("kind", value => kinds?.includes(value) ?? true)
  tick("first", () => first)
  form.querySelector(".own-questions").replaceChildren()
  for (const task of tasks) if (!task.id) ownRow(form, task)
  for (const box of chosen(form, "question")) if (box.closest("details")) box.closest("details").open = true
  const known = ["passage", "question"].flatMap(name => chosen(form, name).map(box => box.value))
  return [...passages.map(String), ...ids.filter(Boolean)].filter(value => !known.includes(value))
}
