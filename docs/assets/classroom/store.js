// A student's work on this device: a text for each field, with the time of its last change. Other tabs write into the
// same place, so what is stored is read and joined, field by field, before anything is written. Of two texts that were
// both changed, the other stays beside (`also`) until the student has chosen.
const PAUSE = 400              // milliseconds
const TERM = 60 * 86_400_000   // after which the work in a ready assignment may be somebody else's
const BLOCKED = "Not saved: this browser keeps nothing for these pages."
const FULL = "Not saved: the browser’s storage is full."
const NEWER = "Not saved: a newer version of these pages keeps your work here, and this one leaves it alone."
const CLEARED = "What was saved on this device has been cleared. Go on typing, and all of it is saved again."

const isWhole = fields => Object.entries(fields).every(([key, { text, at }]) => /^[a-z]/.test(key) && text.trim && at > 0)

const isWritten = ({ text, quote }) => text || quote

/** Puts texts beside the one that stands in a field, unless they stand there already. */
const putBeside = (field, ...texts) => {
  for (const text of texts)
    if (text && !`${field.text}\n${field.also ?? ""}`.includes(text)) field.also = field.also ? `${field.also}\n\n${text}` : text
}

/** The work in an assignment. `told` hears of everything new, with the keys of the fields that were changed elsewhere. */
const openWork = ({ id, title, mark }, told) => {
  const address = `${__md_scope.pathname}.work.${id}`
  const work = { fields: {}, handed: 0, trouble: "", note: "" }
  const seen = {}   // each field as it was last stored
  const dirty = new Set()
  let timer, stored   // true: something was; false: it is gone

  const parsed = json => {
    const found = allowed(() => JSON.parse(json))
    if (found?.version > 1) throw refused(NEWER)
    return allowed(() => found.version && isWhole(found.fields)) && found
  }

  /** What is stored, if anything is; what is damaged is put aside. */
  const look = () => {
    const json = localStorage.getItem(address)
    const found = json && parsed(json)
    if (!json || found) return found
    work.damaged = json
    localStorage.removeItem(address)
    localStorage.setItem(`${address}.damaged`, json)
  }

  /** Takes in what was changed elsewhere; of it, the keys. */
  const join = found => {
    for (const key in work.fields) if (!found.fields[key]) dirty.add(key)   // lost when two tabs wrote at once
    work.handed = Math.max(work.handed, found.handed || 0)
    return Object.keys(found.fields).filter(key => {
      const theirs = found.fields[key], mine = work.fields[key], as = JSON.stringify(theirs)
      if (as === seen[key]) return
      seen[key] = as
      if (dirty.has(key) && mine && !mine.gone) putBeside(mine, theirs.text, theirs.also)
      else if (mine?.at > theirs.at) dirty.add(key)
      else work.fields[key] = theirs
      return true
    })
  }

  const write = () => {
    const { fields, handed } = work
    localStorage.setItem(address, JSON.stringify({ version: 1, id, title, when: Date.now(), handed, fields }))
    for (const key of dirty) seen[key] = JSON.stringify(fields[key])
    dirty.clear()
    const time = new Date().toTimeString().slice(0, 5)
    work.note = stored === false ? `Saved again, ${time}: what was saved here had been cleared` : `Saved on this device only, ${time}`
    stored = true
  }

  /** Joins what is stored with what stands here, and writes if there is something to write. */
  const settle = force => {
    clearTimeout(timer)
    timer = 0
    let changed = []
    try {
      const found = look()
      if (found) changed = join(found)
      stored = found ? true : stored && false
      if (force || dirty.size) write()
      work.trouble = stored === false ? CLEARED : ""
    } catch (error) {
      work.trouble = error.refused ? error.message : error.name === "QuotaExceededError" ? FULL : BLOCKED
    }
    told(changed)
  }

  const empty = () => {
    const keys = Object.keys(work.fields)
    dirty.clear()
    Object.assign(work, { fields: {}, handed: 0, note: "", damaged: "", old: null })
    stored = undefined
    told(keys)
  }

  /** The work of last term is put aside, to be offered. */
  const setAside = () => {
    const json = localStorage.getItem(address)
    if (mark === "ready" && json && parsed(json)?.when < Date.now() - TERM) {
      localStorage.removeItem(address)
      localStorage.setItem(`${address}.old`, json)
    }
    work.old = parsed(localStorage.getItem(`${address}.old`))
    work.damaged = localStorage.getItem(`${address}.damaged`)
  }

  work.write = (key, text, more) => {
    work.fields[key] = { ...work.fields[key], gone: undefined, ...more, text, at: Date.now() }
    dirty.add(key)
    timer ||= setTimeout(settle, PAUSE)
  }

  /** A text from elsewhere: into a field that is empty, beside one that is not. */
  work.take = (key, text, more) => {
    const mine = work.fields[key]
    if (!mine?.text) work.write(key, text, more)
    else {
      putBeside(mine, text)
      dirty.add(key)
    }
  }

  /** What last term left: into the fields, or away. */
  work.settleOld = shown => {
    if (shown) for (const [key, { text, at, ...more }] of Object.entries(work.old.fields)) work.take(key, text, more)
    work.old = null
    allowed(() => localStorage.removeItem(`${address}.old`))
    settle()
    told(Object.keys(work.fields))
  }

  work.hand = () => {
    work.handed = Date.now()
    settle(true)
  }

  work.unhanded = () => Object.values(work.fields).some(field => isWritten(field) && field.at > work.handed)

  /** The empty text tells the other tabs that this was meant. */
  work.erase = () => {
    allowed(() => localStorage.setItem(address, ""))
    for (const end of ["", ".old", ".damaged"]) allowed(() => localStorage.removeItem(address + end))
    empty()
  }

  addEventListener("storage", ({ key, newValue }) => {
    if (key === address && newValue === "") empty()
    else if (!key || key === address) settle()
  })
  for (const type of ["pagehide", "pageshow", "visibilitychange"]) addEventListener(type, () => settle())

  allowed(setAside)
  settle()
  work.found = stored && Object.values(work.fields).some(isWritten)
  work.save = settle
  return work
}
