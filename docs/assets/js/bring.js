// Brings what need not be there at first. The texts of the page's cards and Material's script, when the page
// has been painted; and a script beside this one that only some readers ask for, at the first use, with an event of its
// name that says what it is asked to do. By script elements: a page opened from a folder can neither fetch nor import.
{
  const here = document.currentScript.src
  const brought = {}
  let last

  const load = src => new Promise((onload, onerror) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror }))
  })

  /** Asked for more while it is on its way, it does the last; where it cannot come, the page goes to `instead`, or
      calls it. */
  window.__bring = async (name, instead, detail) => {
    last = detail
    try {
      await (brought[name] ??= load(new URL(`${name}.js`, here)))
      if (last === detail) document.dispatchEvent(new CustomEvent(name, { detail }))
    } catch {
      delete brought[name]
      instead.call ? instead() : location.assign(instead)
    }
  }

  // Material waits for an event that is over when it comes; so it is told.
  const later = () => {
    const [theme, ...cards] = document.querySelector("[data-later]").dataset.later.split(" ")
    cards.map(load)
    load(theme).then(() => document$.next(document))
  }
  requestAnimationFrame(() => setTimeout(later))
}
