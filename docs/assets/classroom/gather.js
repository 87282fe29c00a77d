// Files as they come out of an LMS become hand-ins. Whatever is none is named, with one sentence that says why.
const DEEPEST = 3
// Whose it is, as Moodle and Canvas name what they save: a name and their number for the person.
const MOODLE = /(?:^|\/)([^/]+?)_(\d+)_assignsubmission_/
const CANVAS = /(?:^|\/)([^/]+?)_(?:LATE_)?(\d+)_(?:\d+_)?[^/]+$/

const isZip = (name, bytes) => /\.zip$/i.test(name) || bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3

const textOf = bytes => new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8").decode(bytes)

/** A hand-in from a file's bytes, or an error with a sentence. */
const handInOf = async (path, bytes) => {
  if (!/\.(txt|html?|json)$/i.test(path)) throw refused("is no .txt, .html, .json or .zip file.")
  if (bytes.length > LIMITS.file) throw refused("is larger than 5 MB; a hand-in is never so large.")
  const text = textOf(bytes)
  const found = !/\.html?$/i.test(path) && readHandIn(text) || readHandIn(await textOfHtml(text))
  if (!found) throw refused("holds no answers written with these pages.")
  if (found.version !== 1) throw refused("was made by a newer version of these pages. Open it there.")
  const [, owner = "", number = ""] = MOODLE.exec(path) ?? CANVAS.exec(path) ?? []
  const name = flat(found.name) || flat(owner) || `No name (${path})`
  const entries = found.entries.map(entry => ({ ...entry, text: entry.text.trim() }))
  return { ...found, entries, name, owner, number, path, check: checkOf(entries) }
}

/** The bytes of a file that was chosen or dropped. */
const bytesOf = async file => {
  if (file.size > LIMITS.total) throw refused("is larger than 100 MB. Drop smaller parts of it.")
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    throw refused("cannot be opened. If it is a folder, choose the files in it.")
  }
}

/** Reads what `open` gives, and the files in it, into `found` as `{ handIns, faults }`. */
const gather = async (path, open, limits, found, depth = 0) => {
  await rest()
  try {
    const bytes = await open()
    if (!isZip(path, bytes)) return found.handIns.push(await handInOf(path, bytes))
    if (depth === DEEPEST) throw refused("is a zip too deep in other zips. Unpack it first.")
    const files = await unzip(bytes, limits)
    const names = new Set(files.map(({ name }) => name))
    for (const { name, bytes: inner, fault } of files) {
      if (limits.stopped) return
      if (fault) found.faults.push([`${path}/${name}`, fault])
      else if (!/html?$/i.test(name) || !names.has(name.replace(/html?$/i, "json")))   // there for a program, too
        await gather(`${path}/${name}`, () => inner, limits, found, depth + 1)
    }
  } catch (error) {
    if (!error.refused) reportError(error)
    found.faults.push([path, error.refused ? error.message : "could not be read."])
  }
}
