// What was found, in plain words, and what to try where something was not.
const FOUND = {
  changed: "found, with other words in places.",
  ambiguous: "not placed: it is not certain where it stands, or whether it is whole. If the copy holds the essay twice, or two columns mixed, paste it once, from a web page.",
  "not found": "not found. If the copy is an excerpt, or stops at a paywall, open the whole essay, select all, copy, and paste.",
}

/** The report: one sentence, then a line for each thing that is not as it should be. */
const reportOn = ({ passages }) => {
  const placed = passages.filter(({ text }) => text)
  const title = `${placed.length} of ${few(passages.length, "paragraph")} found`
  if (!placed.length) return { title, lines: ["This does not seem to be the essay, or only a few words of it. Open the whole essay, select all, copy, and paste."] }
  const lines = Object.entries(FOUND).flatMap(([status, words]) => {
    const list = passages.filter(passage => passage.status === status).map(({ id }) => `¶${id.slice(1)}`)
    return list.length ? [`${list.join(", ")}: ${words}`] : []
  })
  const pins = Object.keys(postilFingerprints.pins).length
  const landed = placed.reduce((sum, { pins }) => sum + Object.keys(pins).length, 0)
  if (pins) lines.push(`${landed} of ${few(pins, "note")} stand at their phrases${landed < pins ? "; the others are in the list of their paragraph" : ""}.`)
  return { title, lines, placed: true }
}
