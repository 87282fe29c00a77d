// Search is started when the reader first opens it.
//
// Material makes its search worker while the page loads. It gets a stand-in, which brings the real one, by search.js,
// when the search is opened, and passes messages on.
//
// The file's name is fixed: the offline plugin looks for it, and would otherwise name a copy on a public server.
{
  const SEARCH = new URL("search.js", document.currentScript.src)

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
      if (toggle.checked) this.start(url)   // opened before Material came
      else toggle.addEventListener("change", () => this.start(url), { once: true })
    }

    start(url) {
      const script = document.createElement("script")
      script.src = SEARCH
      script.onload = () => __search(this, url, NativeWorker)
      document.head.append(script)
    }

    postMessage(message) {
      this.worker?.postMessage(message)   // Material asks nothing before the index is ready
    }
  }
}
