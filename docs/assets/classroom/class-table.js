// Hand-ins as a table of students and tasks.
const collator = new Intl.Collator("en", { numeric: true })

const grouped = (list, keyOf) => {
  const groups = new Map()
  for (const one of list) {
    const key = keyOf(one)
    if (!groups.has(key)) groups.set(key, [])
    groups.get(key).push(one)
  }
  return groups
}

/** Each once: a zip of ours holds the same as text and as data. */
const distinct = handIns => [...new Map(handIns.map(one =>
  [[one.assignment, one.name, one.number, one.when, one.check].join("\n"), one])).values()]

/** One row a student: the newest hand-in, and `earlier` ones. A name stands for one student, unless the LMS has two
    numbers for it. */
const studentsOf = handIns => {
  const named = grouped(handIns, ({ name }) => name.toLowerCase())
  return [...named.values()].flatMap(list => {
    const numbers = new Set(list.map(({ number }) => number).filter(Boolean))
    return [...grouped(list, ({ number }) => numbers.size > 1 ? number : "").values()]
  }).map(list => {
    const [newest, ...earlier] = list.sort((one, two) => two.when < one.when ? -1 : two.when > one.when ? 1 : 0)
    return { ...newest, earlier }
  }).sort((one, two) => collator.compare(one.name, two.name))
}

/** Every key with its label, in the order of the page as far as the hand-ins tell it. */
const labelsOf = handIns => {
  const order = [], labels = {}
  for (const { entries } of handIns) {
    let at = 0
    for (const { key, label } of entries) {
      if (!Object.hasOwn(labels, key)) order.splice(at, 0, key)
      labels[key] ||= label || key
      at = order.indexOf(key) + 1
    }
  }
  return order.map(key => [key, labels[key]])
}

/** The columns: each task, with the keys of the first thoughts that go before it on the page, and whether the column
    before has them, too (`again`); then what belongs to no task. */
const columnsOf = labels => {
  const columns = [], others = []
  let firsts = [], isOpen = true
  for (const [key, label] of labels) {
    if (key.startsWith("note:")) others.push(key)
    else if (key.startsWith("first:")) {
      firsts = isOpen ? [...firsts, key] : [key]
      isOpen = true
    } else {
      columns.push({ label, firsts, keys: [key], again: !isOpen })
      isOpen = false
    }
  }
  const loose = labels.map(([key]) => key).filter(key => key.startsWith("first:") && !columns.some(({ firsts }) => firsts.includes(key)))
  if (loose.length) columns.push({ label: "First thoughts", firsts: [], keys: loose })
  if (others.length) columns.push({ label: "Highlights and notes", firsts: [], keys: others })
  return columns
}

/** Every hand-in as a row of texts, under a row of heads. */
const rowsOf = (students, labels) => [
  ["Student", "File", "Handed in", "Which", "Changed after it was copied", ...labels.map(([, label]) => label)],
  ...students.flatMap(student => [student, ...student.earlier].map((one, at) => [
    one.name, one.path, one.when, at ? "earlier" : "newest", one.changed ? "yes" : "",
    ...labels.map(([key]) => one.entries.find(entry => entry.key === key)?.text ?? ""),
  ])),
]
