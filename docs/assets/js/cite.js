// The dialog "Cite": the forms of about/how-to-cite.md for a passage and, as they stand in the page, for the essay.
//
// Brought when tools.js first asks for it; the event "cite" brings the heading of the passage, the address of the
// page about citing, and what the two share.
{
  const SMALL = /^(a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|over|the|to|with)$/
  const essay = document.querySelector("[data-bibtex]").dataset
  const site = document.querySelector("[property='og:site_name']").content
  const here = location.href.split(/[?#]/)[0]
  let make, copier

  const headline = title => title.replace(/\S+/g, (word, at) => at && SMALL.test(word)
    ? word : word.replace(/\p{L}/u, letter => letter.toUpperCase()))

  /** The passage in each style; what stands between asterisks is set in italics. */
  const analysis = (number, id, title) => {
    const { year } = essay
    const address = `${location.protocol === "file:" ? "[address]" : here}#${id}`
    const named = `¶${number}, ${headline(title)}`
    const stop = /[.?!]$/.test(title) ? "" : "."
    return {
      chicago: `${site}. ${year}. “${named}${stop}” In *${site}: A Reading Companion*. ${address}.`,
      mla: `${site}. “${named}${stop}” *${site}: A Reading Companion*, ${year}, ${address}.`,
      apa: `${site}. (${year}). ¶${number}, ${title}${stop} In *${site}: A reading companion*. ${address}`,
      bibtex: `@incollection{${site.toLowerCase().replace(/\W+/g, "-")}-${id},
  author    = {{${site}}},
  title     = {{\\P}${number}, ${headline(title).replace(/[&%$#_]/g, "\\$&")}},
  booktitle = {${site}: A Reading Companion},
  year      = {${year}},
  url       = {${address}}
}`,
    }
  }

  const forms = (title, of, texts) => make("section", {}, make("h3", {}, title),
    ...Object.entries({ Chicago: "chicago", "MLA": "mla", APA: "apa", BibTeX: "bibtex" }).flatMap(([name, style]) => {
      const text = make("p", { className: `form ${style}` },
        ...texts[style].split("*").map((piece, at) => at % 2 ? make("i", {}, piece) : piece))
      const refused = said => {
        getSelection().selectAllChildren(text)
        said.textContent = "Selected: copy it with your keyboard"
      }
      const copy = copier("Copy", `Copy ${name}, ${of}`, () => text.textContent, refused)
      return [make("h4", {}, name), text, make("p", { className: "tools" }, ...copy)]
    }))

  document.addEventListener("cite", ({ detail }) => {
    const { heading, help } = detail
    ;({ make, copier } = detail)
    const mark = heading.querySelector(".mark").textContent
    const number = mark.match(/\d+/)[0]
    const title = heading.textContent.replace(mark, "").trim()
    const top = make("h2", { id: "citing" }, `Cite ¶${number}`)
    const close = make("button", { type: "button", onclick: () => dialog.close() }, "Close")
    const dialog = make("dialog", { className: "citing md-typeset", closedBy: "any", onclose: () => dialog.remove() },
      make("p", { className: "tools" }, close, " · ", make("a", { href: help }, "How to cite")), top,
      forms("Cite this analysis", "this analysis", analysis(number, heading.id, title)),
      forms("Cite the essay", "the essay", essay))
    dialog.setAttribute("aria-labelledby", "citing")
    document.body.append(dialog)
    dialog.showModal()
  })
}
