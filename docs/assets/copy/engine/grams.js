// Hashes of words: scripts/postil/copy/grams.py to the bit. 32-bit FNV-1a per word, the same step over the words of a run,
// folded to 16 bits.
const BASIS = 2166136261, PRIME = 16777619
const SIZE = 4
const known = new Map()

const step = (value, code) => Math.imul(value ^ code, PRIME)
const folded16 = value => (value >>> 16 ^ value) & 0xffff

const wordHash = word => {
  let value = known.get(word)
  if (value === undefined) {
    value = BASIS
    for (let at = 0; at < word.length; at++) value = step(value, word.charCodeAt(at))
    if (known.size < 200_000) known.set(word, value)
  }
  return value
}

/** 16 bits for a run of folded words. */
const runHash = run => folded16(run.reduce((value, word) => step(value, wordHash(word)), BASIS))

/** `size` words from index `at`, words cut at line ends made whole, and the index behind the last; maybe fewer. */
const joinedRun = (words, at, size = SIZE) => {
  const found = []
  while (found.length < size && at < words.length) {
    let { text } = words[at]
    while (words[at].glue && at + 1 < words.length) text += words[++at].text
    found.push(text)
    at++
  }
  return [found, at]
}

/** Calls `each(index, index behind, hash)` for every run of `size` words: words at line ends left cut, then made whole. */
const hashRuns = (words, each, size = SIZE) => {
  const codes = words.map(({ text }) => wordHash(text))
  for (let at = 0; at + size <= words.length; at++) {
    let value = BASIS
    for (let next = at; next < at + size; next++) value = step(value, codes[next])
    each(at, at + size, folded16(value))
  }
  for (const at of beforeGlue(words, size)) {
    const [run, behind] = joinedRun(words, at, size)
    if (run.length === size) each(at, behind, runHash(run))
  }
}

const beforeGlue = (words, size) => {
  const found = new Set()
  words.forEach(({ glue }, at) => {
    for (let from = Math.max(0, at - 2 * size); glue && from <= at; from++) found.add(from)
  })
  return [...found].sort((a, b) => a - b)
}
