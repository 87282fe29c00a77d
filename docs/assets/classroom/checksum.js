// CRC-32 as zip has it. It finds every change of one character or one bit, and guards against accidents, not against people.
const CRC = Uint32Array.from({ length: 256 }, (_, value) => {
  for (let bit = 0; bit < 8; bit++) value = value >>> 1 ^ (value & 1 && 0xedb88320)
  return value
})

/** Text as bytes of UTF-8; half a character, which UTF-8 cannot say, becomes U+FFFD. */
const utf8 = text => new TextEncoder().encode(text)

/** Of bytes, or of a text's UTF-8: a number of 32 bits. */
const crc32 = content => {
  const bytes = typeof content === "string" ? utf8(content) : content
  let sum = -1
  for (let at = 0; at < bytes.length; at++) sum = sum >>> 8 ^ CRC[(sum ^ bytes[at]) & 255]
  return ~sum >>> 0
}

/** The same as eight hexadecimal digits. */
const crcHex = content => crc32(content).toString(16).padStart(8, "0")
