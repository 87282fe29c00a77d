// Where the copy is kept: on this device (IndexedDB) if the reader says so, else in this tab (sessionStorage), else, where
// the browser will not or the page is a file, in this page alone. And how it is forgotten, here and in all other tabs.
{
  const VERSION = 1
  const KEY = `${__md_scope.pathname}.copy`
  const FORGOTTEN = "copy-forgotten"   // when; a tab that slept meanwhile may wake with an older copy
  const DEVICE = "It is kept in this browser on this device, until you forget it"
  const TAB = "It is kept in this tab only, and gone when you close it"
  const HERE = "It is kept in this page only, and gone when you leave it"
  const file = location.protocol === "file:"
  const { refused } = ownCopy

  const attempt = action => {
    try {
      return action()
    } catch {
      return null
    }
  }

  /** Does what `action` asks of the store in the database and gives what comes of it. */
  const database = (mode, action) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(KEY, VERSION)
    opening.onupgradeneeded = () => opening.result.createObjectStore("copy")
    opening.onerror = opening.onblocked = () => reject(opening.error)
    opening.onsuccess = () => {
      const { result } = opening
      const end = then => () => { result.close(); then(asked?.result) }
      let asked
      try {
        const transaction = result.transaction("copy", mode)
        asked = action(transaction.objectStore("copy"))
        transaction.oncomplete = end(resolve)
        transaction.onabort = end(() => reject(transaction.error))
      } catch (error) {
        end(() => reject(error))()   // no such store, or no room for it
      }
    }
  })

  const whole = number => Number.isSafeInteger(number) && number >= 0
  const passage = ({ id, status, text, page, pins }) => /^p\d+$/.test(id) && [status, text, page].every(each => typeof each === "string")
    && Object.values(pins).every(pin => pin.length === 4 && pin.every(whole) && pin[0] < pin[1] && pin[1] <= text.length)

  /** What was stored, if it is what this version stores. Throws words for the reader. */
  const checked = json => {
    const copy = attempt(() => JSON.parse(json))
    if (Number.isInteger(copy?.version) && copy.version !== VERSION)
      throw refused("Your copy was kept by another version of these pages, which this one cannot read. Open it again.")
    if (!attempt(() => copy.passages.every(passage) && whole(copy.when) && typeof copy.edition === "string"))
      throw refused("Your copy was kept here, but what is left of it is damaged. Open it again.")
    return copy
  }

  const wipe = async () => {
    attempt(() => sessionStorage.removeItem(KEY))
    attempt(() => localStorage.removeItem(KEY))
    await new Promise(done => {
      const request = attempt(() => indexedDB.deleteDatabase(KEY))
      if (request) request.onsuccess = request.onerror = request.onblocked = done
      else done()
    })
  }

  const isForgotten = ({ when }) => __md_get(FORGOTTEN) >= when

  ownCopy.keep = {
    /** Keeps the copy; returns the sentence that says where. */
    async save(copy, remember) {
      const json = JSON.stringify({ ...copy, version: VERSION })
      let trouble = ""
      if (remember) {
        try {
          await database("readwrite", store => store.put(json, 0))
          localStorage.setItem(KEY, true)   // so that the next page looks
          attempt(() => sessionStorage.removeItem(KEY))
          return DEVICE
        } catch (error) {
          trouble = `: the browser ${error?.name === "QuotaExceededError" ? "has no room to" : "does not let us"} remember it`
        }
      }
      if (file) return HERE + (trouble || ": other files opened from this computer could read what the browser stores")
      try {
        sessionStorage.setItem(KEY, json)
        return TAB + trouble
      } catch {
        return `${HERE}: the browser's storage is full or blocked`
      }
    },

    /** The copy this tab or this device holds, and where: { copy, where, remembered }, or null. Throws words for the reader. */
    async read() {
      try {
        const json = attempt(() => file ? null : sessionStorage.getItem(KEY))
        const remembered = json === null && attempt(() => localStorage.getItem(KEY))
        if (json === null && !remembered) return null
        const copy = checked(remembered ? await database("readonly", store => store.get(0)).catch(() => "") : json)
        if (!isForgotten(copy)) return { copy, where: remembered ? DEVICE : TAB, remembered }
      } catch (error) {
        await wipe()
        throw error
      }
      await wipe()
      return null
    },

    async forget() {
      __md_set(FORGOTTEN, Date.now())
      await wipe()
    },

    /** Calls back when the copy that `open()` gives was forgotten in another tab. */
    onForgotten(open, action) {
      const look = () => { if (open() && isForgotten(open())) wipe().then(action) }
      for (const type of ["storage", "pageshow", "visibilitychange"]) addEventListener(type, look)
    },
  }
}
