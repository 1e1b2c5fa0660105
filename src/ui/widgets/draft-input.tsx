/**
 * An input that keeps what is being typed. A value under way ("", "2", a year of two digits) is no
 * value yet: it stays on screen, is not taken, and gives way to the last one taken when the user
 * leaves the box.
 */
import { useState } from 'react'
import type { InputHTMLAttributes } from 'react'

type Passed = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'onBlur' | 'defaultValue'>

interface DraftInputProps extends Passed {
  /** The value taken last, as the input spells it. */
  readonly value: string
  /** Hears every text that is typed; takes it, or lets it stand as a draft. */
  readonly onText: (text: string) => void
}

export function DraftInput({ value, onText, ...rest }: DraftInputProps) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <input
      {...rest}
      value={draft ?? value}
      onChange={(event) => {
        setDraft(event.target.value)
        onText(event.target.value)
      }}
      onBlur={() => setDraft(null)}
    />
  )
}
