// The dialog "Open my copy": paste, choose or drop; what goes on; and the report.
{
  const { make } = ownCopy
  const TYPES = ".txt,.md,.html,.htm,.mhtml,.mht,.eml,.docx,.pdf,text/plain,text/html"
  const TEXT = 10_000_000   // as in decode.js: what is longer must not even enter the field
  const LARGE = "This is too large: more than ten million characters. Copy the essay alone, some 15,000 characters."
  const file = location.protocol === "file:"

  /** The text that a paste brings: rich text is read for its words, and its markup is dropped. */
  const pasted = data => {
    const html = data.getData("text/html")
    if (html.length > 5 * TEXT || data.getData("text/plain").length > TEXT) throw ownCopy.refused(LARGE)
    return html ? ownCopy.textOfHtml(html) : data.getData("text/plain")
  }

  let dialog

  ownCopy.dialog = opener => {
    dialog ??= build()
    dialog.opener = opener
    if (!dialog.open) dialog.showModal()
  }

  const build = () => {
    let stop = new AbortController()
    const field = make("textarea", { id: "own-text", rows: 6, spellcheck: false })
    const place = make("button", { type: "button", className: "main" }, "Place this text")
    const choose = make("input", { type: "file", id: "own-file", accept: TYPES })
    const remember = make("input", { type: "checkbox" })
    const said = make("p", { className: "progress" })
    said.role = "status"
    const busy = make("progress", { ariaLabel: "Working", hidden: true })
    const halt = make("button", { type: "button", hidden: true, onclick: () => stop.abort() }, "Stop")
    const report = make("div", { className: "report", tabIndex: -1 })
    report.role = "group"
    report.setAttribute("aria-label", "Report")
    const close = make("button", { type: "button", onclick: () => made.close() }, "Close")
    const made = make("dialog", { className: "own-copy md-typeset" },
      make("p", { className: "tools" }, close),
      make("h2", { id: "own-title" }, "Open my copy"),
      make("p", {}, "Bring your own lawful copy of the essay. It is read here, in this browser, and sent nowhere. Everything needed is loaded by now: switch your network off and try."),
      make("p", { className: "field" }, make("label", { htmlFor: field.id }, "Paste the text"), field, place),
      make("p", { className: "field" }, make("label", { htmlFor: choose.id }, "Or choose a file, or drop one here: .txt, .md, .html, .mhtml, .docx, .pdf"), choose),
      ownCopy.keep.canRemember && make("p", { className: "remember" }, make("label", {}, remember, file
        ? " Remember it in this browser. Other files opened from this computer may be able to read it"
        : " Remember it on this device, not only in this tab")),
      make("div", {}, said, busy, halt), report)
    made.setAttribute("aria-labelledby", "own-title")
    made.closedBy = "closerequest"

    const work = async (input, name) => {
      stop = new AbortController()
      report.replaceChildren()
      for (const control of [place, choose]) control.disabled = true
      busy.hidden = halt.hidden = false
      halt.focus()
      try {
        await finish(await ownCopy.place(input, name, words => { said.textContent = words }, stop.signal))
      } catch (error) {
        refuse(error)
      } finally {
        busy.hidden = halt.hidden = true
        for (const control of [place, choose]) control.disabled = false
        choose.value = ""
      }
    }

    const refuse = error => {
      said.textContent = ""
      if (!error.refused) reportError(error)
      const words = error.refused ? error.message : "This could not be read. Copy the text of the essay and paste it instead."
      report.replaceChildren(make("h3", {}, "Nothing was placed"), make("p", {}, words))
      report.focus()
    }

    const finish = async copy => {
      const { headline, lines, advice, placed } = ownCopy.report(copy)
      said.textContent = ""
      report.replaceChildren(make("h3", {}, headline), ...lines.map(line => make("p", {}, line)),
        ...advice ? [make("p", {}, advice)] : [])
      if (placed) {
        const where = await ownCopy.keep.save(copy, remember.checked)
        ownCopy.bar.open(copy, where)
        field.value = ""
        report.append(make("p", {}, `${where}.`),
          make("button", { type: "button", className: "main", onclick: () => made.close("read") }, "Read it with the notes"))
      }
      report.focus()
    }

    place.onclick = () => {
      const text = field.value
      if (!text.trim()) return refuse(ownCopy.refused("The field is empty. Paste the text of the essay into it first."))
      work({ text }, "pasted text")
    }
    choose.onchange = () => take(choose.files)
    const take = async ([one]) => {
      if (!one) return
      if (one.size >= 50_000_000) return refuse(ownCopy.refused("This file is too large: 50 MB or more. Open a file that holds little but the essay."))
      try {
        work({ bytes: new Uint8Array(await one.arrayBuffer()) }, one.name)
      } catch {
        refuse(ownCopy.refused("The browser could not open this file."))
      }
    }

    field.addEventListener("paste", event => {
      event.preventDefault()
      try {
        field.setRangeText(pasted(event.clipboardData), field.selectionStart, field.selectionEnd, "end")
        report.replaceChildren()
      } catch (error) {
        refuse(error)
      }
    })
    made.addEventListener("dragover", event => { event.preventDefault(); made.classList.add("over") })
    made.addEventListener("dragleave", () => made.classList.remove("over"))
    made.addEventListener("drop", event => {
      event.preventDefault()
      made.classList.remove("over")
      const { files } = event.dataTransfer
      if (files.length) return take(files)
      try {
        work({ text: pasted(event.dataTransfer) }, "dropped text")
      } catch (error) {
        refuse(error)
      }
    })
    made.addEventListener("close", () => {
      stop.abort()
      field.value = ""
      report.replaceChildren()
      if (location.hash === "#open-my-copy") history.replaceState(null, "", location.pathname + location.search)
      const bar = made.returnValue === "read" && document.querySelector(".own-bar")
      made.returnValue = ""
      ;(bar || made.opener)?.focus()
    })
    document.body.append(made)
    return made
  }
}
