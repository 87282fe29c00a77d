// The text of a passage as nodes: the reader's words, and in them a link for each phrase that a note is pinned to.

/** Pins as pieces of text that follow one another: [from, to, note]. A link cannot stand in a link, so where two pins
    meet, the one that begins first gives way; one that would lose all of its words becomes a mark behind the other. */
const apart = pins => {
  const sorted = Object.entries(pins).map(([note, [from, to]]) => ({ from, to, note }))
    .sort((a, b) => a.from - b.from || a.to - b.to)
  const pieces = []
  for (const pin of sorted) {
    const last = pieces.at(-1)
    if (last && pin.from < last.to) {
      if (pin.from > last.from && pin.to >= last.to) last.to = pin.from
      else pin.from = last.to
    }
    pieces.push({ ...pin, to: Math.max(pin.to, pin.from) })
  }
  return pieces.sort((a, b) => a.from - b.from)
}

/** Nodes for a passage's text. */
const nodes = (text, pins) => {
  const made = []
  let at = 0
  for (const { from, to, note } of apart(pins)) {
    const body = noteOf(note)
    if (!body) continue
    made.push(text.slice(at, from), phraseLink(text.slice(from, to), body))
    at = to
  }
  return [...made, text.slice(at)]
}

const phraseLink = (words, body) => {
  const note = body.closest("details.note")
  return make("a", { className: `ref ${note.classList[1]}`, href: `#${body.id}`, id: `own-${body.id}-ref`, role: "doc-noteref",
    ariaLabel: words ? null : note.querySelector(".title").textContent }, words)
}
