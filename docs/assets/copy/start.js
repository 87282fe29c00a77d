// What the files of this folder share: ownCopy, where each puts what it does.
//
// `tasks` run in a worker made from their own text, for a page opened from a folder may not start a worker from a file.
// So a task is one function that uses nothing from outside, takes the object the others are on, and adds itself to it.
window.ownCopy = {
  tasks: [],

  /** An element with properties and children; text stays text. */
  make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties)
    element.append(...children)
    return element
  },

  /** An error whose message is meant for the reader. Any other error is a fault of ours. */
  refused: words => Object.assign(new Error(words), { refused: true }),

  few: (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`,
}
