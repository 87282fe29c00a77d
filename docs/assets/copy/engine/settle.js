// Which of the places where a passage may stand it is given: scripts/postil/copy/settle.py, where the rules stand. Refuse
// rather than guess.
const SMALL = 20_000, MARGIN = 50
const NEAR = 1000, NEAREST = 300   // letters between neighbours

/** A reading with its words, letters before each word, and the chains of each passage. */
const viewOf = (reading, prints) => {
  const words = wordsOf(reading.text)
  const at = lettersBefore(words)
  const found = hitsOf(words, prints)
  const cuttable = (...between) => foreignRuns(reading.text, words, at, ...between).length > 0
  return { reading, words, at, chains: found.map((each, number) => chainsOf(each, at, prints[number], cuttable)) }
}

/** The chosen chain of each passage (by index), and the passages that are ambiguous. */
const settled = (seen, prints) => {
  const solid = new Map()
  prints.forEach((print, number) => {
    const kept = seen.chains[number].filter(chain => isSolid(seen, chain, print))
    if (kept.length) solid.set(number, kept)
  })
  const chosen = new Map(), ambiguous = new Set()
  for (const [number, contenders] of solid) {
    const chain = bestOf(seen, prints, number, contenders, solid)
    if (chain) chosen.set(number, chain)
    else ambiguous.add(number)
  }
  addSupported(seen, prints, chosen, ambiguous)
  dropOverlaps(chosen, ambiguous)
  return [chosen, ambiguous]
}

/** Letters of the reading before the passage, by the first hit; and up to its end, by the last. */
const beginOf = (seen, { hits: [first] }, { grams }) => seen.at[first[0]] - grams[first[2]][1]
const endOf = (seen, chain, { grams, letters }) => {
  const last = chain.hits.at(-1)
  return seen.at[last[0]] - grams[last[2]][1] + letters
}

/** The indices, from and before, of the words that begin within `reach` letters of `place`, and of the end of the text. */
const around = (at, place, reach) => [firstAt(at, place - reach), firstAt(at, place + reach + 1)]

/** How many numbers of a sorted list are less than `place`. */
const firstAt = (at, place) => {
  let low = 0, high = at.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at[middle] < place) low = middle + 1
    else high = middle
  }
  return low
}

const isWhole = (chain, { grams }) => isExact(chain) && chain.hits.length === grams.length

const isSolid = (seen, chain, print) => {
  const count = chain.hits.length, small = seen.words.length <= SMALL
  const tight = chain.surplus.every((_, which) => isEdit(chain, print, which))
  if (count >= 4) return true
  if (!isLong(chain, print)) return false
  if (count === 3) return tight || small
  return count === 2 && isExact(chain) && small && isFramed(seen, chain, print)
}

/** Whether the hits span at least half of the passage, so that no stray piece of it is taken for the whole. */
const isLong = ({ hits }, { grams, letters }) => 2 * (grams[hits.at(-1)[2]][1] - grams[hits[0][2]][1]) >= letters

const isEdit = ({ hits, surplus }, { grams }, which) =>
  Math.abs(surplus[which]) <= slack(grams[hits[which + 1][2]][1] - grams[hits[which][2]][1])

/** Whether sentences begin within an edit of where the passage would begin, and of where it would end. */
const isFramed = (seen, chain, print) => {
  const edges = [[beginOf(seen, chain, print), chain.hits[0]], [endOf(seen, chain, print), chain.hits.at(-1)]]
  return edges.every(([place, hit]) => {
    const [from, before] = around(seen.at, place, slack(Math.abs(seen.at[hit[0]] - place)))
    for (let index = from; index < before; index++)
      if (breakAt(seen.reading.text, seen.words, index) >= SENTENCE_END) return true
    return false
  })
}

/** Whether `second`, of passage `number` + 1, stands close behind `first`, of passage `number`. */
const follows = (seen, prints, number, first, second, near) => {
  const gap = beginOf(seen, second, prints[number + 1]) - endOf(seen, first, prints[number])
  return gap <= near && gap >= -Math.max(slack(prints[number].letters), slack(prints[number + 1].letters))
}

/** How many of the two neighbours have a place close to `chain`. */
const neighbours = (seen, prints, number, chain, placed, near = NEAR) => {
  const before = (placed.get(number - 1) ?? []).some(each => follows(seen, prints, number - 1, each, chain, near))
  const after = (placed.get(number + 1) ?? []).some(each => follows(seen, prints, number, chain, each, near))
  return before + after
}

const bestOf = (seen, prints, number, contenders, solid) => {
  const top = Math.max(...contenders.map(({ score }) => score))
  const ranked = contenders.filter(({ score }) => score > top - MARGIN)
    .map(chain => ({ chain, near: neighbours(seen, prints, number, chain, solid) }))
    .sort((a, b) => b.near - a.near || b.chain.score - a.chain.score || a.chain.hits[0][0] - b.chain.hits[0][0])
  const [one, two] = ranked
  return two && two.near === one.near && !isWhole(one.chain, prints[number]) ? null : one.chain
}

/** Adds long chains with a neighbour, then others with both, then single hits, until nothing changes. */
const addSupported = (seen, prints, chosen, ambiguous) => {
  for (const [least, needed, near] of [[2, 1, NEAR], [2, 2, NEAR], [1, 2, NEAREST]]) {
    for (let changed = true; changed;) {
      changed = false
      for (let number = 0; number < prints.length; number++) {
        if (chosen.has(number) || ambiguous.has(number)) continue
        const placed = new Map([number - 1, number + 1].filter(each => chosen.has(each)).map(each => [each, [chosen.get(each)]]))
        const due = needed - (needed === 2 && (number === 0 || number === prints.length - 1))
        const [one, two] = seen.chains[number].filter(chain =>
          chain.hits.length >= least && (needed === 2 || isLong(chain, prints[number]))
          && neighbours(seen, prints, number, chain, placed, near) >= due)
        if (one && (!two || one.score >= two.score + MARGIN)) {
          chosen.set(number, one)
          changed = true
        }
      }
    }
  }
}

/** Of two passages whose hits interlock the worse is ambiguous: one of them must be wrong. */
const dropOverlaps = (chosen, ambiguous) => {
  const order = [...chosen.keys()].sort((a, b) => chosen.get(a).hits[0][0] - chosen.get(b).hits[0][0] || a - b)
  order.forEach((number, place) => {
    const after = order[place + 1]
    if (after === undefined || chosen.get(number).hits.at(-1)[1] <= chosen.get(after).hits[0][0]) return
    const [one, two] = [number, after].sort((a, b) => a - b)
    ambiguous.add(chosen.get(two).score < chosen.get(one).score ? two : one)
  })
  for (const number of ambiguous) chosen.delete(number)
}
