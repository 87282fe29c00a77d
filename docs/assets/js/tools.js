// The line under a card: "Copy link" copies the passage's address, and "Cite" opens the forms instead of a page.
{
  const quotable = document.querySelector("[data-bibtex]") && document.querySelector("[property='og:site_name']")
  const here = location.href.split(/[?#]/)[0]

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties)
    element.append(...children)
    return element
  }

  /** A button, and beside it where it says what it did. `refused` shows the text when the browser will not copy it. */
  const copier = (name, label, text, refused) => {
    const said = make("span", { className: "said", role: "status" })
    const copy = async () => {
      said.textContent = ""
      try {
        await navigator.clipboard.writeText(text())
        said.textContent = "Copied"
      } catch {
        refused(said)
      }
    }
    return [make("button", { type: "button", ariaLabel: label, onclick: copy }, name), " ", said]
  }

  /** The forms come with the first question; where they cannot, the page that explains citing does. */
  const cite = (heading, help) => __bring("cite", help, { heading, help, make, copier })

  for (const line of document.querySelectorAll(".card > .tools")) {
    const heading = line.parentNode.querySelector(".mark").parentNode
    const address = `${here}#${heading.id}`
    const refused = said => {
      const field = make("input", { value: address, readOnly: true, ariaLabel: "Address of this passage" })
      said.replaceChildren("Copy it here: ", field)
      field.select()
    }
    line.append(" · ", ...copier("Copy link", null, () => address, refused))
    const link = line.querySelector(".cite")
    if (link && quotable)
      link.replaceWith(make("button", { type: "button", ariaHasPopup: "dialog", onclick: () => cite(heading, link.href) }, "Cite"))
  }
}
