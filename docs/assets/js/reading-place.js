// Where the reader is: the passage, how far that is, the minutes left on this page, and a way back to the passage read
// last, on whatever page. It is remembered on the device, and only once the reader has scrolled.
{
  const NAME = "place"
  const WORDS = 230   // read in a minute
  const here = location.pathname.split("/").pop()

  const remembered = () => {
    const { page, passage } = __md_get(NAME) ?? {}
    const whole = typeof page === "string" && /^[\w-]+\.html$/.test(page) && Number.isInteger(passage) && passage > 0
    return whole ? { page, passage } : null
  }

  customElements.define("reading-place", class extends HTMLElement {
    connectedCallback() {
      if (this.firstChild) return
      const place = remembered()
      this.before = Number(this.dataset.before)
      this.all = Number(this.dataset.all)
      this.innerHTML = '<a href="#" hidden></a>'
      this.resume = this.firstChild
      if (place?.passage <= this.all) {
        this.last = place.passage
        this.resume.href = `${__md_scope}essay/${place.page}#p${place.passage}`
        this.resume.textContent = `Resume at ¶${place.passage}`
        this.resume.hidden = false
      }
      this.sections = [...document.querySelectorAll("section.passage")]
      if (this.sections.length) this.follow()
    }

    follow() {
      this.insertAdjacentHTML("beforeend",
        `<span></span><progress max="${this.all}" aria-label="Paragraphs" aria-hidden="true"></progress>`)
      this.words = this.sections.map(section => section.textContent.split(/\s+/).length)
      this.show(0)

      const observer = new IntersectionObserver(entries => {
        const seen = entries.find(entry => entry.isIntersecting)
        if (seen) this.show(this.sections.indexOf(seen.target))
      }, { rootMargin: "-35% 0px -65%" })
      for (const section of this.sections) observer.observe(section)

      // What moves while the page loads is the browser, going where the address or the last visit says.
      const begin = () => setTimeout(() => {
        addEventListener("scroll", () => {
          this.scrolled = true
          this.remember()
        }, { once: true, passive: true })
      }, 300)
      if (document.readyState === "complete") begin()
      else addEventListener("load", begin)
    }

    show(index) {
      const passage = this.before + index + 1
      const words = this.words.slice(index).reduce((sum, some) => sum + some, 0)
      const minutes = Math.ceil(words / WORDS)
      this.passage = passage
      this.children[1].innerHTML =
        `¶${passage} of ${this.all}<span> · ${minutes} min left<span> on this page</span></span>`
      this.children[2].value = passage
      this.resume.hidden = !this.last || this.last === passage
      this.remember()
    }

    remember() {
      if (this.scrolled) __md_set(NAME, { page: here, passage: this.passage })
    }
  })
}
