// From what the reader gave to its words in their places. Reading and aligning are done in a worker, so that the page never
// stands still, and whatever takes too long, or is stopped, ends with it.
const LONGEST = 90_000   // milliseconds; half a million words take some seconds

/** What the worker runs: what is asked of the engine by name. */
const SOURCE = `const own = (${engine})()
onmessage = async ({ data: [name, ...input] }) => {
try {
  postMessage({ value: await own[name](...input) })
} catch ({ refused, message }) {
  postMessage({ refused, message })
}
}`

/** Places a copy: `input` is { text } or { bytes }. `said` is told what goes on, `stop` ends it.
    Gives what bar and keep take: when, name, edition, and the passages. */
const placeCopy = async ({ text, bytes }, name, said, stop) => {
  const address = URL.createObjectURL(new Blob([SOURCE], { type: "text/javascript" }))
  const worker = new Worker(address)
  const signal = AbortSignal.any([stop, AbortSignal.timeout(LONGEST)])

  const ended = new Promise((_, reject) => {
    signal.onabort = () => reject(refused(stop.aborted ? "Stopped. Nothing was placed."
      : "This took too long and was stopped. Copy the essay alone and paste it."))
    worker.onerror = reject
  })

  const call = (...message) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => "value" in data ? resolve(data.value) : reject(Object.assign(new Error(), data))
    worker.postMessage(message)
  })

  const placed = async () => {
    said("Reading …")
    const read = bytes ? await call("readFile", bytes) : await call("sortText", text)
    const words = read.pdf ? await textOfPdf(read.pdf, said, signal)
      : "html" in read ? await call("bounded", textOfHtml(read.html)) : read.text
    said("Looking for the essay’s paragraphs …")
    return { name, when: Date.now(), edition: postilFingerprints.edition, ...await call("placedIn", words, postilFingerprints) }
  }

  try {
    return await Promise.race([ended, placed()])
  } finally {
    worker.terminate()
    URL.revokeObjectURL(address)
  }
}
