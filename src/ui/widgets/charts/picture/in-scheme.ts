/**
 * What `read` finds when the page is light or dark, whichever theme is on. In one task and back again: nobody sees it.
 *
 * The theme is set at the root, as the toggle does: in the built style sheet, which is made to fit browsers
 * without light-dark(), that is where colours are decided.
 */
export function inScheme<Found>(scheme: 'light' | 'dark', read: () => Found): Found {
  const root = document.documentElement
  const before = root.getAttribute('data-theme')
  root.setAttribute('data-theme', scheme)
  try {
    return read()
  } finally {
    if (before === null) root.removeAttribute('data-theme')
    else root.setAttribute('data-theme', before)
  }
}
