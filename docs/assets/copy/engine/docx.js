// A Word file: a zip whose word/document.xml holds the text. Only that one file is unpacked, and only so far.
const UNPACKED = 60_000_000   // bytes of XML; a page of text has some 30,000
const BROKEN = "This file is damaged: it begins like a Word file, but its text cannot be unpacked."
const OTHER = "This is a zip, but not a Word file (.docx). Unpack it, or save the text as .docx or .txt."

const readDocx = async bytes => {
  const entry = find(bytes, "word/document.xml")
  if (!entry) refuse(OTHER)
  return { text: bounded(paragraphs(new TextDecoder().decode(await unpack(bytes, entry)))) }
}

/** Where the directory at the end of a zip says that a file of this name lies. */
const find = (bytes, name) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    let end = bytes.length - 22
    while (view.getUint32(end, true) !== 0x06054b50) end--
    let at = view.getUint32(end + 16, true)
    for (let left = view.getUint16(end + 10, true); left; left--) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new RangeError("no entry")
      const length = view.getUint16(at + 28, true)
      if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name)
        return { view, method: view.getUint16(at + 10, true), size: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) }
      at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return null
  } catch {
    refuse(BROKEN)
  }
}

/** The bytes of an entry; what is said of their number beforehand is not believed. */
const unpack = async (bytes, { view, method, size, at }) => {
  try {
    const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    const packed = bytes.slice(start, start + size)
    if (method === 0) return packed
    const chunks = []
    let length = 0
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      chunks.push(piece.value)
      length += piece.value.length
      if (length <= UNPACKED) continue
      await reader.cancel()
      throw new RangeError("too large")
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer())
  } catch (error) {
    refuse(error.message === "too large" ? "This Word file unpacks to far more than a text. It was not read." : BROKEN)
  }
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }
const character = (whole, name) => {
  const number = name[0] === "#" && (name[1] === "x" ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10))
  return number > 0 && number < 0x110000 ? String.fromCodePoint(number) : ENTITIES[name] ?? whole
}
const BREAKS = { "w:p": "\n\n", "w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:noBreakHyphen": "-", "w:softHyphen": "" }
const SKIPPED = /^(?:mc:Fallback|w:del|w:moveFrom)$/   // said twice, or deleted

/** The text runs of the document, an empty line after each paragraph. Not parsed as XML: so nothing in it can expand. */
const paragraphs = xml => {
  const pieces = []
  let inside = false, skipped = ""
  for (const [, closing, name, empty, text] of xml.matchAll(/<(\/?)([\w:]+)(?=[\s/>])[^<>]*?(\/?)>([^<]*)/g)) {
    if (skipped) {
      if (closing && name === skipped) skipped = ""
      else continue
    } else if (SKIPPED.test(name) && !closing && !empty) skipped = name
    if (name === "w:t") inside = !closing && !empty
    else if (closing ? name === "w:p" : name !== "w:p") pieces.push(BREAKS[name] ?? "")
    if (inside && text) pieces.push(text.replace(/&(#?\w+);/g, character))
  }
  return pieces.join("")
}
