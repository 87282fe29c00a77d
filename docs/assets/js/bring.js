// Brings what only some readers ask for: a script beside this one, at the first use, and by an event of its name what it
// is asked to do. A script element, for a page opened from a folder can neither fetch nor import.
{
  const here = document.currentScript.src
  const brought = {}
  let last

  const load = name => new Promise((onload, onerror) => {
    const src = new URL(`${name}.js`, here)
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }))
  })

  /** Asked for more while it is on its way, it does the last; where it cannot come, the page goes to `instead`, or
      calls it. */
  window.__bring = async (name, instead, detail) => {
    last = detail
    try {
      await (brought[name] ??= load(name))
      if (last === detail) document.dispatchEvent(new CustomEvent(name, { detail }))
    } catch {
      delete brought[name]
      instead.call ? instead() : location.assign(instead)
    }
  }
}
