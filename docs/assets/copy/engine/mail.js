// A page saved as one mail (.mhtml): its first part that is HTML.
const readMail = text => {
  const mark = text.match(/boundary="?([^";\r\n]+)/i)?.[1]
  const part = text.split(mark && `\n--${mark}`).find(piece => /^content-type:\s*text\/html/im.test(piece.slice(0, 2000)))
  if (!part) refuse("This saved page is damaged: it holds no text.")
  const [head] = part.split(/\r?\n\r?\n/, 1)
  const body = part.slice(head.length)
  const charset = head.match(/charset="?([\w-]+)/i)?.[1]
  const html = characters => ({ html: decode(Uint8Array.from(characters, character => character.charCodeAt(0)), charset) })
  try {
    if (/^content-transfer-encoding:\s*base64/im.test(head)) return html(atob(body.replace(/[^a-z\d+/=]/gi, "")))
  } catch {
    refuse("This saved page is damaged: its text cannot be decoded.")
  }
  if (!/quoted-printable/i.test(head)) return { html: body }
  return html(body.replace(/=[ \t]*\r?\n/g, "").replace(/=([\dA-F]{2})/gi, (_, code) => String.fromCharCode(`0x${code}`)))
}
