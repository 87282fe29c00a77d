// What Material remembers, under keys that begin with the site's path. In place of its inline script, for two reasons:
// where storage is blocked, reading it throws, and nothing here may depend on it; and Material stores the colour scheme
// at the first visit, though nobody chose one, so that the page would no longer follow the system. Material takes what it
// reads on trust and stops at a scheme without an index; so one that was spoilt counts as none.
{
  document.documentElement.classList.replace("no-js", "js")

  let chosen = false
  addEventListener("change", event => { chosen ||= event.target.name === "__palette" }, true)

  const site = new URL("../../", document.currentScript.src)
  const address = (key, scope) => `${scope.pathname}.${key}`

  const whole = (key, value) => key !== "__palette"
    || Number.isInteger(value?.index) && /^(default|slate)$/.test(value.color?.scheme)

  window.__md_scope = site

  window.__md_get = (key, storage, scope = site) => {
    try {
      const value = JSON.parse((storage ?? localStorage).getItem(address(key, scope)))
      return whole(key, value) ? value : null
    } catch {
      return null
    }
  }

  window.__md_set = (key, value, storage, scope = site) => {
    if (key === "__palette" && !chosen) return
    try {
      (storage ?? localStorage).setItem(address(key, scope), JSON.stringify(value))
    } catch {
      // The choice holds for this page only.
    }
  }
}
