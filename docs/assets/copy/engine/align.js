// A copy laid beside the fingerprints, where each passage stands in it or that it does not: scripts/postil/copy/align.py, where
// the rules stand. Both give the same for the vectors in tests/vectors/.
const RANK = { matched: 3, changed: 2, ambiguous: 1, "not found": 0 }
const LONG = 60_000   // words beyond which only the plain reading is tried

/** Every passage of `prints`, in order, with its place in `copy`. */
const aligned = (copy, prints) => {
  const seen = viewOf(plainReading(copy), prints)
  const best = read(seen, prints)
  return seen.words.length <= LONG && best.some(({ status }) => status !== "matched") ? tried(best, copy, prints) : best
}

/** `best`, improved by other readings of the copy. */
const tried = (before, copy, prints) => {
  let best = before, gained = false
  for (const reading of otherReadings(copy)) {
    if (reading.name.includes("-") && !gained) break
    const here = read(viewOf(reading, prints), prints)
    best = best.map((old, number) => isCertain(here[number]) && isBetter(here[number], old) ? here[number] : old)
    gained ||= best.some(({ status }, number) => RANK[status] > Math.max(1, RANK[before[number].status]))
    if (best.every(({ status }) => status === "matched")) break
  }
  return gained ? best.map((each, number) => each.status === "changed" ? nothing(number, "ambiguous") : each) : best
}

const isCertain = ({ status, cut }) => status === "matched" && !cut
const isBetter = (one, two) => (RANK[one.status] - RANK[two.status] || one.score - two.score) > 0
const nothing = (number, status) => ({ n: number + 1, status, begin: null, end: null, text: "", words: [], grams: 0, more: 0, score: 0, sure: [] })

/** The passages in one reading. */
const read = (seen, prints) => {
  const [chosen, ambiguous] = proved(seen, prints, settled(seen, prints))
  const order = [...chosen.keys()].sort((a, b) => chosen.get(a).hits[0][0] - chosen.get(b).hits[0][0])
  const found = new Map()
  let low = 0
  order.forEach((number, place) => {
    const after = place + 1 < order.length ? chosen.get(order[place + 1]).hits[0][0] : seen.words.length
    const [placed, stop] = put(seen, number, chosen.get(number), prints[number], low, after)
    found.set(number, placed)
    low = stop
  })
  return prints.map((_, number) => found.get(number) ?? nothing(number, ambiguous.has(number) ? "ambiguous" : "not found"))
}

const put = (seen, number, chain, print, low, high) => {
  const span = edgesOf(seen, chain, print, low, high)
  const [out, left] = excisedRuns(seen, chain, print)
  const kept = without(span, out)
  const mine = ownText(seen, kept, chain, print)
  const edited = span[0] < chain.hits[0][0] || span[1] > chain.hits.at(-1)[1] || left.some(each => each !== 0)
  const exact = chain.hits.length === print.grams.length && !edited
  const from = index => placeOf(seen.reading, seen.words[index].start)
  const to = index => placeOf(seen.reading, seen.words[index].end - 1) + 1
  return [{
    n: number + 1,
    status: exact ? "matched" : "changed",
    begin: from(span[0]),
    end: to(span[1] - 1),
    text: mine.text,
    words: mine.words.map(word => ({ text: word.text, start: from(word.from), end: to(word.to) })),
    grams: chain.hits.length,
    more: mine.words.length - print.words,
    score: 100 * chain.hits.length - left.reduce((sum, each) => sum + Math.min(Math.abs(each), 45), 0),
    cut: out.length,
    sure: sure(seen, kept, chain, left, print),
  }, span[1]]
}

/** The found grams, and those between which nothing is missing or too much as one stretch, in letters of the passage:
    [first, behind the last, first here]. */
const sure = ({ at }, kept, { hits }, left, { grams }) => {
  const found = []
  hits.forEach(([index, behind, gram], which) => {
    const start = grams[gram][1]
    const stop = start + at[behind] - at[index]
    if (which && left[which - 1] === 0) found.at(-1)[1] = stop
    else found.push([start, stop, kept.reduce((sum, [first, last]) =>
      sum + at[Math.min(last, index)] - at[Math.min(first, index)], 0)])
  })
  return found
}
