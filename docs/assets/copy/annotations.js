// "My copy with these notes" as W3C Web Annotations: each note of this page that is pinned in the copy, with the place of
// its phrase in the copy as it was read, counted in code points as the standard counts.
const annotation = (copy, { text }, [id, [from, to, start, end]], body) => {
  const note = body.closest("details.note")
  const kinds = [...note.querySelectorAll(".kind, .verdict")].map(word => word.textContent.toLowerCase())
  const words = [...body.children].filter(child => !child.matches(".back")).map(child => child.textContent.trim())
  return {
    id: `urn:postil:${id}`,
    type: "Annotation",
    motivation: "commenting",
    body: [
      { type: "TextualBody", purpose: "commenting", format: "text/plain",
        value: [note.querySelector(".title").textContent, ...words].join("\n\n") },
      ...kinds.map(value => ({ type: "TextualBody", purpose: "tagging", value })),
    ],
    target: {
      source: { id: `urn:postil:copy:${copy.when}`, type: "Text", name: copy.name },
      selector: [
        { type: "TextPositionSelector", start, end },
        { type: "TextQuoteSelector", exact: text.slice(from, to) },
      ],
    },
  }
}

const annotations = copy => {
  const items = copy.passages.flatMap(passage => Object.entries(passage.pins).flatMap(pin => {
    const body = noteOf(pin[0])
    return body ? [annotation(copy, passage, pin, body)] : []
  }))
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `urn:postil:notes:${copy.when}`,
    type: "AnnotationPage",
    items,
  }
}

/** Gives the reader a file that is made here, on this machine. */
const download = (name, data) => {
  const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: "application/ld+json" }))
  make("a", { href: address, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
