// The text of HTML as an LMS saves it. Scanned, not parsed: no element of it comes to be, nothing in it can run or expand,
// and each character is looked at a few times at most, however broken it is.
const TAG = /<(\/?)([a-z][\w:-]*)(?![\w:-])[^<>]*>([^<]*)/gi
const ENTITY = /&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/gi
const UNSEEN = /^(?:script|style|title|template)$/
const APART = /^(?:p|h\d|ul|ol|table|blockquote|pre)$/
const LINE = /^(?:br|div|li|tr|hr|dt|dd|section|article|header|footer)$/
const MOST_NAMES = 500   // different character references; a text has some twenty

/** What the references in `html` stand for. Only a browser knows all their names, and only names are given to it. */
const references = html => {
  const names = [...new Set(html.match(ENTITY))].slice(0, MOST_NAMES)
  const { body } = new DOMParser().parseFromString(names.map(name => `<i>${name}</i>`).join(""), "text/html")
  return new Map([...body.children].map(({ textContent }, at) => [names[at], textContent]))
}

const textOfHtml = async html => {
  const known = references(html), pieces = []
  const seen = html.split("<!--").map((piece, at) => at ? piece.split("-->").slice(1).join("-->") : piece).join("")
  let unseen = ""
  for (const [, closing, tag, text] of `<p>${seen}`.matchAll(TAG)) {
    if (pieces.length % 10_000 === 0) await rest()
    const name = tag.toLowerCase()
    if (unseen ? closing && name === unseen : UNSEEN.test(name)) unseen = closing ? "" : name
    if (unseen) continue
    pieces.push(APART.test(name) ? "\n\n" : LINE.test(name) && !(closing && name === "br") ? "\n" : "",
      text.replace(/\s+/g, " ").replace(ENTITY, name => known.get(name) ?? name))
  }
  return pieces.join("").replace(/[ \xa0]+/g, " ").replace(/ ?\n ?/g, "\n").replace(/\n{3,}/g, "\n\n").trim()
}
