// An assignment as the part of an address after "#". scripts/postil/classroom/link.py does the same and says how it is
// written; both are held to tests/vectors/assignments.json.
const VERSION = "1"
const LONGEST_LINK = 2_000     // characters of the whole address: LMS and mail programs cut longer ones
const LONGEST_CODE = 100_000   // of a code in a file
const MOST_TASKS = 200         // more would hold a page up
const BLANK = /[ \t\r\n\xa0\u200b\ufeff]+/g   // what mail and LMS put into long words

const base64 = text => btoa(Array.from(utf8(text), byte => String.fromCharCode(byte)).join(""))
  .replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")

/** Reads what can be read: what is no base64url counts as "A", what is no UTF-8 as U+FFFD. */
const unbase64 = payload => {
  const whole = payload.replace(/[^\w-]/gu, "A").replaceAll("-", "+").replaceAll("_", "/")
  const bytes = atob(whole.slice(0, whole.length % 4 === 1 ? -1 : undefined))
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(Uint8Array.from(bytes, byte => byte.charCodeAt()))
}

const escaped = value => value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n")
const unescaped = value => value.replace(/\\([^])/g, (_, what) => what === "n" ? "\n" : what)

/** [6, 9, 10, 11] as "6 9-11". */
const ranges = numbers => numbers.reduce((found, number) => {
  const last = found.at(-1)
  if (last && last[1] === number - 1) last[1] = number
  else found.push([number, number])
  return found
}, []).map(([first, last]) => first === last ? first : `${first}-${last}`).join(" ")

/** The reverse; what does not ascend is left out, so that no text gives more than 9,999. */
const numbers = text => text.split(" ").reduce((found, range) => {
  const [first, last = first] = range.split("-").map(Number)
  for (let number = Math.max(first, 1 + (found.at(-1) ?? 0)); number <= last; number++) found.push(number)
  return found
}, [])

// A line each: its letter, the form of its value, and what the value does to an assignment. A line of another form is
// left out, so that a damaged code still tells the rest.
const LINES = {
  t: [/^[^]*$/, (all, title) => { all.title = title }],
  m: [/^[a-z0-9]{1,20}$/, (all, mark) => { all.mark = mark }],
  g: [/^[^]+$/, (all, get) => { all.get = get }],
  w: [/^[^]+$/, (all, words) => { all.words = words }],
  p: [/^[1-9]\d{0,3}(-[1-9]\d{0,3})?( [1-9]\d{0,3}(-[1-9]\d{0,3})?)*$/, (all, text) => { all.passages = numbers(text) }],
  q: [/^[a-z0-9][a-z0-9-]{0,99}$/, (all, id) => { all.tasks.push({ id }) }],
  o: [/^(0|[1-9]\d{0,3}) [^]+$/, (all, text) => {
    const at = text.indexOf(" ")
    all.tasks.push({ passage: Number(text.slice(0, at)), text: text.slice(at + 1) })
  }],
  k: [/^([a-z]+( [a-z]+)*)?$/, (all, kinds) => { all.kinds = kinds ? kinds.split(" ") : [] }],
  f: [/^$/, all => { all.first = true }],
  d: [/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, (all, due) => { all.due = due }],
}

const linesOf = ({ title, mark, get, words, passages, tasks, kinds, first, due }) => [
  ["t", title], ["m", mark], ...get ? [["g", get]] : [], ...words ? [["w", words]] : [],
  ...passages.length ? [["p", ranges(passages)]] : [],
  ...tasks.map(task => task.id ? ["q", task.id] : ["o", `${task.passage} ${task.text}`]),
  ...kinds ? [["k", kinds.join(" ")]] : [], ...first ? [["f", ""]] : [], ...due ? [["d", due]] : [],
].map(([letter, value]) => value ? `${letter} ${escaped(value)}` : letter)

const encodeAssignment = assignment => {
  const body = `${VERSION}.${base64(linesOf(assignment).join("\n"))}`
  return `${body}.${crcHex(body)}`
}

/** The code in an address, a file or a message: from the last "#1." or from the start, without what broke its lines. */
const codeIn = text => {
  const start = [...text.matchAll(/(?:^[ \t\r\n\xa0\u200b\ufeff]*|#|%23)(?=\d+\.)/g)].pop()
  if (!start) return ""
  const rest = text.slice(start.index + start[0].length)
  return /^\d+\.[\w-]+\.[0-9a-f]{8}(?![\w-])/.exec(rest)?.[0] ?? rest.replace(BLANK, "")
}

const readLines = text => {
  const all = { title: "", mark: "", get: "", words: "", passages: [], tasks: [], kinds: null, first: false, due: "" }
  let known = 0
  for (const line of text.split("\n")) {
    const value = unescaped(line.slice(2)), [form, put] = LINES[line[0]] ?? []
    if (!form?.test(value) || !/^.( |$)/.test(line)) continue
    put(all, value)
    known += line[0] !== "t" || value !== ""
  }
  return known ? all : null
}

/** What an address, a code or a file's text says: `{ assignment, id, fault }`. `fault` is "" when it is whole; else a
    sentence, and `assignment` has what could be read, or is null. `id` names the assignment also where only a sum is lost. */
const decodeAssignment = text => {
  const none = fault => ({ assignment: null, id: "", fault })
  const code = codeIn(text.slice(0, LONGEST_CODE + LONGEST_LINK))
  const [version, payload] = code.split(".")
  if (!payload) return none("This is not the link or file of an assignment.")
  if (version !== VERSION) return none("This assignment was made by a newer version of these pages. Open it there.")
  if (code.length > LONGEST_CODE) return none("This is too long for an assignment.")
  const assignment = readLines(unbase64(payload))
  if (!assignment) return none("This is not the link or file of an assignment, or it is damaged beyond reading.")
  if (assignment.tasks.length > MOST_TASKS) return none("This assignment has far too many questions.")
  const whole = encodeAssignment(assignment) === code
  return { assignment, id: crcHex(`${version}.${payload}`), fault: whole ? "" : "This link is damaged: a part of it is missing or changed. What could be read is shown; ask for the whole link." }
}

/** The address of the essay if `get` is one that may become a link, else "": words stay words. */
const addressIn = get => {
  const url = /^https?:\/\/\S+$/i.test(get) && allowed(() => new URL(get))
  return url && /^https?:$/.test(url.protocol) ? url.href : ""
}

/** The day in words, "Monday, December 14, 2026". */
const dayIn = due => new Date(`${due}T12:00`).toLocaleDateString("en-US", { dateStyle: "full" })
