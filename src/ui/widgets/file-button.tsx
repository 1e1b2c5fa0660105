import { useRef } from 'react'
import { Button } from './button'

interface FileButtonProps {
  /** What the button says. */
  readonly children: string
  /** Names the file input for those who meet it by itself. */
  readonly label: string
  /** As the `accept` of a file input. */
  readonly accept: string
  readonly onFile: (file: File) => void
}

/** A button that asks for one file. The same file can be chosen twice. */
export function FileButton({ children, label, accept, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>{children}</Button>
      <input
        ref={input}
        type="file"
        aria-label={label}
        accept={accept}
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
