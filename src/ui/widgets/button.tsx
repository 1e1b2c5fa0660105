import type { ComponentProps } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  /** One `primary` a screen at most. `quiet` has no frame until it is pointed at. */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'onHeader'
}

export function Button({ look = 'secondary', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={[styles['button'], styles[look], className].filter(Boolean).join(' ')} {...rest} />
}
