// Zip files are written as they are, without compression.
const FIRST_DAY = 0x210000   // 1 January 1980: when somebody wrote is not told twice

/** Numbers as bytes, the lowest first; `sizes` has a digit for each. */
const packed = (sizes, ...values) => values.flatMap((value, at) =>
  Array.from({ length: sizes[at] }, (_, byte) => value >>> 8 * byte & 255))

/** A zip of texts, each `{ name, text }`, as bytes. */
const zipped = files => {
  const pieces = [], directory = []
  let at = 0
  for (const { name, text } of files) {
    const path = utf8(name), bytes = utf8(text)
    const about = packed("22444422", 0x800, 0, FIRST_DAY, crc32(bytes), bytes.length, bytes.length, path.length, 0)
    pieces.push(packed("42", 0x04034b50, 20), about, path, bytes)
    directory.push(packed("422", 0x02014b50, 20, 20), about, packed("22244", 0, 0, 0, 0, at), path)
    at += 30 + path.length + bytes.length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const all = [...pieces, ...directory, packed("42222442", 0x06054b50, 0, 0, files.length, files.length, size, at, 0)]
  const zip = new Uint8Array(at + size + 22)
  let end = 0
  for (const piece of all) {
    zip.set(piece, end)
    end += piece.length
  }
  return zip
}
