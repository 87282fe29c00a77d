// The text of a PDF, by Mozilla's pdf.js. It is not part of this page: it is loaded when a PDF was chosen, and only where
// the site was built with it; a page opened from a folder may not load it at all.
const pasteInstead = words => refused(`${words} Open the PDF in the program you read it with, select all its text, copy it, and paste it here.`)
let loading

const library = base => loading ??= import(new URL("pdf.min.js", base)).catch(() => {
  loading = null
  throw pasteInstead("The reader for PDF files did not load (is the network off?).")
})

/** Its worker is started by a line of our own, so that this page's policy holds for it: it can connect to nothing. */
const startReader = base => new Worker(URL.createObjectURL(
  new Blob([`import "${new URL("pdf.worker.min.js", base)}"`], { type: "text/javascript" })), { type: "module" })

const textOfPdf = async (data, said, signal) => {
  if (!postilFingerprints.pdf || isFile) throw pasteInstead("PDF files cannot be read here.")
  said("Loading the reader for PDF files …")
  const base = new URL("assets/pdfjs/", __md_scope)
  const { getDocument, PDFWorker } = await library(base)
  const port = startReader(base)
  signal.addEventListener("abort", () => port.terminate())
  try {
    return await pagesOf(getDocument({
      data, worker: PDFWorker.create({ port }), isEvalSupported: false, useWorkerFetch: false, useWasm: false,
      enableXfa: false, disableFontFace: true, verbosity: 0,
    }), said)
  } catch (error) {
    throw error.refused ? error : pasteInstead(error.name === "PasswordException"
      ? "This PDF is locked with a password." : "This PDF is damaged and cannot be read.")
  } finally {
    port.terminate()
  }
}

const pagesOf = async (reading, said) => {
  const file = await reading.promise
  let text = ""
  for (let number = 1; number <= file.numPages && text.length < 10_000_000; number++) {
    said(`Reading page ${number} of ${file.numPages} …`)
    const { items } = await (await file.getPage(number)).getTextContent()
    text += `${items.map(({ str = "", hasEOL }) => hasEOL ? `${str}\n` : str).join("")}\n\n`
  }
  if (!/\p{L}/u.test(text)) throw refused("This PDF holds no text: it is a picture of the pages. Ask your library for an accessible text of the essay.")
  return text
}
