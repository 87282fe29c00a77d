// Search for HTTP and file:// from one build, started when the reader first opens it.
//
// Material makes its search worker while the page loads. It gets a stand-in, which makes the real one when the search
// is opened, gives it the index, and passes messages on. The index is a script, search/search_index.js, everywhere:
// a page opened from a folder cannot fetch, and so no page needs to. Nor can it start a worker from a file; there the
// same worker script runs in an empty frame whose messages end in this page.
//
// The file's name is fixed: the offline plugin looks for it, and would otherwise name a copy on a public server.
{
  const SETUP = 0   // of Material's SearchMessageType
  const index = new URL("../../search/search_index.js", document.currentScript.src)

  const NativeWorker = Worker
  window.Worker = class extends NativeWorker {
    constructor(url, options) {
      if (/\/workers\/search\.[^/]*$/.test(url)) return new SearchWorker(new URL(url, location))
      super(url, options)
    }
  }

  class SearchWorker extends EventTarget {
    constructor(url) {
      super()
      const toggle = document.querySelector("[data-md-toggle=search]")
      toggle.addEventListener("change", () => this.start(url), { once: true })
    }

    async start(url) {
      const [worker] = await Promise.all([openWorker(url), load(index, document)])
      worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })))
      this.worker = worker
      this.postMessage({ type: SETUP, data: { ...__index, options: {} } })
    }

    postMessage(message) {
      this.worker?.postMessage(message)   // Material asks nothing before the index is ready
    }
  }

  async function openWorker(url) {
    return location.protocol === "file:" ? openFrame(url) : new NativeWorker(url)
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
