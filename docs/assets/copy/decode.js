// Bytes to text: what kind of file it is, told by its first bytes and never by its name alone, and its encoding.
ownCopy.tasks.push(function decode(own) {
  own.FILE = 50_000_000   // bytes of a file
  own.TEXT = 10_000_000   // characters of text, some million words

  own.refuse = words => { throw Object.assign(new Error(words), { refused: true }) }

  const PICTURE = "This is a picture. Pictures hold no words to place: ask your library for an accessible text of the essay."
  const KINDS = [   // the first bytes, and what to say; a function reads the file
    ["PK\x03\x04", bytes => own.docx(bytes)],
    ["%PDF-", bytes => ({ pdf: bytes })],
    ["{\\rtf", "This is a rich-text file (.rtf). Save it as .docx or .txt, or paste its text."],
    ["\xd0\xcf\x11\xe0", "This is an old Word file (.doc). Save it as .docx or .txt, or paste its text."],
    ["\x89PNG", PICTURE], ["\xff\xd8\xff", PICTURE], ["GIF8", PICTURE], ["II*\0", PICTURE], ["MM\0*", PICTURE],
    ["\x1f\x8b", "This file is compressed. Unpack it first."],
  ]
  const latin = bytes => String.fromCharCode(...bytes)

  /** Reads a file: { text }, { html } or { pdf }, the last two for the page to go on with. Refuses by throwing. */
  own.read = async bytes => {
    if (!bytes.length) own.refuse("This file is empty.")
    if (bytes.length >= own.FILE) own.refuse(own.LARGE)
    const head = latin(bytes.subarray(0, 1024))
    const [, kind] = KINDS.find(([magic]) => head.startsWith(magic)) ?? (head.includes("%PDF-") ? KINDS[1] : [])
    if (typeof kind === "string") own.refuse(kind)
    return kind ? kind(bytes) : own.sort(own.decode(bytes))
  }

  own.LARGE = "This is too large: 50 MB or more. The essay is some 15,000 characters; open a file that holds little else."

  /** The text of bytes: UTF-8 or UTF-16 by their marks, UTF-8 where it is well-formed, else what `named` says or Windows. */
  own.decode = (bytes, named) => {
    const [a, b] = bytes
    if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
    if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be").decode(bytes)
    const zeros = bytes.subarray(0, 4000).reduce((sum, byte, at) => { if (!byte) sum[at % 2]++; return sum }, [0, 0])
    const half = Math.min(bytes.length, 4000) / 2
    if (zeros[1] > half * .4 && zeros[0] < half * .1) return new TextDecoder("utf-16le").decode(bytes)
    if (zeros[0] > half * .4 && zeros[1] < half * .1) return new TextDecoder("utf-16be").decode(bytes)
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    } catch {
      return new TextDecoder(encoding(named ?? charset(bytes))).decode(bytes)
    }
  }

  const charset = bytes => latin(bytes.subarray(0, 1024)).match(/charset=["']?([\w-]+)/i)?.[1]
  const encoding = name => {
    try {
      return /^utf-?8$/i.test(name) ? "windows-1252" : new TextDecoder(name).encoding
    } catch {
      return "windows-1252"
    }
  }

  /** What a decoded text is: a saved page, a page with its parts as one mail, or text. */
  own.sort = text => {
    const head = text.slice(0, 4000)
    const strange = head.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0
    if (strange > head.length / 50) own.refuse("This is not a text, or one in a form we cannot read. Try .txt, .docx or .pdf, or paste the text.")
    if (/^[\w-]+:/.test(head) && /^mime-version:/im.test(head.split(/\r?\n\r?\n/, 1)[0])) return own.mail(text)
    if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|div|p|article|main|section|span|meta)\b/i.test(head))
      return { html: text }
    return { text: own.bounded(text) }
  }

  own.bounded = text => {
    if (text.length > own.TEXT) own.refuse("This is too large: more than ten million characters. Open only the essay.")
    if (!/\p{L}/u.test(text)) own.refuse("There are no words in this.")
    return text
  }
})
