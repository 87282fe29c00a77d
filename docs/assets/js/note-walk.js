// The bar at the foot of a part: from note to note, and back to the place where that began; all notes open or closed;
// keys for it, off until switched on (WCAG 2.1.4). Takes the elements inside it, filter and place, into the bar.
{
  const KEYS = "keys"
  const HEADER = 60   // px at the top of the window that notes are not read in
  const BAR = `
    <button type="button" name="previous">Previous<span> note</span></button>
    <a class="previous" hidden>Previous part</a>
    <button type="button" name="next">Next<span> note</span></button>
    <a class="next" hidden>Next part</a>
    <button type="button" name="back" hidden>Return</button>
    <output></output>
    <details><summary>More<span>: filter, open all, keys</span> <b></b></summary><div>
      <p><button type="button" name="open">Open all</button> <button type="button" name="close">Close all</button></p>
      <details><summary>Keyboard</summary>
        <label><input type="checkbox"> Single-letter shortcuts</label>
        <ul><li><kbd>n</kbd> next note</li><li><kbd>p</kbd> previous note</li><li><kbd>o</kbd> open or close all</li>
        <li><kbd>Esc</kbd> back to where the walk began; needs no switch</li></ul>
      </details>
    </div></details>`

  const noteOf = phrase => document.getElementById(phrase.hash.slice(1))?.closest("details.note")
  const shown = note => note.checkVisibility()
  const inView = element => {
    const { top, bottom } = element.getBoundingClientRect()
    return bottom > HEADER && top < innerHeight
  }
  const typing = element => element.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")

  customElements.define("note-walk", class extends HTMLElement {
    connectedCallback() {
      if (this.parentElement === document.body) return
      const [place, filter] = this.children
      this.role = "region"
      this.ariaLabel = "Notes"
      this.innerHTML = BAR
      this.notes = [...document.querySelectorAll("details.note")]
      this.status = this.querySelector("output")
      this.more = this.querySelector("details")
      this.keys = this.querySelector("input")
      this.button = name => this.querySelector(`[name=${name}]`)
      this.addEventListener("filtered", ({ detail }) => {
        this.more.querySelector("b").textContent = detail
        this.update()
      })

      this.onward = this.button("next").cloneNode(true)   // at the end of the note shown, for who goes by keyboard
      this.onward.className = "onward"
      this.onward.addEventListener("click", () => this.step(1))

      document.body.append(this)
      if (place) this.status.after(place)
      if (filter) this.more.querySelector("div").prepend(filter)
      this.update()
      this.listen()
    }

    listen() {
      const acts = {
        next: () => this.step(1),
        previous: () => this.step(-1),
        back: () => this.back(),
        open: () => this.all(true),
        close: () => this.all(false),
      }
      this.addEventListener("click", ({ target }) => acts[target.closest("button")?.name]?.())

      this.keys.checked = __md_get(KEYS) === true
      this.keys.addEventListener("change", () => __md_set(KEYS, this.keys.checked))
      // In the window and while the event goes down, as in keys.js, which lets letters go no further.
      addEventListener("keydown", event => this.key(event), true)

      document.addEventListener("focusin", ({ target }) => {
        if (this.contains(target)) return
        this.last = target
        this.more.open = false   // it must not cover what has the focus
      })
    }

    key({ key, target, ctrlKey, altKey, metaKey }) {
      if (ctrlKey || altKey || metaKey || typing(target)) return
      if (key === "Escape") {
        if (document.querySelector(":popover-open")) return
        if (this.more.open && this.more.contains(target)) {
          this.more.open = false
          this.more.firstElementChild.focus()
        } else this.back()
      }
      else if (!this.keys.checked) return
      else if (key === "n") this.step(1)
      else if (key === "p") this.step(-1)
      else if (key === "o") this.all(this.notes.some(note => !note.open))
    }

    /** Where the reader is: what has the focus, or had it before the bar and is still in view. */
    at() {
      const at = document.activeElement
      return this.contains(at) && this.last && inView(this.last) ? this.last : at
    }

    /** The note to go to: after (1) or before (-1) where the reader is, else the walk, else the top of the window. */
    near(by) {
      const index = note => this.notes.indexOf(note)
      const target = document.querySelector("details.note:has(:target)")
      const at = this.at()
      const note = at.closest("details.note") ?? this.note ?? (target && inView(target) ? target : null)
      const below = this.notes.findIndex(note => shown(note) && note.getBoundingClientRect().top >= HEADER)
      const from = at.matches("a.ref") ? index(noteOf(at)) - .5
        : note ? index(note)
        : (below < 0 ? this.notes.length : below) - .5
      return by > 0
        ? this.notes.find((note, at) => at > from && shown(note))
        : this.notes.findLast((note, at) => at < from && shown(note))
    }

    step(by) {
      const note = this.near(by)
      this.more.open = false
      if (!note) return
      this.start ??= { top: scrollY, focus: this.at() }
      this.shut()
      if (!note.open) this.opened = note
      note.open = true
      this.note = note
      note.querySelector(".back")?.append(this.onward)
      this.update()
      note.scrollIntoView({ block: note.offsetHeight > innerHeight / 2 ? "start" : "center", behavior: "instant" })
      note.firstElementChild.focus({ preventScroll: true })
    }

    shut() {
      if (this.opened) this.opened.open = false
      this.opened = null
    }

    back() {
      if (!this.start) return
      const { top, focus } = this.start
      this.shut()
      this.start = this.note = null
      this.onward.remove()
      this.update()
      document.activeElement.blur()
      focus.focus({ preventScroll: true })
      scrollTo({ top, behavior: "instant" })
    }

    all(open) {
      for (const note of this.notes) if (!open || shown(note)) note.open = open
      this.opened = null
    }

    /** What the bar says and offers. */
    update() {
      const { notesBefore, notes, previous, next } = this.dataset
      const index = this.notes.indexOf(this.note)
      const here = index >= 0
      const words = here ? [...this.note.querySelectorAll(".kind, .verdict")].map(word => word.textContent) : []
      const place = here ? `Note ${Number(notesBefore) + index + 1} of ${notes}` : ""
      this.status.textContent = [place, ...words].join(" · ").toLowerCase().replace("n", "N")
      this.button("back").hidden = !here

      this.end("previous", previous, here && !this.notes.slice(0, index).some(shown))
      this.end("next", next, here && !this.notes.slice(index + 1).some(shown))
      this.onward.hidden = this.button("next").hidden || this.button("next").disabled
    }

    /** At an end of the part the button gives way to a link to the next part, which keeps the filter. */
    end(name, page, reached) {
      const button = this.button(name)
      const link = this.querySelector(`a.${name}`)
      const kinds = document.documentElement.dataset.notes
      link.href = (page ?? "") + (kinds ? `?notes=${kinds.replaceAll(" ", ",")}` : "")
      link.hidden = !(reached && page)
      button.hidden = !link.hidden
      button.disabled = reached
    }
  })
}
