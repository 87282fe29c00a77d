// What the page takes: each passage's text, and in it the phrases that notes are pinned to.
const MOVED = 40   // words by which an edit may have moved a phrase

/** The passages of `known` (own_copy.py) in `text`: { passages }. A pin is [from, to] in the passage's text, then
    [start, end] in the copy, counted in code points. */
const placedIn = (text, known) => {
  const points = counter(text)
  const passages = aligned(text, known.passages).map((found, number) => {
    const { id, page } = known.passages[number]
    return { id, page, status: found.status, text: found.text, pins: found.text ? pins(found, id, known.pins, points) : {} }
  })
  return { passages }
}

const pins = (found, passage, known, points) => {
  const inside = placesIn(found)
  const landed = {}
  for (const [note, [of, first, length, check]] of Object.entries(known)) {
    const range = of === passage && landing(found, first, length, parseInt(check, 16))
    if (!range) continue
    const [begin, last] = [range[0], range[1] - 1]
    landed[note] = [inside[begin].start, inside[last].end, points(found.words[begin].start), points(found.words[last].end)]
  }
  return landed
}

/** The words of a placed passage that a pin names, [from, before], or null: scripts/postil/copy/pins.py. */
const landing = ({ words, sure }, first, length, check) => {
  const before = lettersBefore(words)
  for (const [start, stop, here] of sure) {
    const last = Math.min(words.length - length, first + MOVED)
    for (let index = Math.max(0, first - length - MOVED); index <= last; index++) {
      const letters = before[index] - here + start
      const size = before[index + length] - before[index]
      if (start <= letters && letters + size <= stop && (letters * 32 + size % 32 & 0xffff) === check)
        return [index, index + length]
    }
  }
  return null
}

/** Where each word of a passage stands in its text: words that a hyphen parts in the text but not in the copy are one. */
const placesIn = ({ text, words }) => {
  const found = wordsOf(text)
  let at = 0
  return words.map(word => {
    const place = { start: found[at].start, end: found[at].end }
    let letters = found[at++].text
    while (letters !== word.text && at < found.length) {
      letters += found[at].text
      place.end = found[at++].end
    }
    return place
  })
}

/** Offsets in UTF-16 units to offsets in code points. */
const counter = text => {
  const pairs = Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index)
  return offset => offset - firstAt(pairs, offset)
}
