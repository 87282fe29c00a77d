// Where the copy is kept: on this device (IndexedDB) if the reader says so, else in this tab (sessionStorage), else, where
// the browser will not or the page is a file, in this page alone. And how it is forgotten, here and in all other tabs.
const VERSION = 1
const KEY = `${__md_scope.pathname}.copy`
const FORGOTTEN = "copy-forgotten"   // when; a tab that slept meanwhile may wake with an older copy
const DEVICE = "It is kept in this browser on this device, until you forget it"
const TAB = "It is kept in this tab only, and gone when you close it"
const HERE = "It is kept in this page only, and gone when you leave it"

const allowed = action => {
  try {
    return action()
  } catch {
    return null
  }
}

const done = (asked, event) => new Promise((resolve, reject) => {
  asked[`on${event}`] = () => resolve(asked.result)
  asked.onerror = asked.onabort = asked.onblocked = () => reject(asked.error)
})

/** Does what `action` asks of the store in the database and gives what comes of it. */
const database = async action => {
  const opening = indexedDB.open(KEY, VERSION)
  opening.onupgradeneeded = () => opening.result.createObjectStore("copy")
  const base = await done(opening, "success")
  try {
    const transaction = base.transaction("copy", "readwrite")
    const asked = action(transaction.objectStore("copy"))
    await done(transaction, "complete")
    return asked.result
  } finally {
    base.close()
  }
}

/** What was stored, if it is what this version stores. Throws words for the reader. */
const checked = json => {
  const copy = allowed(() => JSON.parse(json))
  const foreign = Number.isInteger(copy?.version) && copy.version !== VERSION
  if (foreign || !allowed(() => copy.when > 0 && copy.passages.every(({ id, text, pins }) =>
    id.slice && text.slice && Object.values(pins).every(pin => pin.length === 4))))
    throw refused(`Your copy was kept here, but ${foreign ? "by another version of these pages, which this one cannot read" : "what is left of it is damaged"}. Open it again.`)
  return copy
}

const wipe = async () => {
  allowed(() => sessionStorage.removeItem(KEY))
  allowed(() => localStorage.removeItem(KEY))
  try {
    await done(indexedDB.deleteDatabase(KEY), "success")
  } catch {
    // There is none, or none is allowed.
  }
}

const isForgotten = ({ when }) => __md_get(FORGOTTEN) >= when

/** Keeps the copy; returns the sentence that says where. */
const save = async (copy, remember) => {
  const json = JSON.stringify({ ...copy, version: VERSION })
  let trouble = ""
  if (remember) {
    try {
      await database(store => store.put(json, 0))
      localStorage.setItem(KEY, true)   // so that the next page looks
      allowed(() => sessionStorage.removeItem(KEY))
      return DEVICE
    } catch (error) {
      trouble = `: the browser ${error?.name === "QuotaExceededError" ? "has no room to" : "does not let us"} remember it`
    }
  }
  if (isFile) return HERE + (trouble || ": other files opened from this computer could read what the browser stores")
  try {
    sessionStorage.setItem(KEY, json)
    return TAB + trouble
  } catch {
    return `${HERE}: the browser's storage is full or blocked`
  }
}

/** The copy this tab or this device holds, and where: { copy, where, remembered }, or null. Throws words for the reader. */
const kept = async () => {
  try {
    const json = allowed(() => isFile ? null : sessionStorage.getItem(KEY))
    const remembered = json === null && allowed(() => localStorage.getItem(KEY))
    if (json === null && !remembered) return null
    const copy = checked(remembered ? await database(store => store.get(0)).catch(() => "") : json)
    if (!isForgotten(copy)) return { copy, where: remembered ? DEVICE : TAB, remembered }
    await wipe()
    return null
  } catch (error) {
    await wipe()
    throw error
  }
}

/** Wipes the copy here; other tabs see by the time that it was. */
const forget = async () => {
  __md_set(FORGOTTEN, Date.now())
  await wipe()
}

