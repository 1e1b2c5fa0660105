/** The chosen model over the values of one chosen feature. */
import { useEffect, useId, useState } from 'react'
import { featureCatalog } from '../../../../domain/features/catalog'
import type { RowChoice } from '../../../../domain/insight/insight-question'
import { familyWords } from '../../models/family-words'
import { DependenceFigure } from './dependence-figure'
import { LookProgress } from './look-progress'
import { useLook } from './use-look'
import styles from './insight-section.module.css'

interface DependencePanelProps {
  readonly model: string
  /** What it is called. */
  readonly name: string
  readonly rows: RowChoice
  readonly source: string
  /** Names of the features that it reads. */
  readonly features: readonly string[]
}

/** The single feature that moves the trained models most; else the first that the model reads. */
const firstFeature = 'p_unavailable'

/** In the order of the catalog. */
const families = [...new Set(featureCatalog.map(({ family }) => family))]

export function DependencePanel({ model, name, rows, source, features }: DependencePanelProps) {
  const id = useId()
  const [feature, setFeature] = useState(features.includes(firstFeature) ? firstFeature : (features[0] ?? ''))
  const { look, begin, cancel } = useLook()
  const { kind } = rows
  const threshold = rows.kind === 'alerts' ? rows.threshold : 0
  useEffect(() => {
    begin({ kind: 'dependence', model, feature, rows: kind === 'all' ? { kind } : { kind, threshold } })
  }, [begin, model, feature, kind, threshold])
  const spec = featureCatalog.find((one) => one.name === feature)
  const { answer = null } = look.state === 'answered' ? look : {}
  return (
    <section aria-labelledby={`${id}-title`} className={styles['panel']}>
      <h3 id={`${id}-title`} className={styles['title']}>
        What {name} makes of one feature
      </h3>
      <div className={styles['pick']}>
        <label htmlFor={`${id}-feature`}>Feature</label>
        <select id={`${id}-feature`} className={styles['select']} value={feature} onChange={({ target }) => setFeature(target.value)}>
          {families.map((family) => {
            const read = featureCatalog.filter((one) => one.family === family && features.includes(one.name))
            if (read.length === 0) return null
            return (
              <optgroup key={family} label={familyWords(family).name}>
                {read.map((one) => (
                  <option key={one.name} value={one.name}>{`${one.phrase} (${one.name})`}</option>
                ))}
              </optgroup>
            )
          })}
        </select>
      </div>
      {spec && (
        <p className={styles['about']}>
          <strong>{spec.name}</strong> ({spec.unit}): {spec.formula}
        </p>
      )}
      <LookProgress look={look} label="Trying values" onCancel={cancel} onAgain={() => begin({ kind: 'dependence', model, feature, rows })} />
      {answer?.kind === 'dependence' && spec && <DependenceFigure answer={answer} spec={spec} model={name} source={source} />}
    </section>
  )
}
