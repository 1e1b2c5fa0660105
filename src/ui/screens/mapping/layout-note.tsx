import { useAppStore } from '../../app-store-context'
import styles from './mapping-screen.module.css'

/** So many names are listed; the rest are counted. */
const namesShown = 6

/** Of several files: that their columns differ, and which of them are settled here. Nothing where all have the same. */
export function LayoutNote() {
  const group = useAppStore((state) => state.group)
  const layout = group?.layouts[group.at]
  if (!group || !layout || group.layouts.length < 2) return null
  const names = layout.files.map(({ name }) => name)
  const listed = names.slice(0, namesShown).join(', ')
  return (
    <p className={styles['note']}>
      <strong>
        The files have {group.layouts.length} different sets of columns. This is set {group.at + 1} of {group.layouts.length}:
      </strong>{' '}
      {listed}
      {names.length > namesShown && ` and ${names.length - namesShown} more`}. Check each set; all files then become one extract.
    </p>
  )
}
