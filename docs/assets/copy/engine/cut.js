// From a chosen place to the passage's own words: scripts/postil/copy/cut.py, where the rules stand. Ranges are [from, before).
const NUDGE = 12   // letters

/** First word of the passage and the one behind its last, between the words `low` and `high`. */
const edgesOf = (seen, chain, print, low, high) => {
  const first = chain.hits[0], last = chain.hits.at(-1)
  const start = print.grams[first[2]][0] ? edge(seen, beginOf(seen, chain, print), first[0], low, first[0]) : first[0]
  const stop = last[2] < print.grams.length - 1 ? edge(seen, endOf(seen, chain, print), last[1], last[1], high)
    : nudged(seen, last[1], high)
  return [start, stop]
}

/** The first end of a sentence from `stop` on, at most NUDGE letters away; else `stop`. */
const nudged = (seen, stop, high) => {
  const { at } = seen
  for (let index = stop; index <= high && at[index] - at[stop] <= NUDGE; index++)
    if (breakAt(seen, index) >= SENTENCE_END) return index
  return stop
}

/** The word where the passage breaks off, about `place` letters into the text; the nearest hit is at `anchor`. */
const edge = (seen, place, anchor, low, high) => {
  const { at } = seen
  const [from, before] = around(at, place, slack(Math.abs(at[anchor] - place)))
  const found = []
  for (let index = Math.max(from, low); index < before && index <= high; index++)
    found.push([index, breakAt(seen, index)])
  if (!found.length) return Math.min(Math.max(low, around(at, place, 0)[0]), high)
  const full = found.filter(([, strength]) => strength === FULL)
  const least = (list, cost) => list.reduce((best, one) => cost(one) < cost(best) ? one : best)[0]
  if (full.length) return least(full, ([index]) => Math.abs(index - anchor))
  return least(found, ([index, strength]) => COST[strength] + Math.abs(at[index] - place))
}

/** Ranges of words between the hits that are not the passage's, and the surplus that is left between each two. */
const excisedRuns = (seen, { hits, surplus }, { grams }) => {
  const out = []
  const left = surplus.map((many, which) => {
    const [first, second] = [hits[which], hits[which + 1]]
    const due = grams[second[2]][1] - grams[first[2]][1]
    const runs = many > 0 ? foreignRuns(seen, first[1], second[0], many, slack(due)) : []
    out.push(...runs)
    return many - runs.reduce((sum, [start, stop]) => sum + seen.at[stop] - seen.at[start], 0)
  })
  return [out, left]
}

/** `span` without the ranges `out`, which lie inside it in order. */
const without = ([start, stop], out) => {
  const kept = []
  for (const [first, last] of out) {
    kept.push([start, first])
    start = last
  }
  return [...kept, [start, stop]].filter(([first, last]) => first < last)
}
