// What the files of this folder share. They are joined in one scope, so that names are shared as they are; those in engine/ in
// a function of their own, which runs in a worker.
//
// For tests and benchmarks the engine can be had from outside: window.ownCopy.
const isFile = location.protocol === "file:"

/** An element with properties and children; text stays text. */
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), tag === "button" && { type: "button" }, properties)
  element.append(...children)
  return element
}

const byId = id => document.getElementById(id)
const one = selector => document.querySelector(selector)
const all = selector => document.querySelectorAll(selector)

const add = (tag, properties) => new Promise((onload, onerror) => document.head.append(make(tag, { ...properties, onload, onerror })))
let brought

/** Brings what else must be there: how it looks, and what may be known of the essay. In the packet it is there. */
const ready = () => brought ??= Promise.all(window.postilFingerprints ? [] : [
  add("link", { rel: "stylesheet", href: new URL("assets/css/own-copy.css", __md_scope) }),
  add("script", { src: new URL("essay/fingerprints.js", __md_scope) }),
]).catch(error => { brought = null; throw error })

/** An error whose message is meant for the reader. Any other error is a fault of ours. */
const refused = words => Object.assign(new Error(words), { refused: true })

const few = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`
