// What was found, in plain words, and what to try where something was not.
const FOUND = {
  changed: "found, but with other words in places.",
  ambiguous: "not placed, because more than one place fits. The copy may hold the essay twice, or two columns mixed: paste it once, or from a web page instead of a PDF.",
  "not found": "not found. The copy may be an excerpt or stop at a paywall: open the whole essay, or use the page’s reader view, select all, copy, and paste.",
}

/** The report: one sentence, then a line for each thing that is not as it should be. */
const reportOn = ({ passages }) => {
  const placed = passages.filter(({ text }) => text)
  const title = `${placed.length} of ${few(passages.length, "paragraph")} found`
  if (!placed.length) return { title, lines: ["This does not seem to be the essay, or only a few words of it. Open the essay on the page where you read it, select all, copy, and paste it here."] }
  const lines = Object.entries(FOUND).flatMap(([status, words]) => {
    const list = passages.filter(passage => passage.status === status).map(({ id }) => `¶${id.slice(1)}`)
    return list.length ? [`${list.join(", ")}: ${words}`] : []
  })
  const pins = Object.keys(postilFingerprints.pins).length
  const landed = placed.reduce((sum, { pins }) => sum + Object.keys(pins).length, 0)
  if (pins) lines.push(`${landed} of ${few(pins, "note")} stand at their phrases${landed < pins ? "; the others are in the list of their paragraph" : ""}.`)
  return { title, lines, placed: true }
}
