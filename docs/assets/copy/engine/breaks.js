// Where a text breaks between two words: scripts/postil/copy/breaks.py.
const LINE_END = "(?:[\\n\\f\\x85\\u2028\\u2029]|\\r(?!\\n))"
const BREAK = new RegExp(LINE_END)
const PARAGRAPH = new RegExp(`\\f|${LINE_END}[ \\t\\r\\xa0>|]*${LINE_END}`)
const SENTENCE = /[.?!…]["'’”)\]»]*[ \t\r\n\xa0]/
const NONE = 0
const LINE = 1
const SENTENCE_END = 2
const LINE_AFTER_SENTENCE = 3
const FULL = 4
const COST = [48, 40, 16, 8, 0]   // in letters, by strength

/** How strongly the text of a view breaks before the word of index `at`. */
const breakAt = ({ text, words }, at) => {
  if (at <= 0 || at >= words.length) return FULL
  const between = text.slice(words[at - 1].end, words[at].start)
  if (PARAGRAPH.test(between)) return FULL
  const line = BREAK.test(between), sentence = SENTENCE.test(between)
  if (line && sentence) return LINE_AFTER_SENTENCE
  return sentence ? SENTENCE_END : line ? LINE : NONE
}
