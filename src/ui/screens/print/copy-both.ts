/** The clipboard, with one content in two forms. */

export interface ClipboardForms {
  readonly text: string
  readonly html: string
}

/**
 * Copies as text and as HTML. To be called while an event of the user is handled: browsers allow it then alone.
 *
 * @returns is it on the clipboard? false also where `forms` rejects
 */
export async function copyBoth(forms: Promise<ClipboardForms>): Promise<boolean> {
  try {
    if (typeof ClipboardItem !== 'undefined' && window.isSecureContext) {
      const part = (type: string, form: keyof ClipboardForms) => forms.then((given) => new Blob([given[form]], { type }))
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': part('text/plain', 'text'), 'text/html': part('text/html', 'html') })])
      return true
    }
    return copyByEvent(await forms)
  } catch {
    return false
  }
}

/** The older way, which pages without a secure context still have. */
function copyByEvent({ text, html }: ClipboardForms): boolean {
  let given = false
  const give = (event: ClipboardEvent) => {
    if (!event.clipboardData) return
    event.clipboardData.setData('text/plain', text)
    event.clipboardData.setData('text/html', html)
    event.preventDefault()
    given = true
  }
  document.addEventListener('copy', give)
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way where navigator.clipboard is not given
  document.execCommand('copy')
  document.removeEventListener('copy', give)
  return given
}
