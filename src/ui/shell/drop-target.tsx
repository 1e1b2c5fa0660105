/** The whole page takes a dropped file; while one hovers it says so. */
import { useEffect, useState } from 'react'
import { useAppStore } from '../app-store-context'
import styles from './drop-target.module.css'

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

export function DropTarget() {
  const dropFiles = useAppStore((state) => state.dropFiles)
  const [hovering, setHovering] = useState(false)

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      // A place of its own on the page takes it, such as the one for models.
      if (event.defaultPrevented) {
        setHovering(false)
        return
      }
      event.preventDefault()
      setHovering(true)
    }
    const leave = (event: DragEvent) => {
      // Leaving the window has no related target; moving between its parts has one.
      if (event.relatedTarget === null) setHovering(false)
    }
    const drop = (event: DragEvent) => {
      setHovering(false)
      if (!holdsFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      void dropFiles([...(event.dataTransfer?.files ?? [])].map((blob) => ({ name: blob.name, blob })))
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [dropFiles])

  if (!hovering) return null
  return (
    <div className={styles['veil']}>
      <p className={styles['words']}>Drop the CSV extract anywhere; several files become one</p>
    </div>
  )
}
