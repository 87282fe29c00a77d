// A hand-in that somebody gives back, as handin.js writes it, after an LMS has made HTML of it.
const MARKER_HEAD = /\[\[([a-z0-9]{4,8})\s+postil\s+(\d+)\s+·\s+assignment\s+([0-9a-f]{8})\s+·\s+([\dT:Z-]*)\s*\]\]/g
const MOST_ENTRIES = 2_000

const flat = text => text.replace(/\s+/g, " ").trim()

/** Over keys and texts without white space: an LMS may wrap lines and add blank ones. */
const checkOf = entries => crcHex(entries.map(({ key, text }) => key + text).join("").replace(/[\s\u200b]/g, ""))

const readFrom = (text, head) => {
  const [whole, tag, version, assignment, when] = head
  const marker = new RegExp(`\\n?\\[\\[${tag}\\s+(?:end\\s+·\\s+([0-9a-f]{8})|([\\w:-]{1,100}))\\s*\\]\\]`)
  const [start, ...pieces] = text.slice(head.index + whole.length).split(marker)
  const entries = []
  let check
  for (let at = 0; at < pieces.length && entries.length < MOST_ENTRIES; at += 3) {
    const [sum, key, piece] = pieces.slice(at, at + 3)
    check = sum
    if (sum) break
    const [label] = piece.split("\n", 1)
    entries.push({ key, label: flat(label), text: piece.slice(label.length + 1) })
  }
  return {
    version: Number(version), assignment, code: "", when, entries,
    title: text.slice(0, head.index).split("\n").findLast(line => line.trim())?.trim() ?? "",
    name: flat(/^\s*Name:(.*)/.exec(start)?.[1] ?? ""),
    changed: check !== checkOf(entries),
  }
}

const readHandInJson = text => {
  const found = allowed(() => JSON.parse(text))
  if (!found || !Array.isArray(found.entries) || !Number.isInteger(found.version)) return null
  const strings = (from, ...keys) => keys.map(key => typeof from?.[key] === "string" ? from[key] : "")
  const entries = found.entries.slice(0, MOST_ENTRIES).map(entry => strings(entry, "key", "label", "text"))
    .filter(([key]) => /^[\w:-]{1,100}$/.test(key)).map(([key, label, text]) => ({ key, label, text }))
  const [assignment, code, title, name, when] = strings(found, "assignment", "code", "title", "name", "when")
  if (!/^[0-9a-f]{8}$/.test(assignment)) return null
  return { version: found.version, assignment, code, title, name, when, entries, changed: found.check !== checkOf(entries) }
}

/** What writeHandIn or writeHandInJson wrote, and `changed`: whether another text stands there now; null where there is
    none. Text has no `code`. A newer `version` gives what could be read. Of several, one that is whole. */
const readHandIn = text => {
  if (/^\s*\{/.test(text)) return readHandInJson(text)
  const lines = text.replace(/\r\n?/g, "\n")
  const found = [...lines.matchAll(MARKER_HEAD)].slice(0, 20).map(head => readFrom(lines, head))
  return found.find(({ changed }) => !changed) ?? found[0] ?? null
}
