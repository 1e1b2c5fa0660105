import type { ComponentProps } from 'react'
import styles from './link-button.module.css'

/** A button inside of a text, which reads like a link: it leads to another part of the app. */
export function LinkButton(props: Omit<ComponentProps<'button'>, 'className' | 'type'>) {
  return <button type="button" className={styles['link']} {...props} />
}
