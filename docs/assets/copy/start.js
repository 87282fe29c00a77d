// What the files of this folder share: ownCopy, where each puts what it does. Those in engine/ are joined in one function
// of their own, which runs in a worker; there, names are shared as they are.
{
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), tag === "button" && { type: "button" }, properties)
    element.append(...children)
    return element
  }

  const add = (tag, properties) => new Promise((onload, onerror) => document.head.append(make(tag, { ...properties, onload, onerror })))

  let brought

  window.ownCopy = {
    engine,

    /** An element with properties and children; text stays text. */
    make,

    /** Brings what else must be there: how it looks, and what may be known of the essay. */
    ready: () => brought ??= Promise.all([
      add("link", { rel: "stylesheet", href: new URL("assets/css/own-copy.css", __md_scope) }),
      add("script", { src: new URL("essay/fingerprints.js", __md_scope) }),
    ]).catch(error => { brought = null; throw error }),

    /** An error whose message is meant for the reader. Any other error is a fault of ours. */
    refused: words => Object.assign(new Error(words), { refused: true }),

    few: (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`,
  }
}
