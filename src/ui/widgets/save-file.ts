/** Hands a file to the browser's download, without the network. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the address after this task; a minute is ample for it to begin.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
