/** One file input for the whole app; every "choose a file" button opens it. */
import { createContext, use, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { useAppStore } from '../app-store-context'

const OpenFilePicker = createContext<() => void>(() => undefined)

export function FilePickerProvider({ children }: { readonly children: ReactNode }) {
  const input = useRef<HTMLInputElement>(null)
  const dropFiles = useAppStore((state) => state.dropFiles)
  const open = useMemo(() => () => input.current?.click(), [])
  return (
    <OpenFilePicker value={open}>
      <input
        ref={input}
        type="file"
        multiple
        aria-label="CSV extract"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        className="visually-hidden"
        // The buttons are the keyboard's way here: one stop is enough.
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])].map((blob) => ({ name: blob.name, blob }))
          // Cleared, so that the same file can be chosen again after it was mended.
          event.currentTarget.value = ''
          void dropFiles(files)
        }}
      />
      {children}
    </OpenFilePicker>
  )
}

export function useOpenFilePicker(): () => void {
  return use(OpenFilePicker)
}
