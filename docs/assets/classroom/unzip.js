// Zip files are read without believing what they say of themselves.
const LIMITS = { file: 5_000_000, total: 100_000_000, entries: 2_000 }   // bytes of one file and of all, unpacked
const LOCAL = 0x04034b50, CENTRAL = 0x02014b50, END = 0x06054b50
const OUTSIDE = /(^|[\\/])\.\.([\\/]|$)|^([\\/]|[a-z]:)/i
const FURNITURE = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)|\/$/
const SLICE = 40   // milliseconds of work, then the page may do something else
let rested = 0
const rest = async () => {
  if (performance.now() - rested < SLICE) return
  await new Promise(done => setTimeout(done))
  rested = performance.now()
}

/** The files in a zip, each `{ name, bytes }`, or `{ name, fault }` with a sentence that says why it is not there. What
    is used up is taken off `limits`, which may go on to the next zip; once `limits.stopped` is set, it ends. */
const unzip = async (zip, limits = { ...LIMITS }) => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length)
  const short = at => view.getUint16(at, true), long = at => view.getUint32(at, true)
  let end = zip.length - 22
  while (end >= 0 && end > zip.length - 65_600 && long(end) !== END) end--
  if (end < 0 || long(end) !== END) throw refused("This is not a whole zip file. Download it again.")
  const files = []
  let at = long(end + 16)
  for (let left = short(end + 10); left > 0 && !limits.stopped; left--) {
    if (at > end - 46 || long(at) !== CENTRAL) {
      files.push({ name: "The list of files", fault: "is broken in this zip; what follows could not be found." })
      break
    }
    const length = short(at + 28)
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + length))
    const entry = { view, zip, flags: short(at + 8), method: short(at + 10), sum: long(at + 16), size: long(at + 20), local: long(at + 42) }
    at += 46 + length + short(at + 30) + short(at + 32)
    await rest()
    if (FURNITURE.test(name)) continue
    if (limits.entries-- <= 0) {
      files.push({ name: few(left, "more file"), fault: "were not read: there are too many." })
      break
    }
    if (OUTSIDE.test(name)) files.push({ name, fault: "has a path that leads out of the zip; it was not read." })
    else files.push(await allowedLater(name, () => unpacked(entry, /\.zip$/i.test(name), limits)))
  }
  return files
}

const allowedLater = async (name, action) => {
  try {
    return { name, bytes: await action() }
  } catch (error) {
    return { name, fault: error.refused ? error.message : "is damaged and could not be unpacked." }
  }
}

const unpacked = async ({ view, zip, flags, method, sum, size, local }, isZip, limits) => {
  if (flags & 1) throw refused("is locked with a password.")
  if (method && method !== 8) throw refused("is packed in a way that browsers cannot read.")
  if (view.getUint32(local, true) !== LOCAL) throw new RangeError()
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + size > zip.length) throw new RangeError()
  const most = Math.min(limits.total, isZip ? limits.total : limits.file)
  const bytes = await bounded(zip.subarray(start, start + size), method, most, limits)
  if (!isZip && crc32(bytes) !== sum) throw new RangeError()   // the files in a zip have sums of their own
  return bytes
}

const bounded = async (data, method, most, limits) => {
  const pieces = []
  let stream = new Blob([data]).stream(), size = 0
  if (method) stream = stream.pipeThrough(new DecompressionStream("deflate-raw"))
  const reader = stream.getReader()
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.length
    limits.total -= piece.value.length
    if (size > most) {
      reader.cancel()
      throw refused(most < limits.file ? "was not read: all together unpack to far too much." : "unpacks to far more than a hand-in; it was not read.")
    }
    pieces.push(piece.value)
    await rest()
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}
