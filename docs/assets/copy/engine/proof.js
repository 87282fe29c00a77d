// Whether a chosen place holds the whole passage, not a piece of it: scripts/postil/copy/proof.py, where the rules stand.
const EXACT = 3, HEADING = 60   // letters

/** The chosen chain of each passage that is proved, and the passages that are ambiguous. */
const proved = (seen, prints, [chosen, ambiguous]) => {
  const { at } = seen
  const nearest = (number, ends) => chosen.get(number).hits.at(ends ? -1 : 0)[0]
  const edgeOf = (number, ends) => (ends ? endOf : beginOf)(seen, chosen.get(number), prints[number])

  /** Whether a paragraph breaks before one of the words `from` to before `to`. */
  const breaks = (from, to) => {
    while (from < to) if (breakAt(seen, from++) === FULL) return true
    return false
  }

  /** Whether the edge of a passage towards its neighbour, the one behind if `ends`, is proved without its gram. */
  const isEdge = (number, ends) => {
    const { hits, surplus } = chosen.get(number)
    const side = ends ? 1 : -1, other = number + side, place = edgeOf(number, ends)
    const isBroken = reach => breaks(...around(at, place, reach))
    if (!prints[other])
      return surplus.every(each => Math.abs(each) <= EXACT) && hits.length === prints[number].grams.length - 1 && isBroken(EXACT)
    if (!chosen.has(other)) return false
    const gap = (edgeOf(other, !ends) - place) * side
    const due = (at[nearest(other, !ends)] - at[nearest(number, ends)]) * side - gap
    const reach = slack(due) >> 1
    const [from, to] = around(at, place, reach)
    return !(ends ? breaks(hits.at(-1)[1], from) : breaks(to, hits[0][0] + 1))
      && (Math.abs(gap) <= reach || gap > 0 && (gap <= HEADING && isBroken(reach) || gap <= NEAREST && isBroken(EXACT)))
  }

  const isWhole = (number, chain) => {
    const { grams } = prints[number]
    return !(chain.cuts && excisedRuns(seen, chain, prints[number])[1].some(each => each))
      && (!chain.hits[0][2] || isEdge(number, false))
      && (chain.hits.at(-1)[2] === grams.length - 1 || isEdge(number, true))
  }

  /** The words, from and before, between which a gram is missing. */
  const gaps = (number, { hits }) => {
    const found = hits.flatMap((two, place) => place && two[2] > hits[place - 1][2] + 1 ? [[hits[place - 1][1], two[0]]] : [])
    if (hits[0][2]) found.push([firstAt(at, edgeOf(number, false)), hits[0][0]])
    if (hits.at(-1)[2] < prints[number].grams.length - 1) found.push([hits.at(-1)[1], firstAt(at, edgeOf(number, true))])
    return found
  }

  /** [index, number] of every hit of a gram that is missing where its passage is chosen. */
  const strays = () => seen.chains.flatMap((ways, number) => {
    const there = new Set(chosen.get(number)?.hits.map(hit => hit[2]))
    return ways.flatMap(({ hits }) => hits.filter(hit => !there.has(hit[2])).map(hit => [hit[0], number]))
  })

  for (let loose = [1]; loose.length;) {
    const stray = strays()
    loose = [...chosen].filter(([number, chain]) => !isWhole(number, chain) || gaps(number, chain).some(([low, high]) =>
      stray.some(([index, other]) => other !== number && low <= index && index < high)))
    for (const [number] of loose) {
      chosen.delete(number)
      ambiguous.add(number)
    }
  }
  return [chosen, ambiguous]
}
