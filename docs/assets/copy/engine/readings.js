// Readings of a copy, its lines in other orders, for pages with two columns: scripts/postil/copy/readings.py, where the rules stand.
const GAP = /(?<=[^ \t])(?: {3,}|[ ]*\t[ \t]*)(?=[^ \t])/g
const LOWEST = 20, HIGHEST = 90   // rows of a page

const points = text => text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0)

/** A reading has a text and, of each of its pieces, the place in that text (`begins`) and in the copy (`from`). */
const plainReading = copy => ({ name: "plain", text: copy, begins: [0], from: [0] })

/** The offset in the copy of an offset in a reading. */
const placeOf = ({ begins, from }, offset) => {
  const piece = firstAt(begins, offset + 1) - 1
  return offset - begins[piece] + from[piece]
}

/** Every other reading that the lines of `copy` suggest, likeliest first, none twice. */
const otherReadings = function* (copy) {
  const seen = new Set([copy])
  for (const [name, ranges] of orders(copy)) {
    const reading = made(copy, name, ranges)
    if (seen.has(reading.text)) continue
    seen.add(reading.text)
    yield reading
  }
}

const orders = function* (copy) {
  const pages = parted(copy, "\f").filter(([start, end]) => end > start).map(page => parted(copy, "\n", ...page))
  const ways = [...twoColumns(copy, pages) ? [["columns", columns]] : [], ["alternate", alternate]]
  for (const [name, way] of ways) yield [name, pages.flatMap(page => way(copy, page))]
  if (pages.length !== 1) return
  for (const [name, way] of ways) {
    const rows = way === columns ? pages[0] : filled(copy, pages[0])
    for (let height = LOWEST; height <= HIGHEST && height < rows.length; height++)
      yield [`${name}-${height}`, rows.flatMap((_, at) => at % height ? [] : way(copy, rows.slice(at, at + height)))]
  }
}

/** The pieces of `copy` from `start` to `end` that `mark` parts. */
const parted = (copy, mark, start = 0, end) => {
  const found = []
  for (const piece of copy.slice(start, end).split(mark)) {
    found.push([start, start + piece.length])
    start += piece.length + 1
  }
  return found
}

const filled = (copy, list) => list.filter(([start, end]) => /[^ \t\r]/.test(copy.slice(start, end)))

const twoColumns = (copy, pages) => {
  const list = pages.flatMap(page => filled(copy, page))
  return list.length > 0 && 3 * list.filter(line => gap(copy, line)).length >= list.length
}

/** The widest gap inside a line, the first of equals. */
const gap = (copy, [start, end]) => {
  let best = null
  for (const { 0: found, index } of copy.slice(start, end).matchAll(GAP))
    if (!best || found.length > best[1] - best[0]) best = [start + index, start + index + found.length]
  return best
}

const columns = (copy, list) => {
  const gaps = list.map(line => gap(copy, line))
  const begins = new Map()
  list.forEach(([start], at) => {
    if (!gaps[at]) return
    const column = points(copy.slice(start, gaps[at][1]))
    begins.set(column, (begins.get(column) ?? 0) + 1)
  })
  const begin = [...begins].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1 << 30
  const left = [], right = []
  list.forEach(([start, end], at) => {
    if (gaps[at]) {
      left.push([start, gaps[at][0]])
      right.push([gaps[at][1], end])
    } else if (copy.slice(start, end).match(/^[ \t]*/)[0].length >= begin - 2) {
      right.push([start, end])
      left.push([start, start])
    } else left.push([start, end])
  })
  return [...left, ...right]
}

const alternate = (copy, list) => {
  const kept = filled(copy, list)
  return [0, 1].flatMap(odd => kept.filter((_, at) => at % 2 === odd))
}

const made = (copy, name, ranges) => {
  const begins = []
  let at = 0
  for (const [start, end] of ranges) {
    begins.push(at)
    at += end - start + 1
  }
  return { name, text: ranges.map(range => copy.slice(...range)).join("\n"), begins, from: ranges.map(([start]) => start) }
}
