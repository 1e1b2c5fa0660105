/** The chosen model over the values of one chosen feature, or column that it reads. */
import { useEffect, useId, useState } from 'react'
import type { RowChoice } from '../../../../domain/insight/insight-question'
import { DependenceFigure } from './dependence-figure'
import type { EvidenceKind } from './evidence-read'
import { LookProgress } from './look-progress'
import { useLook } from './use-look'
import styles from './insight-section.module.css'

interface DependencePanelProps {
  readonly model: string
  /** What it is called. */
  readonly name: string
  /** An object that stays the same while the choice does: with another the look begins anew. */
  readonly rows: RowChoice
  readonly source: string
  /** What it reads, at least one. */
  readonly kinds: readonly EvidenceKind[]
  /** What one of them is called. */
  readonly one: 'feature' | 'column'
}

/** The single feature that moves the trained models most; else the first that is read. */
const firstFeature = 'p_unavailable'

export function DependencePanel({ model, name, rows, source, kinds, one }: DependencePanelProps) {
  const id = useId()
  const all = kinds.flatMap(({ read }) => read)
  const [feature, setFeature] = useState((all.find(({ key }) => key === firstFeature) ?? all[0])?.key ?? '')
  const { look, begin, cancel } = useLook()
  useEffect(() => {
    begin({ kind: 'dependence', model, feature, rows })
  }, [begin, model, feature, rows])
  const evidence = all.find(({ key }) => key === feature)
  const { answer = null } = look.state === 'answered' ? look : {}
  return (
    <section aria-labelledby={`${id}-title`} className={styles['panel']}>
      <h3 id={`${id}-title`} className={styles['title']}>
        What {name} makes of one {one}
      </h3>
      <div className={styles['pick']}>
        <label htmlFor={`${id}-feature`}>{one === 'feature' ? 'Feature' : 'Column'}</label>
        <select id={`${id}-feature`} className={styles['select']} value={feature} onChange={({ target }) => setFeature(target.value)}>
          {kinds.map((kind) => (
            <optgroup key={kind.name} label={kind.name}>
              {kind.read.map(({ key, phrase, name: named }) => (
                <option key={key} value={key}>{`${phrase} (${named})`}</option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {evidence && (
        <p className={styles['about']}>
          <strong>{evidence.name}</strong>
          {evidence.unit !== '' && ` (${evidence.unit})`}: {evidence.meaning}
        </p>
      )}
      <LookProgress look={look} label="Trying values" onCancel={cancel} onAgain={() => begin({ kind: 'dependence', model, feature, rows })} />
      {answer?.kind === 'dependence' && evidence && <DependenceFigure answer={answer} evidence={evidence} model={name} source={source} />}
    </section>
  )
}
