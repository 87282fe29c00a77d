// Shows the notes of some kinds only. The address (?notes=evidence,craft) goes before what this device remembers. The
// kinds stand in data-notes of the document, where reader.css finds them: none there means all. Loaded in the head, and
// the element stands before the passages, so that nothing moves when the choice is applied.
{
  const KINDS = ["context", "evidence", "perspective", "craft", "since"]
  const NAME = "notes"
  const root = document.documentElement

  const known = text => {
    const words = typeof text === "string" ? text.split(",") : []
    const kinds = KINDS.filter(kind => words.includes(kind))
    return kinds.length ? kinds : null
  }

  const chosen = () => known(new URLSearchParams(location.search).get(NAME)) ?? known(__md_get(NAME)) ?? KINDS

  const apply = kinds => {
    if (kinds.length < KINDS.length) root.dataset.notes = kinds.join(" ")
    else delete root.dataset.notes
  }

  const address = kinds => {
    const rest = new URLSearchParams(location.search)
    rest.delete(NAME)
    const query = [`${rest}`, kinds.length < KINDS.length ? `${NAME}=${kinds}` : ""].filter(Boolean).join("&")
    try {
      history.replaceState(history.state, "", `${location.pathname}${query && "?"}${query}${location.hash}`)
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  }

  customElements.define("note-filter", class extends HTMLElement {
    connectedCallback() {
      if (this.firstChild) return
      apply(chosen())
      if (document.readyState !== "loading") this.fill()   // when the bar takes it in
    }

    fill() {
      const kinds = chosen()
      const boxes = KINDS.map(kind => {
        const number = document.querySelectorAll(`details.${kind}`).length
        return `<label class="${kind}"><input type="checkbox" value="${kind}" ${kinds.includes(kind) ? "checked" : ""}>
          <span>${kind} ${number}</span></label>`
      })
      this.innerHTML = `<fieldset><legend>Kinds of note</legend>${boxes.join("")}</fieldset><output></output>`
      this.addEventListener("change", () => this.change())
      this.count(kinds)
    }

    change() {
      const boxes = [...this.querySelectorAll("input")]
      const kinds = known(boxes.filter(box => box.checked).map(box => box.value).join()) ?? KINDS
      for (const box of boxes) box.checked = kinds.includes(box.value)   // the last one off: all on again
      apply(kinds)
      address(kinds)
      __md_set(NAME, kinds.join())
      this.count(kinds)
    }

    count(kinds) {
      const all = document.querySelectorAll("details.note").length
      const shown = document.querySelectorAll(kinds.map(kind => `details.${kind}`)).length
      const text = shown < all ? `${shown} of ${all} notes shown` : `All ${all} notes shown`
      this.lastElementChild.textContent = text
      this.dispatchEvent(new CustomEvent("filtered", { bubbles: true, detail: shown < all ? `${shown} of ${all}` : "" }))
    }
  })
}
