// A Word file: a zip whose word/document.xml holds the text. Only that one file is unpacked, and only so far.
const UNPACKED = 60_000_000   // characters of XML; a page of text has some 30,000
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }
const BREAKS = { "w:p": "\n\n", "w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:noBreakHyphen": "-" }
const SKIPPED = /^(?:mc:Fallback|w:del|w:moveFrom)$/   // said twice, or deleted

const readDocx = async bytes => {
  const latin = new TextDecoder("latin1").decode(bytes)
  const at = latin.lastIndexOf("word/document.xml") - 46   // the zip's directory stands at its end
  if (latin.slice(at, at + 4) !== "PK\x01\x02")
    refuse("This is a zip, but not a whole Word file (.docx). Unpack it, or save the text as .docx or .txt.")
  try {
    return { text: bounded(paragraphs(await unpacked(bytes, at))) }
  } catch (error) {
    refuse(error.refused ? error.message : "This file is damaged: it begins like a Word file, but its text cannot be unpacked.")
  }
}

/** The XML of the entry at `at` of the directory. What is said there of its length is not believed. */
const unpacked = async (bytes, at) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const local = view.getUint32(at + 42, true)
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  let stream = new Blob([bytes.subarray(start, start + view.getUint32(at + 20, true))]).stream()
  if (view.getUint16(at + 10, true)) stream = stream.pipeThrough(new DecompressionStream("deflate-raw"))
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  let xml = ""
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    xml += piece.value
    if (xml.length > UNPACKED) refuse("This Word file unpacks to far more than a text. It was not read.")
  }
  return xml
}

const character = (_, name) => name[0] === "#" ? String.fromCodePoint(name.slice(1).replace("x", "0x")) : ENTITIES[name] ?? _

/** The text runs of the document, an empty line after each paragraph. Not parsed as XML: so nothing in it can expand. */
const paragraphs = xml => {
  const pieces = []
  let inside = false, skipped = ""
  for (const [, closing, name, empty, text] of xml.matchAll(/<(\/?)([\w:]+)(?=[\s/>])[^<>]*?(\/?)>([^<]*)/g)) {
    if (skipped) {
      if (!closing || name !== skipped) continue
      skipped = ""
    } else if (SKIPPED.test(name) && !closing && !empty) skipped = name
    if (name === "w:t") inside = !closing && !empty
    else if (closing ? name === "w:p" : name !== "w:p") pieces.push(BREAKS[name] ?? "")
    if (inside) pieces.push(text.replace(/&(#?\w+);/g, character))
  }
  return pieces.join("")
}
