// Bytes to text: what kind of file it is, told by what is in it and never by its name, and its encoding.
const TEXT = 10_000_000   // characters of text, some million words
const STRANGE = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g

const refuse = words => { throw Object.assign(new Error(words), { refused: true }) }

const latin = bytes => String.fromCharCode(...bytes.subarray(0, 1024))

/** Reads a file: { text }, { html } or { pdf }, the last two for the page to go on with. Refuses by throwing. */
const readFile = async bytes => {
  const head = latin(bytes)
  if (head.startsWith("PK\x03\x04")) return readDocx(bytes)
  return head.includes("%PDF-") ? { pdf: bytes } : sortText(decode(bytes))
}

/** The text of bytes: UTF-16 by its mark or its zeros, UTF-8 where it is well-formed, else what `named` or the file itself says, or
    Windows. */
const decode = (bytes, named = latin(bytes).match(/charset=["']?([\w-]+)/i)?.[1]) => {
  const [a, b] = bytes
  const wide = a === 0xff && b === 0xfe || a > 31 && b === 0 ? "utf-16le" : a === 0xfe && b === 0xff || a === 0 && b > 31 ? "utf-16be" : ""
  for (const [encoding, fatal] of [[wide || "utf-8", !wide], [named, true], ["windows-1252", false]]) {
    try {
      return new TextDecoder(encoding, { fatal }).decode(bytes)
    } catch {
      // an encoding that nobody knows, or not this one
    }
  }
}

/** What a decoded text is: a saved page, a page with its parts as one mail, or text. */
const sortText = text => {
  const head = text.slice(0, 4000)
  if (/^\{\\rtf/.test(head) || head.match(STRANGE)?.length > head.length / 50)
    refuse("This is not a text, or one in a form we cannot read. Save it as .docx, .pdf or .txt, or paste its words. A picture of the pages, such as a scan, holds no words: ask your library for an accessible text of the essay.")
  if (/^[\w-]+:/.test(head) && /^mime-version:/im.test(head.split(/\r?\n\r?\n/, 1)[0])) return readMail(text)
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|div|p|article|main|section|span|meta)\b/i.test(head)
    ? { html: text } : { text: bounded(text) }
}

const bounded = text => {
  if (text.length > TEXT) refuse("This is too large: more than ten million characters. Open only the essay.")
  if (!/\p{L}/u.test(text)) refuse("There are no words in this.")
  return text
}
