// A link to another page of the app opens it within the session; with a key held, or by the menu, it opens as any link does.

function followLinks(signal) {
  const follow = (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement && one.dataset.page)
    if (!link) return
    event.preventDefault()
    link.closest('details.menu')?.removeAttribute('open')
    // Streamlit goes where the history says, as it does for the browser's own back and forward.
    window.history.pushState(null, '', link.href)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }
  document.addEventListener('click', follow, { signal })
}
