// From a chosen place to the passage's own words: scripts/postil/copy/cut.py, where the rules stand. Ranges are [from, before).
ownCopy.tasks.push(function cut(own) {
  /** First word of the passage and the one behind its last, between the words `low` and `high`. */
  own.edges = (seen, chain, print, low, high) => {
    const first = chain.hits[0], last = chain.hits.at(-1)
    const start = print.grams[first[2]][0] ? edge(seen, own.begin(seen, chain, print), first[0], low, first[0]) : first[0]
    const stop = last[2] < print.grams.length - 1 ? edge(seen, own.end(seen, chain, print), last[1], last[1], high) : last[1]
    return [start, stop]
  }

  const edge = (seen, place, anchor, low, high) => {
    const [from, before] = own.around(seen.at, place, own.slack(Math.abs(seen.at[anchor] - place)))
    let best = null, least = Infinity
    for (let index = Math.max(from, low); index < before && index <= high; index++) {
      const cost = own.COST[own.strength(seen.reading.text, seen.words, index)] + Math.abs(seen.at[index] - place)
      if (cost < least) [best, least] = [index, cost]
    }
    return best ?? Math.min(Math.max(low, own.around(seen.at, place, 0)[0]), high)
  }

  /** Ranges of words between the hits that are not the passage's, and the surplus that is left between each two. */
  own.excised = (seen, { hits, surplus }, { grams }) => {
    const out = []
    const left = surplus.map((many, which) => {
      const [first, second] = [hits[which], hits[which + 1]]
      const due = grams[second[2]][1] - grams[first[2]][1]
      const runs = many > 0 ? own.foreign(seen.reading.text, seen.words, seen.at, first[1], second[0], many, own.slack(due)) : []
      out.push(...runs)
      return many - runs.reduce((sum, [start, stop]) => sum + seen.at[stop] - seen.at[start], 0)
    })
    return [out, left]
  }

  /** `span` without the ranges `out`, which lie inside it in order. */
  own.minus = ([start, stop], out) => {
    const kept = []
    for (const [first, last] of out) {
      kept.push([start, first])
      start = last
    }
    return [...kept, [start, stop]].filter(([first, last]) => first < last)
  }
})
