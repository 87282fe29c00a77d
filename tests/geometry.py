"""Where things lie on a page: a script for any browser that returns what overlaps, is cut or sticks out."""

WIDTHS = (320, 390, 600, 768, 1024, 1440)
# Bodies of functions without arguments; each returns sentences, none when all is well.
FAULTS = r"""
const seen = node => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length
const box = node => node.getBoundingClientRect()
const name = node => `${node.localName}.${[...node.classList].join('.')} "${node.textContent.trim().slice(0, 25)}"`
const found = [], wide = document.scrollingElement.scrollWidth
if (wide > innerWidth) found.push(`the page is ${wide} px wide`)

const apart = nodes => nodes.filter(seen).forEach((one, at, all) => all.slice(at + 1).forEach(other => {
    if (one.contains(other) || other.contains(one)) return
    // A line of text may break: each piece has a box of its own.
    const meet = [...one.getClientRects()].some(a => [...other.getClientRects()].some(b =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1))
    if (meet)
        found.push(`${name(one)} lies on ${name(other)}`)
}))
for (const passage of document.querySelectorAll('section.passage')) {
    apart([...passage.querySelectorAll('.mark, .card > p, ol.notes > li, :scope > .mentioned')])
    for (const note of passage.querySelectorAll('details.note'))
        apart([...note.querySelectorAll('summary > *, .body > p')])
}
// A passage ends where the next begins, and holds all that is its own: neither may run into a neighbour.
const passages = [...document.querySelectorAll('section.passage')].filter(seen)
const parts = passage => [...passage.querySelectorAll('.card, ol.notes, details.note')].filter(seen)
const blocks = passages.map(passage => [passage, parts(passage)])
blocks.slice(1).forEach(([passage, own], at) => {
    const [above, theirs] = blocks[at]
    const end = Math.max(...[above, ...theirs].map(node => box(node).bottom))
    const start = Math.min(...[passage, ...own].map(node => box(node).top))
    if (end > start + 1) found.push(`${name(above)} runs ${Math.round(end - start)} px into ${name(passage)}`)
})
apart([...document.querySelectorAll('section.entry > *')].slice(0, 60))
apart([...document.querySelectorAll('.md-header__inner > *')].filter(node => getComputedStyle(node).position !== 'fixed'
    && !node.matches('[data-md-component=search], [data-md-component=palette]')))
apart([...document.querySelectorAll('note-walk > :not(reading-place), reading-place > :not(progress)')])
const header = document.querySelector('.md-header'), bar = document.querySelector('body > note-walk')
if (bar) apart([header, bar])

for (const node of document.querySelectorAll('article :is(h1, h2, h3, p, li, summary, dt, dd, .mark), note-walk > *')) {
    if (!seen(node) || node.closest('.matrix, .strip, pre, .md-typeset__scrollwrap, [hidden], .peek')) continue
    const { left, right, width } = box(node)
    if (width > 1 && (left < -1 || right > innerWidth + 1)) found.push(`${name(node)} ends outside the window`)
    const { overflowX, overflowY } = getComputedStyle(node), cut = overflowX !== 'visible' || overflowY !== 'visible'
    if (cut && width > 1 && !node.matches('note-walk *') &&
        (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1))
        found.push(`${name(node)} is cut`)
}
return [...new Set(found)]
"""
# Every note open; and entries far from the screen are laid out, which they otherwise are when they come near.
OPEN_NOTES = """{
    document.querySelectorAll('details').forEach(details => { details.open = true })
    const near = new CSSStyleSheet()
    near.replaceSync('section.entry { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(near)
}"""
