// In the packet, one file with everything in it: what the site's own files give its pages (scope.js, bring.js), in small.
// Keys carry the file's own path, because in Chromium every local file can see the store of every other.
{
  const site = new URL(location.href.split(/[?#]/)[0])
  document.documentElement.classList.replace("no-js", "js")

  window.__md_scope = site
  window.__md_get = key => {
    try {
      return JSON.parse(localStorage.getItem(`${site.pathname}.${key}`))
    } catch {
      return null
    }
  }
  window.__md_set = (key, value) => {
    try {
      localStorage.setItem(`${site.pathname}.${key}`, JSON.stringify(value))
    } catch {
      // It holds until the page is left.
    }
  }

  /** All is there already: who asks for it is answered at once. */
  window.__bring = (name, instead, detail) => document.dispatchEvent(new CustomEvent(name, { detail }))
}
