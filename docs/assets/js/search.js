// The search at work, over HTTP and file:// from one build. Loaded by iframe-worker.js when the search is first opened.
//
// The index is a script, search/search_index.js, everywhere: a page opened from a folder cannot fetch, and so no page
// needs to. Nor can it start a worker from a file; there the same worker script runs in an empty frame whose messages
// end in this page.
{
  const SETUP = 0   // of Material's SearchMessageType
  const index = new URL("../../search/search_index.js", document.currentScript.src)

  /** Starts Material's worker for its stand-in, `search`, and gives it the index. */
  window.__search = async (search, url, NativeWorker) => {
    const open = location.protocol === "file:" ? openFrame(url) : new NativeWorker(url)
    const [worker] = await Promise.all([open, load(index, document)])
    worker.addEventListener("message", ({ data }) => search.dispatchEvent(new MessageEvent("message", { data })))
    search.worker = worker
    search.postMessage({ type: SETUP, data: { ...__index, options: {} } })
  }

  /** Runs a worker's script in a frame and returns what looks like the worker from outside. */
  async function openFrame(url) {
    const frame = document.createElement("iframe")
    frame.hidden = true
    await new Promise(resolve => {
      frame.addEventListener("load", resolve, { once: true })
      document.body.append(frame)
    })

    const inside = frame.contentWindow
    const worker = new EventTarget()
    worker.postMessage = data => inside.dispatchEvent(new inside.MessageEvent("message", { data }))
    inside.postMessage = data => worker.dispatchEvent(new MessageEvent("message", { data }))
    inside.importScripts = (...urls) => Promise.all(urls.map(url => load(url, inside.document)))
    window.IFrameWorker = worker.constructor   // by this name Material's worker knows where its languages are

    await load(url, inside.document)
    return worker
  }

  /** Adds a script to a document; scripts run in the order they were asked for. */
  function load(url, to) {
    return new Promise((resolve, reject) => {
      const script = to.createElement("script")
      script.src = url
      script.async = false
      script.addEventListener("load", resolve)
      script.addEventListener("error", () => reject(new Error(`Could not load ${url}`)))
      to.head.append(script)
    })
  }
}
