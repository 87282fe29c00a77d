// What the page takes: each passage's text, and in it the phrases that notes are pinned to.
ownCopy.tasks.push(function placed(own) {
  const NEAR = 40   // words by which an edit may have moved a phrase

  /** The passages of `known` (own_copy.py) in `text`: { words, passages }. A pin is [from, to] in the passage's text, then
      [start, end] in the copy, counted in code points. */
  own.placed = (text, known) => ({
    words: own.words(text).length,
    passages: own.align(text, known.passages).map((found, number) => {
      const { id, page } = known.passages[number]
      return { id, page, status: found.status, text: found.text, pins: found.text ? pins(found, id, known.pins, text) : {} }
    }),
  })

  const pins = (found, passage, known, copy) => {
    const points = counter(copy)
    const inside = placesIn(found)
    const landed = {}
    for (const [note, [of, first, length, check]] of Object.entries(known)) {
      const at = of === passage ? own.landing(found.words.map(({ text }) => text), first, length, check) : -1
      if (at < 0) continue
      const [begin, last] = [found.words[at], found.words[at + length - 1]]
      landed[note] = [inside[at].start, inside[at + length - 1].end, points(begin.start), points(last.end)]
    }
    return landed
  }

  /** The index of the word at which a pinned phrase begins in a passage's words, or -1: where it is due, else the one place
      near it whose words have the same check. */
  own.landing = (words, first, length, check) => {
    const fits = at => at >= 0 && at + length <= words.length && (check === undefined || own.runHash(words.slice(at, at + length)) === check)
    if (fits(first)) return first
    const places = []
    for (let at = first - NEAR; at <= first + NEAR; at++) if (fits(at)) places.push(at)
    return places.length === 1 ? places[0] : -1
  }

  /** Where each word of a passage stands in its text: words that a hyphen parts in the text but not in the copy are one. */
  const placesIn = ({ text, words }) => {
    const found = own.words(text)
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
    const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index)
    return offset => {
      let low = 0, high = pairs.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (pairs[middle] < offset) low = middle + 1
        else high = middle
      }
      return offset - low
    }
  }
})
