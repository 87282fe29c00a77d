// A page saved as one mail (.mhtml), or a mail (.eml): the first part that is HTML, else the first that is text.
ownCopy.tasks.push(function mail(own) {
  const PARTS = 500   // and no more; saved pages have some dozens
  const DEEP = 5

  own.mail = text => {
    const found = parts(text, DEEP)
    const page = found.find(part => /^text\/html/i.test(part.type)) ?? found.find(part => /^text\/plain/i.test(part.type))
    if (!page) own.refuse("This saved page is damaged: it holds no text.")
    const words = decoded(page)
    return /html/i.test(page.type) ? { html: words } : { text: own.bounded(words) }
  }

  const header = (head, name) => head.match(new RegExp(`^${name}:[ \t]*(.*(?:\r?\n[ \t].*)*)`, "im"))?.[1].replace(/\s+/g, " ") ?? ""

  /** Each leaf with its type, how it is encoded, and its body. */
  const parts = (text, deep) => {
    const gap = text.search(/\r?\n\r?\n/)
    const head = gap < 0 ? text : text.slice(0, gap)
    const body = gap < 0 ? "" : text.slice(gap).replace(/^\r?\n\r?\n/, "")
    const type = header(head, "content-type") || "text/plain"
    const boundary = type.match(/boundary="?([^";]+)"?/i)?.[1]
    if (!boundary || !deep) return [{ type, coding: header(head, "content-transfer-encoding"), body }]
    const pieces = body.split(`--${boundary}`, PARTS).slice(1)
    return pieces.flatMap(piece => parts(piece.replace(/^\r?\n/, ""), deep - 1))
  }

  const decoded = ({ type, coding, body }) => {
    const charset = type.match(/charset="?([\w-]+)/i)?.[1]
    if (/base64/i.test(coding)) {
      try {
        return own.decode(bytes(atob(body.replace(/[^a-z\d+/=]/gi, ""))), charset)
      } catch {
        own.refuse("This saved page is damaged: its text cannot be decoded.")
      }
    }
    if (!/quoted-printable/i.test(coding)) return body
    const plain = body.replace(/=[ \t]*\r?\n/g, "").replace(/=([\dA-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
    return /[^\0-\xff]/.test(plain) ? plain : own.decode(bytes(plain), charset)
  }

  const bytes = characters => Uint8Array.from(characters, character => character.charCodeAt(0))
})
