// The text of a PDF, by Mozilla's pdf.js. It is not part of this page: it is loaded when a PDF was chosen, and only where
// the site was built with it; a page opened from a folder may not load it at all.
{
  const PASTE = "Open the PDF in the program you read it with, select all its text, copy it, and paste it here."
  const PICTURE = "This PDF holds no text: it is a picture of the pages. Ask your library for an accessible text of the essay."
  const PAGES = 2000
  let loading

  const library = () => {
    if (!window.postilFingerprints.pdf || location.protocol === "file:")
      throw ownCopy.refused(`PDF files cannot be read here. ${PASTE}`)
    const base = new URL("assets/pdfjs/", __md_scope)
    loading ??= import(new URL("pdf.min.js", base)).catch(() => {
      loading = null
      throw ownCopy.refused(`The reader for PDF files did not load (is the network off?). ${PASTE}`)
    })
    return loading.then(({ getDocument, PDFWorker }) => ({ getDocument, PDFWorker, base }))
  }

  /** Its worker is started by a line of our own, so that this page's policy holds for it: it can connect to nothing. */
  const worker = base => {
    const line = new Blob([`import "${new URL("pdf.worker.min.js", base)}"`], { type: "text/javascript" })
    return new Worker(URL.createObjectURL(line), { type: "module" })
  }

  ownCopy.textOfPdf = async (bytes, said, signal) => {
    said("Loading the reader for PDF files …")
    const { getDocument, PDFWorker, base } = await library()
    const port = worker(base)
    const stopped = new Promise((_, reject) => signal.addEventListener("abort", () => {
      port.terminate()
      reject(ownCopy.refused(signal.reason))
    }))
    stopped.catch(() => {})
    const reading = getDocument({
      data: bytes, worker: PDFWorker.create({ port }), isEvalSupported: false, useWorkerFetch: false, useWasm: false,
      enableXfa: false, disableFontFace: true, verbosity: 0, stopAtErrors: false,
    })
    try {
      return await Promise.race([pages(reading, said), stopped])
    } catch (error) {
      if (error.refused) throw error
      throw ownCopy.refused(error.name === "PasswordException"
        ? `This PDF is locked with a password. ${PASTE}` : `This PDF is damaged and cannot be read. ${PASTE}`)
    } finally {
      port.terminate()
    }
  }

  const pages = async (reading, said) => {
    const file = await reading.promise
    const texts = []
    let length = 0
    for (let number = 1; number <= Math.min(file.numPages, PAGES); number++) {
      said(`Reading page ${number} of ${file.numPages} …`)
      const { items } = await (await file.getPage(number)).getTextContent()
      texts.push(items.map(({ str = "", hasEOL }) => hasEOL ? `${str}\n` : str).join(""))
      length += texts.at(-1).length
      if (length > 10_000_000) throw ownCopy.refused("This PDF holds far more than the essay. Open the essay alone.")
    }
    if (!/\p{L}/u.test(texts.join(""))) throw ownCopy.refused(PICTURE)
    return texts.join("\n\n")
  }
}
