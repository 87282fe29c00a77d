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
  const channel = "BroadcastChannel" in window && new BroadcastChannel(KEY)

  const attempt = action => {
    try {
      return action()
    } catch {
      return null
    }
  }

  /** Runs `action(store)` in the database and gives what it asked for. */
  const database = (mode, action) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(KEY, VERSION)
    opening.onupgradeneeded = () => opening.result.createObjectStore("copy")
    opening.onerror = opening.onblocked = () => reject(opening.error)
    opening.onsuccess = () => {
      const close = () => opening.result.close()
      try {
        const transaction = opening.result.transaction("copy", mode)
        const request = action(transaction.objectStore("copy"))
        transaction.oncomplete = () => { close(); resolve(request.result) }
        transaction.onerror = transaction.onabort = () => { close(); reject(transaction.error) }
      } catch (error) {
        close()
        reject(error)   // no such store, or no room for it
      }
    }
  })

  const whole = number => Number.isSafeInteger(number) && number >= 0
  const passage = one => /^p\d+$/.test(one?.id) && typeof one.status === "string" && typeof one.text === "string"
    && typeof one.page === "string" && one.pins && Object.values(one.pins).every(pin =>
      pin.length === 4 && pin.every(whole) && pin[0] < pin[1] && pin[1] <= one.text.length)

  /** What was stored, if it is what this version stores. Throws words for the reader. */
  const checked = json => {
    const copy = attempt(() => JSON.parse(json))
    if (Number.isInteger(copy?.version) && copy.version !== VERSION)
      throw ownCopy.refused("Your copy was kept by another version of these pages, which this one cannot read. Open it again.")
    if (!attempt(() => copy.passages.every(passage) && whole(copy.when) && typeof copy.edition === "string"))
      throw ownCopy.refused("Your copy was kept here, but what is left of it is damaged. Open it again.")
    return copy
  }

  const wipe = async () => {
    attempt(() => sessionStorage.removeItem(KEY))
    attempt(() => localStorage.removeItem(KEY))
    await new Promise(resolve => {
      const request = attempt(() => indexedDB.deleteDatabase(KEY))
      if (!request) return resolve()
      request.onsuccess = request.onerror = request.onblocked = resolve
    })
  }

  ownCopy.keep = {
    canRemember: "indexedDB" in window,

    /** Keeps the copy; returns the sentence that says where. */
    async save(copy, remember) {
      const json = JSON.stringify({ ...copy, version: VERSION })
      let trouble = ""
      if (remember) {
        try {
          await database("readwrite", store => store.put(json, 0))
          localStorage.setItem(KEY, "true")   // so that the next page looks
          attempt(() => sessionStorage.removeItem(KEY))
          return DEVICE
        } catch (error) {
          trouble = error?.name === "QuotaExceededError"
            ? ": the browser has no room to remember it" : ": the browser does not let us remember it"
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
        let json = file ? null : attempt(() => sessionStorage.getItem(KEY))
        let where = TAB
        if (json === null && attempt(() => localStorage.getItem(KEY))) {
          json = await database("readonly", store => store.get(0)).catch(() => "")
          where = DEVICE
        }
        if (json === null) return null
        const copy = checked(json ?? "")
        if (copy.when > (__md_get(FORGOTTEN) ?? 0)) return { copy, where, remembered: where === DEVICE }
      } catch (error) {
        await wipe()
        throw error
      }
      await wipe()
      return null
    },

    async forget() {
      __md_set(FORGOTTEN, Date.now())
      if (channel) channel.postMessage("forget")
      await wipe()
    },

    /** Calls back when the copy that was opened at `when()` (0: none is) was forgotten in another tab. */
    onForgotten(when, action) {
      const look = () => { if (when() && (__md_get(FORGOTTEN) ?? 0) >= when()) wipe().then(action) }
      if (channel) channel.addEventListener("message", () => wipe().then(action))
      addEventListener("storage", look)
      addEventListener("pageshow", look)
      addEventListener("visibilitychange", look)
    },
  }
}
