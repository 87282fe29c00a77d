// A link to a note shows the note: browsers open <details> for a target inside the body, some only, and none for its
// title, which is where search results lead. Also when the same link is followed again after the note was closed.
{
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
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
}
