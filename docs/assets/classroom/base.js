// What the scripts of this folder share. generate/classroom_scripts.py joins them in one scope for each page, so that
// names are shared as they are; what a script can do without a page is on window.postilClassroom, for the tests.

/** An element with properties and children; text stays text. */
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), tag === "button" && { type: "button" }, properties)
  element.append(...children)
  return element
}

const byId = id => document.getElementById(id)

const few = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`

/** What `action` gives, or undefined where the browser forbids it: storage and clipboard may be blocked. */
const allowed = action => {
  try {
    return action()
  } catch {
    // The caller says what is missing.
  }
}

/** Has the browser save `content`, a text or bytes, as a file. */
const download = (name, content, type) => {
  const href = URL.createObjectURL(new Blob([content], { type }))
  make("a", { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}

/** An error whose message is meant for the reader. Any other error is a fault of ours. */
const refused = words => Object.assign(new Error(words), { refused: true })
