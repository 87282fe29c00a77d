// The controls of the timeline strip: which themes are shown, in the strip and in the list of events below it, and how
// wide the strip is drawn. Only the timeline asks for this file. The address (?themes=talks,law) carries the choice, and
// nothing remembers it. On paper everything is shown: figures.css hides what is "out" on screens alone.
{
  const NAME = "themes"
  const ZOOMS = [1, 1.5, 2, 3, 4, 6]

  customElements.define("event-filter", class extends HTMLElement {
    connectedCallback() {
      this.box = this.parentNode.querySelector("svg").parentNode
      this.marks = [...this.box.querySelectorAll("a")]
      this.themes = this.querySelectorAll("input")
      this.level = 0
      this.choose(this.asked(new URLSearchParams(location.search).get(NAME)))
      this.addEventListener("change", () => this.change(this.checked()))
      this.addEventListener("click", ({ target }) => target.localName === "button" && this.zoom(target.value))
      this.parentNode.addEventListener("keydown", event => this.key(event))
      addEventListener("hashchange", () => this.reveal())
      this.firstElementChild.disabled = false
      this.reveal()
    }

    /** The themes named in `text` that there are; all of them where none is. */
    asked(text) {
      const all = [...this.themes].map(box => box.value)
      const words = (text ?? "").split(",")
      const known = all.filter(theme => words.includes(theme))
      return known.length ? known : all
    }

    checked() {
      return this.asked([...this.themes].filter(box => box.checked).map(box => box.value).join())
    }

    change(themes) {
      this.choose(themes)
      const rest = new URLSearchParams(location.search)
      rest.delete(NAME)
      const query = rest.size ? [rest] : []
      if (themes.length < this.themes.length) query.push(`${NAME}=${themes}`)
      const asked = query.length ? "?" + query.join("&") : ""
      try {
        history.replaceState(history.state, "", location.pathname + asked + location.hash)
      } catch {
        // Some browsers keep the address of a file as it is.
      }
    }

    choose(themes) {
      const all = themes.length === this.themes.length
      for (const box of this.themes) box.checked = themes.includes(box.value)
      for (const mark of this.marks) {
        const out = !all && !themes.some(theme => mark.classList.contains(theme))
        mark.classList.toggle("out", out)
        this.event(mark.href.baseVal)?.classList.toggle("out", out)
      }
      this.say()
    }

    /** The event in the list that a "#id" leads to. */
    event(hash) {
      return document.getElementById(hash.slice(1))?.closest(".event")
    }

    /** A link to an event that is out shows all again: a link that leads nowhere would be worse than a lost choice. */
    reveal() {
      const event = this.event(location.hash)
      if (!event?.classList.contains("out")) return
      this.change(this.asked())
      event.querySelector("[id]").scrollIntoView()
    }

    key(event) {
      if (!"+=-0".includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      this.zoom(event.key.replace("=", "+"))   // on many keyboards "+" asks for Shift
    }

    /** What is in the middle of the box, or a mark with the focus, stays or comes there. */
    zoom(change) {
      const { box } = this
      const mark = box.querySelector("a:focus circle")
      const middle = mark ? mark.cx.baseVal.value / mark.ownerSVGElement.viewBox.baseVal.width
        : (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth
      const level = change === "0" ? 0 : this.level + (change === "+" ? 1 : -1)
      this.level = Math.min(Math.max(level, 0), ZOOMS.length - 1)
      box.firstElementChild.style.setProperty("--zoom", ZOOMS[this.level])
      box.scrollLeft = middle * box.scrollWidth - box.clientWidth / 2
      this.say()
    }

    say() {
      const all = this.marks.length
      const shown = all - this.marks.filter(mark => mark.classList.contains("out")).length
      const words = [shown < all ? shown + " of " + all : "All " + all, "events shown"]
      if (this.level) words.push("· strip " + ZOOMS[this.level] + " times as wide")
      this.querySelector("output").textContent = words.join(" ")
    }
  })
}
