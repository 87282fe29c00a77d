// Material acts on single letters (s, f, / for search; n, p, comma, stop for the pages). People who speak to their
// computer, or touch a key by chance, land elsewhere (WCAG 2.1.4); so these keys do nothing here.
{
  const typing = element => element.closest?.("input, textarea, select, [contenteditable]")

  addEventListener("keydown", event => {
    if ("fs/pn,.".includes(event.key) && !typing(event.target)) event.stopPropagation()
  }, true)
}
