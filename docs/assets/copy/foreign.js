// What stands between two hits of a passage and is not its own: scripts/postil/copy/foreign.py, where the rules stand.
ownCopy.tasks.push(function foreign(own) {
  const LINES = 60   // line ends between two hits that are looked at
  const pairs = list => list.flatMap((one, at) => list.slice(at + 1).map(two => [one, two]))
  const only = list => list.length === 1 ? list : []

  /** Ranges of words between the indices `low` and `high`, in order, that make up `surplus` letters; none if unsure. */
  own.foreign = (text, words, at, low, high, surplus, reach) => {
    const full = [], lines = []
    for (let index = low; index <= high; index++) {
      const strength = own.strength(text, words, index)
      if (strength === own.FULL && full.length < LINES) full.push(index)
      if ([own.FULL, own.LINE, own.LINE_AFTER_SENTENCE].includes(strength) && lines.length < LINES) lines.push(index)
    }
    const size = ([start, stop]) => at[stop] - at[start]
    const whole = pairs(full)
    const single = whole.filter(run => size(run) === surplus)
    if (single.length) return only(single)
    if (full.length <= 16) {
      const double = pairs(whole).filter(([one, two]) => one[1] < two[0] && size(one) + size(two) === surplus)
      if (double.length === 1) return double[0]
    }
    const thin = pairs(lines).filter(run => size(run) === surplus)
    if (thin.length) return only(thin)
    return only(whole.filter(run => Math.abs(surplus - size(run)) <= Math.min(reach, Math.floor(surplus / 3))))
  }
})
