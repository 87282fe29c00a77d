// A hand-in as text for the box of an LMS: readable first, and read again by a collector after the LMS has made HTML of
// it. Each of its markers begins with a tag that stands nowhere else in it, so that nothing needs escaping; what people
// wrote cannot pass for a marker.
const plainLines = text => text.replace(/\r\n?/g, "\n").replace(/\p{Cs}/gu, "\ufffd")

const tagFor = content => {
  const seed = crcHex(content)
  for (let round = 0; ; round++) {
    const tag = crcHex(seed + round).slice(0, 4 + (round >> 10))
    if (!content.includes(`[[${tag}`)) return tag
  }
}

const writeHandIn = ({ assignment, title, name, when, entries }) => {
  const said = entries.map(({ key, label, text }) => ({ key, label: flat(plainLines(label)), text: plainLines(text) }))
  const [heading, by] = [title, name].map(text => flat(plainLines(text)))
  const tag = tagFor([heading, by, ...said.flatMap(({ label, text }) => [label, text])].join("\n"))
  return [
    heading, `[[${tag} postil 1 · assignment ${assignment} · ${when}]]`, ...by ? [`Name: ${by}`] : [],
    ...said.flatMap(({ key, label, text }) => [`[[${tag} ${key}]] ${label}`, text]),
    `[[${tag} end · ${checkOf(said)}]]`, "",
  ].join("\n")
}

/** The same for a program, with the code of the assignment. */
const writeHandInJson = handIn => JSON.stringify({ ...handIn, check: checkOf(handIn.entries) }, null, 1)
