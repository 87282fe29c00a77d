// A link to a note shows the note: browsers open <details> for a target inside the body, some only, and none for its
// title, which is where search results lead. Also when the same link is followed again after the note was closed.
// And what is pointed at or has the focus, phrase or note, lights the other: a note both of its phrases, if it has two.
{
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1))
    const note = target?.closest("details.note")
    if (!note || note.open) return
    note.open = true
    note.scrollIntoView()
  }

  addEventListener("hashchange", reveal)
  addEventListener("click", event => {
    if (event.target.closest?.("a[href*='#']")?.href === location.href) setTimeout(reveal)
  })
  reveal()

  const pair = element => {
    const phrase = element.closest?.("a.ref")
    const note = (phrase ? document.getElementById(phrase.hash.slice(1)) : element)?.closest?.("details.note")
    return note ? [note, ...document.querySelectorAll(`a.ref[href="#${note.querySelector(".body").id}"]`)] : null
  }

  const light = ({ target }) => {
    const lit = pair(target) ?? pair(document.activeElement) ?? []
    for (const old of document.querySelectorAll(".lit")) if (!lit.includes(old)) old.classList.remove("lit")
    for (const one of lit) one.classList.add("lit")
  }

  for (const type of ["pointerover", "focusin"]) document.addEventListener(type, light)
}
