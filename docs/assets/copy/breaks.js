// Where a text breaks between two words: scripts/postil/copy/breaks.py.
ownCopy.tasks.push(function breaks(own) {
  const END = "(?:[\\n\\f\\x85\\u2028\\u2029]|\\r(?!\\n))"
  const BREAK = new RegExp(END)
  const PARAGRAPH = new RegExp(`\\f|${END}[ \\t\\r\\xa0>|]*${END}`)
  const SENTENCE = /[.?!…]["'’”)\]»]*[ \t\r\n\xa0]/
  own.NONE = 0
  own.LINE = 1
  own.SENTENCE_END = 2
  own.LINE_AFTER_SENTENCE = 3
  own.FULL = 4
  own.COST = [48, 40, 16, 8, 0]   // in letters, by strength

  /** How strongly `text` breaks before the word of index `at`. */
  own.strength = (text, words, at) => {
    if (at <= 0 || at >= words.length) return own.FULL
    const between = text.slice(words[at - 1].end, words[at].start)
    if (PARAGRAPH.test(between)) return own.FULL
    const line = BREAK.test(between), sentence = SENTENCE.test(between)
    if (line && sentence) return own.LINE_AFTER_SENTENCE
    return sentence ? own.SENTENCE_END : line ? own.LINE : own.NONE
  }
})
