import { useRef, useState, type DragEvent } from 'react'
import { useAppStore } from '../../app-store-context'
import { Button } from '../../widgets/button'
import { chosenFiles, droppedFiles } from './bring-models-files'
import styles from './bring-models.module.css'

/** Three ways to bring model folders: choose a folder, choose files, drop either. */
export function BringModelsIntake() {
  const bringModels = useAppStore((state) => state.bringModels)
  const bringing = useAppStore((state) => state.bringing)
  const folder = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  const [hovering, setHovering] = useState(false)

  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    // Prevented here, the page does not take it for an extract.
    event.preventDefault()
    setHovering(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setHovering(false)
    void droppedFiles(event.dataTransfer).then(bringModels)
  }

  return (
    <div className={[styles['intake'], hovering ? styles['hovering'] : null].filter(Boolean).join(' ')} onDragOver={over} onDragLeave={() => setHovering(false)} onDrop={drop}>
      <input
        ref={(input) => {
          folder.current = input
          // No standard attribute yet, so React does not know it; every browser does.
          input?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        multiple
        aria-label="Model folder"
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = chosenFiles(event.currentTarget.files)
          event.currentTarget.value = ''
          if (chosen.length > 0) void bringModels(chosen)
        }}
      />
      <input
        ref={files}
        type="file"
        multiple
        accept=".zip,.onnx,.json,.md"
        aria-label="Model files"
        className="visually-hidden"
        tabIndex={-1}
        onChange={(event) => {
          const chosen = chosenFiles(event.currentTarget.files)
          event.currentTarget.value = ''
          if (chosen.length > 0) void bringModels(chosen)
        }}
      />
      <Button disabled={bringing} onClick={() => folder.current?.click()}>
        Choose a model folder
      </Button>
      <Button disabled={bringing} onClick={() => files.current?.click()}>
        Choose files or a zip
      </Button>
      <p>or drop a folder or a zip here</p>
    </div>
  )
}
