// A student's marks: words of a card or of the own copy, and notes in the margin. The words are painted, which changes
// nothing in the text, and are found again as the same words in the same passage, by how often they stood there before.
const MOST_WORDS = 12
const TEXTS = ".card, .own .words"
const NOT_TEXT = ".tools, .peek, .note-foot"
const marking = make("button", { className: "mark-words" }, "Mark these words")
let passages = [], selected

const pattern = quote => new RegExp(quote.split(" ").map(word => word.replace(/[^\p{L}\p{N}]/gu, "\\$&")).join("\\s+"), "g")

const textsOf = passage => [passage.querySelector(".card"), passage.querySelector(".own .words")]

/** Where the words stand on the page, or null. */
const rangeOf = (passage, { quote, nth, own }) => {
  const text = textsOf(passage)[own ? 1 : 0], nodes = []
  if (!text) return null
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) if (!walker.currentNode.parentNode.closest(NOT_TEXT)) nodes.push(walker.currentNode)
  const found = [...nodes.map(({ data }) => data).join("").matchAll(pattern(quote))]
  const match = found[nth] ?? found[0]
  return match ? between(nodes, match.index, match.index + match[0].length) : null
}

const between = (nodes, from, to) => {
  const range = new Range()
  let at = 0
  for (const node of nodes) {
    const end = at + node.length
    if (from >= at && from < end) range.setStart(node, from - at)
    if (to > at && to <= end) range.setEnd(node, to - at)
    at = end
  }
  return range
}

const marksOf = passage => Object.entries(work.fields).filter(([key, { gone }]) => !gone && key.startsWith(`note:${idOf(passage)}:`))

const labelOf = (passage, { quote, nth, own }) => `¶${idOf(passage).slice(1)}${quote ? `: “${quote}”${nth ? ` (${nth + 1})` : ""}` : ", in the margin"}${own ? ", in my copy" : ""}`

/** The reverse, for work that comes back from a file. */
const markIn = label => {
  const [, quote, nth = 1, own] = /: “(.*)”(?: \((\d+)\))?(, in my copy)?$/.exec(label) ?? []
  return quote ? { quote, nth: nth - 1, own: Boolean(own) } : {}
}

const newMark = (passage, mark) => {
  const key = `note:${idOf(passage)}:${Math.random().toString(36).slice(2, 8)}`
  work.write(key, mark.text ?? "", mark)
  return key
}

const addMark = (passage, mark = {}) => {
  const key = newMark(passage, mark)
  listMarks()
  boxes.get(key).field.focus()
}

/** A mark from a file, if its passage is here; where the same words are marked already, its note goes there. */
const takeMark = (label, id, text) => {
  const mark = markIn(label), passage = passages.find(passage => idOf(passage) === id)
  if (!passage) return false
  const same = marksOf(passage).find(([, { quote, nth, own, text: mine }]) =>
    mark.quote ? quote === mark.quote && nth === mark.nth && own === mark.own : mine === text)
  if (!same) newMark(passage, { ...mark, text })
  else if (text) work.take(same[0], text)
  return true
}

const markItem = (passage, key, mark) => {
  const box = boxes.get(key) ?? answerBox(key, mark.quote ? "Note on these words" : "In the margin")
  const remove = make("button", {}, "Remove")
  const away = () => {
    work.write(key, "", { gone: true, quote: undefined, also: undefined })
    boxes.delete(key)
    listMarks()
    passage.querySelector(".margin button").focus()
  }
  onceMore(remove, "Remove it? Press again", () => away(), () => !box.field.value)
  return make("li", { id: key }, mark.quote ? make("q", {}, mark.quote) : "", box.element, make("p", { className: "tools" }, remove))
}

/** The marks under each passage; those that stand there stay as they are, with the focus. */
const listMarks = () => {
  for (const passage of passages) {
    const list = passage.querySelector(".marks"), marks = marksOf(passage)
    for (const item of [...list.children]) if (!marks.some(([key]) => key === item.id)) item.remove()
    for (const [key, mark] of marks) if (!byId(key)) list.append(markItem(passage, key, mark))
    list.hidden = !marks.length
  }
  paint()
}

const paint = () => CSS.highlights?.set("marked", new Highlight(...passages.flatMap(passage =>
  marksOf(passage).flatMap(([, mark]) => mark.quote && rangeOf(passage, mark) || []))))

/** What is selected, if it lies within one text. */
const selection = () => {
  const chosen = getSelection()
  if (!chosen.rangeCount || chosen.isCollapsed) return null
  const range = chosen.getRangeAt(0), { startContainer, endContainer, startOffset } = range
  const passage = passages.find(passage => passage.contains(startContainer))
  const text = passage && textsOf(passage).find(text => text?.contains(startContainer) && text.contains(endContainer))
  const quote = text && range.cloneContents().textContent.trim().split(/\s+/).slice(0, MOST_WORDS).join(" ")
  if (!quote) return null
  const before = new Range()
  before.setStart(text, 0)
  before.setEnd(startContainer, startOffset)
  return { passage, text, mark: { quote, nth: [...before.toString().matchAll(pattern(quote))].length, own: !text.matches(".card") } }
}

const startMarks = () => {
  for (const passage of passages) {
    const margin = make("button", { onclick: () => addMark(passage) }, "Write in the margin")
    margin.ariaLabel = `Write in the margin of ¶${idOf(passage).slice(1)}`
    passage.append(make("ul", { className: "marks", ariaLabel: `My marks on ¶${idOf(passage).slice(1)}` }), make("p", { className: "tools margin" }, margin))
  }
  listMarks()
  document.addEventListener("selectionchange", () => {
    const found = selection()
    if (found) {
      selected = found
      found.text.after(marking)
    } else if (document.activeElement !== marking) setTimeout(() => selection() || marking.remove(), 300)   // the tap on it takes the selection away first
  })
  marking.onclick = () => {
    marking.remove()
    getSelection().removeAllRanges()
    addMark(selected.passage, selected.mark)
  }
  document.addEventListener("copy-shown", paint)
}
