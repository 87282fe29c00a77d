// What stands between two hits of a passage and is not its own: scripts/postil/copy/foreign.py, where the rules stand.
const FEW = 3, LINES = 60   // line ends between two hits that are looked at

/** Ranges of words between the indices `low` and `high`, in order, that make up `surplus` letters; none if unsure. */
const foreignRuns = (seen, low, high, surplus, reach) => {
  const { at } = seen
  const full = [], lines = []
  for (let index = low; index <= high; index++) {
    const strength = breakAt(seen, index)
    if (strength === FULL) full.push(index)
    if (strength && strength !== SENTENCE_END && lines.length < LINES) lines.push(index)
  }
  const size = ([start, stop]) => at[stop] - at[start]
  const whole = full.length > 1 && full.length <= LINES ? [full[0], full.at(-1)] : [low, low]
  if (size(whole) === surplus) return [whole]
  const thin = lines.flatMap((one, place) => lines.slice(place + 1, place + 1 + FEW).map(two => [one, two]))
    .filter(run => surplus > reach && size(run) === surplus)
  if (thin.length) return thin.length === 1 ? thin : []
  return Math.abs(surplus - size(whole)) <= Math.min(reach, Math.floor(surplus / 3)) ? [whole] : []
}
