// What was found, in plain words, and what to try where something was not.
{
  const { few } = ownCopy

  /** What the reader should try, for a copy in which not all was found. */
  const advice = ({ passages }, found) => {
    if (!found) return "This does not seem to be the essay, or only a few words of it. Open the essay on the page where you read it, select all, copy, and paste it here."
    const kinds = new Set(passages.map(({ status }) => status))
    return [
      kinds.has("not found") && "If paragraphs are missing, the copy may be an excerpt or stop at a paywall: open the whole essay, or use the page’s reader view, select all, copy, and paste.",
      kinds.has("ambiguous") && "If a paragraph fits more than one place, the copy may hold the essay twice, or two columns mixed: paste it once, or from a web page instead of a PDF.",
    ].filter(Boolean).join(" ")
  }

  const numbers = list => list.map(({ id }) => `¶${id.slice(1)}`).join(", ")

  /** The report: one sentence, then a line for each thing that is not as it should be. */
  ownCopy.report = copy => {
    const by = status => copy.passages.filter(passage => passage.status === status)
    const placed = copy.passages.filter(({ text }) => text)
    const lines = [
      [by("changed"), "found, but with other words in places"],
      [by("ambiguous"), "not placed, because more than one place fits"],
      [by("not found"), "not found"],
    ].filter(([list]) => list.length)
    const pins = Object.keys(window.postilFingerprints.pins).length
    const landed = copy.passages.reduce((sum, passage) => sum + Object.keys(passage.pins).length, 0)
    return {
      headline: `${placed.length} of ${few(copy.passages.length, "paragraph")} found`,
      lines: [
        ...lines.map(([list, words]) => `${numbers(list)}: ${words}.`),
        ...placed.length && pins ? [`${landed} of ${few(pins, "note")} stand at their phrases${landed < pins ? "; the others are in the list of their paragraph" : ""}.`] : [],
      ],
      advice: placed.length < copy.passages.length ? advice(copy, placed.length) : "",
      placed: placed.length,
    }
  }
}
