// Places where a passage may stand in a reading, chains of its grams: scripts/postil/copy/chains.py, where the rules stand.
// A hit is [index, index behind, gram number]; a print is a record of fingerprints.json.
const MANY = 400   // hits of one gram that are looked at

/** Letters before each word, and behind the last. */
const lettersBefore = words => {
  const found = [0]
  for (const { text } of words) found.push(found.at(-1) + text.length)
  return found
}

/** For each passage the places of its grams, by index, then gram. */
const hitsOf = (words, prints) => {
  const wanted = new Map()
  prints.forEach(({ grams }, number) => grams.forEach(([, , hash], which) => {
    const code = parseInt(hash, 16)
    if (!wanted.has(code)) wanted.set(code, [])
    wanted.get(code).push({ number, which, seen: 0 })
  }))
  const found = prints.map(() => new Map())
  hashRuns(words, (index, behind, code) => {
    for (const one of wanted.get(code) ?? [])
      if (one.seen++ < MANY) found[one.number].set(`${index} ${behind} ${one.which}`, [index, behind, one.which])
  })
  return found.map(each => [...each.values()].sort((a, b) => a[0] - b[0] || a[2] - b[2] || a[1] - b[1]))
}

/** The chains of one passage, best first, then earliest; no hit stands in two of them. */
const chainsOf = (found, at, print, cuttable) => {
  const best = []
  found.forEach((hit, place) => {
    best.push({ hits: [hit], surplus: [], score: 100, cuts: 0 })
    for (let before = place - 1; before >= 0; before--) {
      if (at[hit[0]] - at[found[before][0]] > 2 * print.letters + 1000) break
      const more = longer(best[before], hit, at, print, cuttable, best[place].score)
      if (more && more.score >= best[place].score) best[place] = more
    }
  })
  const taken = new Set()
  return best.sort((a, b) => b.score - a.score || a.hits[0][0] - b.hits[0][0] || a.hits.length - b.hits.length)
    .filter(({ hits }) => {
      const free = !hits.some(hit => taken.has(hit))
      if (free) hits.forEach(hit => taken.add(hit))
      return free
    })
}

/** How many letters an edited stretch of `due` letters may be longer or shorter. */
const slack = due => 12 + Math.floor(due / 8)

const isExact = chain => chain.surplus.every(surplus => surplus === 0)

const longer = (chain, hit, at, { grams }, cuttable, least) => {
  const last = chain.hits.at(-1)
  if (hit[2] <= last[2] || hit[0] < last[1]) return null
  const due = grams[hit[2]][1] - grams[last[2]][1]
  const surplus = at[hit[0]] - at[last[0]] - due
  if (surplus < -slack(due) || surplus > 900 + due) return null
  const edit = surplus <= slack(due)
  const score = chain.score + 100 - (edit ? Math.min(Math.abs(surplus), 40) : 45)
  if (score < least || !edit && (chain.cuts || !cuttable(last[1], hit[0], surplus, slack(due)))) return null
  return { hits: [...chain.hits, hit], surplus: [...chain.surplus, surplus], score, cuts: chain.cuts + !edit }
}
