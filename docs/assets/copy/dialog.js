// The dialog "Open my copy": paste, choose or drop; what goes on; and the report.
const LARGEST = 10_000_000   // as in decode.js: what is longer must not even enter the field

/** The text that a paste brings: rich text is read for its words, and its markup is dropped. */
const pasted = data => {
  const html = data.getData("text/html"), text = data.getData("text/plain")
  if (html.length > 5 * LARGEST || text.length > LARGEST)
    throw refused("This is too large: more than ten million characters. Open only the essay.")
  return html ? textOfHtml(html) : text
}

const build = () => {
  let stop
  const field = make("textarea", { id: "own-text", rows: 6, spellcheck: false })
  const place = make("button", { className: "main" }, "Place this text")
  const choose = make("input", { type: "file", id: "own-file", accept: ".txt,.md,.html,.htm,.mhtml,.mht,.docx,.pdf,text/*" })
  const remember = make("input", { type: "checkbox" })
  const said = make("p", { className: "progress", role: "status" })
  const busy = make("progress", { ariaLabel: "Working" })
  const halt = make("button", { onclick: () => stop.abort() }, "Stop")
  const report = make("div", { className: "report", tabIndex: -1, role: "group", ariaLabel: "Report" })
  const dialog = make("dialog", { className: "own-copy md-typeset", closedBy: "closerequest", ariaLabel: "Open my copy" },
    make("p", { className: "tools" }, make("button", { onclick: () => dialog.close() }, "Close")),
    make("h2", {}, "Open my copy"),
    make("p", {}, "Bring your own lawful copy of the essay. It is read here, in this browser, and sent nowhere. Everything needed is loaded by now: switch your network off and try."),
    make("p", { className: "field" }, make("label", { htmlFor: field.id }, "Paste the text"), field, place),
    make("p", { className: "field" }, make("label", { htmlFor: choose.id }, "Or choose a file, or drop one here: .txt, .md, .html, .mhtml, .docx, .pdf"), choose),
    make("p", { className: "remember" }, make("label", {}, remember, isFile
      ? " Remember it in this browser. Other files opened from this computer may be able to read it"
      : " Remember it on this device, not only in this tab")),
    make("div", {}, said, busy, halt), report)

  const working = on => {
    busy.hidden = halt.hidden = !on
    place.disabled = choose.disabled = on
  }

  const tell = (title, ...lines) => {
    said.textContent = ""
    report.replaceChildren(make("h3", {}, title), ...lines.map(line => make("p", {}, line)))
    report.focus()
  }

  /** Does one thing with what the reader gave, and says what came of it or why nothing did. */
  const attempt = async action => {
    try {
      await action()
    } catch (error) {
      if (!error.refused) reportError(error)
      tell("Nothing was placed", error.refused ? error.message : "This could not be read. Copy the text of the essay and paste it instead.")
    }
  }

  const work = (name, read) => attempt(async () => {
    stop = new AbortController()
    report.replaceChildren()
    working(true)
    halt.focus()
    try {
      await finish(await placeCopy(await read(), name, words => { said.textContent = words }, stop.signal))
    } finally {
      working(false)
      choose.value = ""
    }
  })

  const finish = async copy => {
    const { title, lines, placed } = reportOn(copy)
    const where = placed && await save(copy, remember.checked)
    tell(title, ...lines, ...placed ? [`${where}.`] : [])
    if (!placed) return
    openBar(copy, where)
    field.value = ""
    report.append(make("button", { className: "main", onclick: read }, "Read it with the notes"))
  }

  const read = () => {
    dialog.opener = one(".own-bar")
    dialog.close()
  }

  const take = ([one]) => one && work(one.name, async () => {
    if (one.size >= 50_000_000) throw refused("This is too large: 50 MB or more. Open only the essay.")
    return { bytes: new Uint8Array(await one.arrayBuffer()) }
  })

  place.onclick = () => work("pasted text", () => {
    if (!field.value.trim()) throw refused("The field is empty. Paste the text of the essay first.")
    return { text: field.value }
  })
  choose.onchange = () => take(choose.files)
  field.onpaste = event => {
    event.preventDefault()
    attempt(() => {
      field.setRangeText(pasted(event.clipboardData), field.selectionStart, field.selectionEnd, "end")
      report.replaceChildren()
    })
  }
  dialog.ondragover = dialog.ondrop = event => {   // while it is dragged there are no files yet
    event.preventDefault()
    take(event.dataTransfer.files)
  }
  dialog.onclose = () => {
    stop?.abort()
    field.value = ""
    report.replaceChildren()
    if (location.hash === "#open-my-copy") history.replaceState(null, "", location.pathname + location.search)
    dialog.opener.focus()
  }
  working(false)
  document.body.append(dialog)
  return dialog
}

let built

/** In a folder the copy lives on the one-page companion, for Firefox keeps one store for each file; an assignment keeps
    it where the answers stand. */
document.addEventListener("open-copy", async ({ detail }) => {
  const companion = new URL("companion.html#open-my-copy", __md_scope)
  if (!detail) return
  if (isFile && !one(".class-work") && location.pathname !== companion.pathname) return location.assign(companion)
  try {
    await ready()
    built ??= build()
    built.opener = detail.button
    if (!built.open) built.showModal()
  } catch {
    detail.fail()
  }
})
