// A page saved as one mail (.mhtml): the first part that is HTML, else the first that is text.
const PARTS = 500   // and no more; saved pages have some dozens

const readMail = text => {
  const found = parts(text, 5)
  const page = found.find(({ type }) => /^text\/html/i.test(type)) ?? found[0] ?? refuse("This saved page is damaged: it holds no text.")
  const words = decoded(page)
  return /html/i.test(page.type) ? { html: words } : { text: bounded(words) }
}

const header = (head, name) => head.match(new RegExp(`^${name}:[ \t]*(.*(?:\r?\n[ \t].*)*)`, "im"))?.[1].replace(/\s+/g, " ") ?? ""

/** Each leaf with its type, how it is encoded, and its body; looked for in parts of parts, `deep` times at most. */
const parts = (text, deep) => {
  const [head] = text.split(/\r?\n\r?\n/, 1)
  const body = text.slice(head.length).replace(/^\r?\n\r?\n/, "")
  const type = header(head, "content-type") || "text/plain"
  const boundary = type.match(/boundary="?([^";]+)"?/i)?.[1]
  if (!boundary || !deep) return [{ type, coding: header(head, "content-transfer-encoding"), body }]
  return body.split(`--${boundary}`, PARTS).slice(1).flatMap(piece => parts(piece.replace(/^\r?\n/, ""), deep - 1))
}

/** Characters that stand for bytes as the text that they are. */
const textOf = (characters, charset) => decode(Uint8Array.from(characters, character => character.charCodeAt(0)), charset)

const decoded = ({ type, coding, body }) => {
  const charset = type.match(/charset="?([\w-]+)/i)?.[1]
  try {
    if (/base64/i.test(coding)) return textOf(atob(body.replace(/[^a-z\d+/=]/gi, "")), charset)
  } catch {
    refuse("This saved page is damaged: its text cannot be decoded.")
  }
  if (!/quoted-printable/i.test(coding)) return body
  const plain = body.replace(/=[ \t]*\r?\n/g, "").replace(/=([\dA-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
  return /[^\0-\xff]/.test(plain) ? plain : textOf(plain, charset)
}
