// A passage's text as the copy has it: scripts/postil/copy/own_text.py. Punctuation is kept, line ends and mail marks are gone,
// cut words are whole.
const OPENING = "\"'“‘«„([¿¡*_"
const CLOSING = ".,;:!?…\"'”’»)]%*_"
const NOT_SEEN = /[\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g
const MARKS = new RegExp(`(${LINE_END})[ \\t]*>[>| \\t]*`, "g")
const SPACES = /[ \t\r\n\f\v\x85\xa0\u2028\u2029]+/g
const CUT = new RegExp(`([-\\u2010\\u2011\\xac\\xad])[ \\t\\r\\xa0>|]*${LINE_END}[ \\t\\r\\n\\xa0>|]*`, "g")

/** The text of the words in the ranges `kept`; and its words, each folded and with the indices it was made from. */
const ownText = (seen, kept, chain, print) => {
  const whole = madeWhole(seen, kept, chain, print)
  const words = []
  for (const [start, stop] of kept) {
    let glued = false
    for (let index = start; index < stop; index++) {
      const { text } = seen.words[index]
      if (glued) Object.assign(words.at(-1), { text: words.at(-1).text + text, to: index })
      else words.push({ text, from: index, to: index })
      glued = whole.has(index)
    }
  }
  return { text: kept.map(range => piece(seen, ...range, whole)).join(" "), words }
}

const piece = ({ text, words }, start, stop, whole) => {
  let begin = words[start].start, end = words[stop - 1].end
  const least = start ? words[start - 1].end : 0
  while (begin > least && OPENING.includes(text[begin - 1])) begin--
  const most = stop < words.length ? words[stop].start : text.length
  while (end < most && CLOSING.includes(text[end])) end++
  const made = []
  let at = begin
  for (let index = start; index < stop - 1; index++) {
    if (!words[index].glue) continue
    const gap = text.slice(words[index].end, words[index + 1].start)
    made.push(text.slice(at, words[index].end), whole.has(index) ? "" : gap.replace(CUT, "$1"))
    at = words[index + 1].start
  }
  made.push(text.slice(at, end))
  return made.join("").replace(MARKS, "$1").replace(NOT_SEEN, "").replace(SPACES, " ").replace(/^ +| +$/g, "")
}

/** Indices of the words that are one with the next. */
const madeWhole = (seen, kept, { hits }, { grams, words }) => {
  const inside = kept.flatMap(([start, stop]) => Array.from({ length: stop - start }, (_, at) => start + at))
  const stops = [[inside[0], 0], ...hits.map(([index, , which]) => [index, grams[which][0]]), [inside.at(-1) + 1, words]]
  const found = new Set()
  for (let which = 0; which + 1 < stops.length; which++) {
    const [[start, before], [stop, after]] = [stops[which], stops[which + 1]]
    const here = inside.filter(index => start <= index && index < stop)
    const cut = here.filter(index => seen.words[index].glue && here.includes(index + 1))
    const many = Math.max(0, here.length - (after - before))
    const order = cut.map(index => [hyphened(seen, index), index]).sort((a, b) => a[0] - b[0] || a[1] - b[1])
    for (const [, index] of order.slice(0, many)) found.add(index)
  }
  return found
}

/** How often the copy writes this word and the next with a hyphen inside a line. */
const hyphened = ({ text, words }, index) => {
  const [one, two] = [words[index].text, words[index + 1].text]
  let sum = 0
  for (let at = 0; at + 1 < words.length; at++)
    if (words[at].text === one && words[at + 1].text === two && words[at + 1].start - words[at].end === 1
      && "-‐‑".includes(text[words[at].end])) sum++
  return sum
}
