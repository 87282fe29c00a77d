// Text to words, each with its place in the text: scripts/postil/copy/normalise.py to the letter, where the rules stand.
// Offsets here count UTF-16 units, as this language does; the shared vectors (tests/vectors/) count code points.
const IGNORED = /^['’‘‛ʼ′＇`´\xad\u034f\u061c\u180e\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u206f]$/
const EXTRA = { æ: "ae", œ: "oe", ß: "ss", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i" }
const CHUNK = /[0-9A-Za-z'`\x80-\u{10ffff}]+/gu
const PLAIN = /^[0-9A-Za-z]+$/
const GLUE = /^[-\u2010\u2011\xac\xad][ \t\r\xa0>|]*(?:[\n\f\x85\u2028\u2029]|\r(?!\n))[ \t\r\n\xa0>|]*$/
const folded = new Map()

/** What one code point becomes: letters and digits, a space that ends a word, or nothing, which does not. */
const fold = point => {
  let found = folded.get(point)
  if (found === undefined) {
    found = IGNORED.test(point) ? "" : [...point.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()]
      .map(letter => EXTRA[letter] ?? letter).join("").replace(/[^a-z0-9]/gu, " ")
    folded.set(point, found)
  }
  return found
}

/** The words of a text: { text, start, end, glue }, folded, with the half-open range they were read from. `glue` says
    that a word may go on in the next: a hyphen and a line end stand between them. */
const wordsOf = text => {
  const found = []
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    if (PLAIN.test(chunk)) found.push({ text: chunk.toLowerCase(), start: index, end: index + chunk.length, glue: false })
    else slowly(found, chunk, index)
  }
  for (let at = 0; at + 1 < found.length; at++) found[at].glue = glued(text, found[at], found[at + 1])
  return found
}

const slowly = (found, chunk, offset) => {
  let letters = "", start = 0, end = 0
  const close = () => { if (letters) found.push({ text: letters, start, end, glue: false }) }
  for (const point of chunk) {
    for (const letter of fold(point)) {
      if (letter === " ") {
        close()
        letters = ""
        continue
      }
      if (!letters) start = offset
      letters += letter
      end = offset + point.length
    }
    offset += point.length
  }
  close()
}

const glued = (text, word, after) => {
  if (after.start - word.end < 2 || !"-\u2010\u2011\xac\xad".includes(text[word.end])) return false
  if (/\d$/.test(word.text) || /^\d/.test(after.text) || /[A-Z]/.test(text[after.start])) return false
  return GLUE.test(text.slice(word.end, after.start))
}
