// Which of the places where a passage may stand it is given: scripts/postil/copy/settle.py, where the rules stand. Refuse
// rather than guess.
const SMALL = 20_000, MARGIN = 50
const NEAR = 1000, NEAREST = 300   // letters between neighbours

/** A reading with its text and words, letters before each word, and the chains of each passage. */
const viewOf = (reading, prints) => {
  const { text } = reading
  const words = wordsOf(text)
  const seen = { reading, text, words, at: lettersBefore(words) }
  const cuttable = (...between) => foreignRuns(seen, ...between).length > 0
  seen.chains = hitsOf(words, prints).map((each, number) => chainsOf(each, seen.at, prints[number], cuttable))
  return seen
}

/** Letters of the reading before the passage, by the first hit; and up to its end, by the last. */
const beginOf = ({ at }, { hits: [[index, , gram]] }, { grams }) => at[index] - grams[gram][1]
const endOf = ({ at }, { hits }, { grams, letters }) => {
  const [index, , gram] = hits.at(-1)
  return at[index] - grams[gram][1] + letters
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

/** The chosen chain of each passage (by index), and the passages that are ambiguous. */
const settled = (seen, prints) => {
  const solid = new Map(), chosen = new Map(), ambiguous = new Set()

  const isWhole = (number, chain) => isExact(chain) && chain.hits.length === prints[number].grams.length

  const isSolid = (number, chain) => {
    const count = chain.hits.length
    return count >= 4 || count === 3 && isLong(number, chain) && isUnbroken(chain)
      && (seen.words.length <= SMALL || chain.surplus.every((_, which) => isEdit(number, chain, which)))
  }

  /** Whether the hits span at least half of the passage, so that no stray piece of it is taken for the whole. */
  const isLong = (number, { hits }) => {
    const { grams, letters } = prints[number]
    return 2 * (grams[hits.at(-1)[2]][1] - grams[hits[0][2]][1]) >= letters
  }

  const isEdit = (number, { hits, surplus }, which) => {
    const { grams } = prints[number]
    return Math.abs(surplus[which]) <= slack(grams[hits[which + 1][2]][1] - grams[hits[which][2]][1])
  }

  /** Whether exactly the letters due stand where a gram between two others is missing. */
  const isUnbroken = ({ hits, surplus }) => surplus.every((many, which) => !many || hits[which + 1][2] === hits[which][2] + 1)

  /** Whether `second`, of passage `number` + 1, stands close behind `first`, of passage `number`. */
  const follows = (number, first, second, near) => {
    const gap = beginOf(seen, second, prints[number + 1]) - endOf(seen, first, prints[number])
    return gap <= near && gap >= -Math.max(slack(prints[number].letters), slack(prints[number + 1].letters))
  }

  /** How many of the two neighbours have one of their `places` close to `chain`. */
  const neighbours = (number, chain, places, near = NEAR) =>
    (places(number - 1) ?? []).some(each => follows(number - 1, each, chain, near))
    + (places(number + 1) ?? []).some(each => follows(number, chain, each, near))

  const bestOf = (number, contenders) => {
    const top = Math.max(...contenders.map(({ score }) => score))
    const [one, two] = contenders.filter(({ score }) => score > top - MARGIN)
      .map(chain => ({ chain, near: neighbours(number, chain, each => solid.get(each)) }))
      .sort((a, b) => b.near - a.near || b.chain.score - a.chain.score || a.chain.hits[0][0] - b.chain.hits[0][0])
    return two?.near === one.near && !isWhole(number, one.chain) ? null : one.chain
  }

  /** Adds long chains with a neighbour, then others with both, until nothing changes. */
  const addSupported = () => {
    const places = number => chosen.has(number) ? [chosen.get(number)] : null
    for (const [needed, near] of [[1, NEAREST], [2, NEAR]]) {
      for (let changed = true; changed;) {
        changed = false
        for (const number of prints.keys()) {
          if (chosen.has(number) || ambiguous.has(number)) continue
          const due = needed === 2 && (number === 0 || number === prints.length - 1) ? 1 : needed
          const [one, two] = seen.chains[number].filter(chain => chain.hits.length > 1
            && (needed === 2 || isLong(number, chain)) && neighbours(number, chain, places, near) >= due)
          if (one && (!two || one.score >= two.score + MARGIN)) {
            chosen.set(number, one)
            changed = true
          }
        }
      }
    }
  }

  /** Of two passages whose hits interlock the worse is ambiguous: one of them must be wrong. */
  const dropOverlaps = () => {
    const order = [...chosen.keys()].sort((a, b) => chosen.get(a).hits[0][0] - chosen.get(b).hits[0][0] || a - b)
    order.forEach((number, place) => {
      const after = order[place + 1]
      if (after === undefined || chosen.get(number).hits.at(-1)[1] <= chosen.get(after).hits[0][0]) return
      const [one, two] = [number, after].sort((a, b) => a - b)
      ambiguous.add(chosen.get(two).score < chosen.get(one).score ? two : one)
    })
    for (const number of ambiguous) chosen.delete(number)
  }

  prints.forEach((_, number) => {
    const kept = seen.chains[number].filter(chain => isSolid(number, chain))
    if (kept.length) solid.set(number, kept)
  })
  for (const [number, contenders] of solid) {
    const chain = bestOf(number, contenders)
    if (chain) chosen.set(number, chain)
    else ambiguous.add(number)
  }
  addSupported()
  dropOverlaps()
  return [chosen, ambiguous]
}
