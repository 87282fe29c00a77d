// The text of HTML, a saved page or rich text from the clipboard. It is parsed into a document of its own, in which no
// script runs and nothing is loaded, and only text comes out of it; no element of it ever enters this page.
const MARKUP = 8_000_000   // characters of markup, without pictures
const SKIPPED = "script, style, noscript, template, iframe, object, svg, math, select, textarea"
const BLOCK = /^(?:ARTICLE|ASIDE|BLOCKQUOTE|DD|DIV|DT|FIG.*|FOOTER|H\d|HEADER|LI|P|PRE|SECTION|T[DHR])$/

const textOfHtml = html => {
  const markup = plain(html)
  if (markup.length > MARKUP) throw refused("This page is too large to be read here. Copy the essay out of it and paste that.")
  const { body } = new DOMParser().parseFromString(markup, "text/html")
  for (const element of body.querySelectorAll(SKIPPED)) element.remove()
  const pieces = []
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  let block = null
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node.nodeName === "BR") pieces.push("\n")
    if (node.nodeType !== Node.TEXT_NODE) continue
    const around = blockOf(node, body)
    if (around !== block) pieces.push("\n\n")
    block = around
    pieces.push(around.nodeName === "PRE" ? node.data : node.data.replace(/\s+/g, " "))
  }
  return pieces.join("").trim()
}

/** Without styles, which the policy would report, and pictures written into addresses. Looks at each character a few times
    at most, however the markup is broken; what is left of a style's tags becomes one tag without meaning. */
const plain = html => html.split(/<style/i).map((piece, at) => at ? piece.split(/<\/style/i)[1] ?? "" : piece).join("<i")
  .replace(/(["'(])data:[^"'()]{200,}/gi, "$1")

/** The nearest block around a text; the parser nests nothing deeper than some hundred. */
const blockOf = (node, body) => {
  let element = node.parentNode
  while (element !== body && !BLOCK.test(element.nodeName)) element = element.parentNode
  return element
}
