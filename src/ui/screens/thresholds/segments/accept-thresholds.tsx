import { useId, useRef } from 'react'
import type { Segments } from '../../../../domain/bench/segments'
import type { RowsSource } from '../../../../domain/bench/measured-rows'
import { labelKey } from '../../../../domain/segments/segment'
import type { OwnThreshold } from '../../../../domain/segments/segment-thresholds'
import { selectSegments, selectThreshold } from '../../../../store/selectors'
import { useAppStore } from '../../../app-store-context'
import { countOf } from '../../../format/format-number'
import { respectWords, segmentInFull } from '../../../format/segment-name'
import { useModelName } from '../../../use-model-name'
import { Button } from '../../../widgets/button'
import { SegmentsNews } from '../../take-away/taken-notice'
import { heldOutWords, inUseWords, keepWords, offeredThresholds, offerWords, whyNotLive, withoutSegment, withSegment } from './accept-words'
import { gainVerdict, acceptLabel } from './segment-words'
import styles from './accept-thresholds.module.css'

interface Props {
  readonly study: Segments
  readonly source: RowsSource
  /** The precision that the study's thresholds hold. */
  readonly floor: number
  /** Is the study the answer to what is chosen on the screen? Until it is, nothing of it can be accepted. */
  readonly isCurrent: boolean
  /** Thresholds listed at most; null: all. */
  readonly most: number | null
}

/** Takes thresholds of their own into use, all that are on offer or one by one, and leads back to one for all. */
export function AcceptThresholds({ study, source, floor, isCurrent, most }: Props) {
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const model = useAppStore((state) => state.model)
  const inUse = useAppStore((state) => selectSegments(state, model))
  const common = useAppStore((state) => selectThreshold(state, model))
  const setSegments = useAppStore((state) => state.setSegments)
  const modelName = useModelName()
  const offered = offeredThresholds(study, source, floor)
  const closed = whyNotLive(study.by, source)
  const mine = inUse?.by === study.by ? inUse : null
  const lines = linesOf(offered?.own ?? [], mine?.own ?? [])
  const atCommon = new Map(study.segments.map((segment) => [labelKey(segment.label), segment.atCommon]))
  const verdict = gainVerdict(study, floor)
  const isWhole = offered !== null && mine !== null && lines.every(({ offer, standing }) => offer === null || offer.threshold === standing?.threshold)
  // The button goes with what it gives up: whoever pressed it is left at the title.
  function oneForAll() {
    setSegments(model, null)
    title.current?.focus()
  }
  return (
    <section aria-labelledby={id} className={styles['panel']}>
      <h3 id={id} ref={title} tabIndex={-1}>Thresholds of their own on the alert list</h3>
      <SegmentsNews />
      {closed !== null && <p className={styles['about']}>{closed}</p>}
      {inUse !== null && mine === null && (
        <p className={styles['about']}>
          In use now: {countOf(inUse.own.length, 'threshold')} {respectWords[inUse.by].by}.{offered !== null && ' A row has one segment: what is accepted here takes their place.'}
        </p>
      )}
      {closed === null && offered === null && <p className={styles['about']}>No threshold can be accepted here: no segment bears one of its own. The common threshold is for all.</p>}
      {lines.length > 0 && (
        <>
          <p className={styles['about']}>
            The alerts of {modelName(model)}, today’s list and every file then follow them; moving the slider changes the common threshold alone. Judge by what they did on items that they were not
            set by. {heldOutWords(offered, atCommon, common)} {keepWords(study, offered)}
          </p>
          <div className={styles['buttons']}>
            {offered !== null && (
              // Not `disabled`: the button keeps the focus of whoever has just pressed it.
              <Button look={verdict === 'worth' ? 'primary' : 'secondary'} aria-disabled={isWhole || !isCurrent} onClick={() => !isWhole && isCurrent && setSegments(model, offered)}>
                {isWhole ? 'These thresholds are in use' : acceptLabel(verdict)}
              </Button>
            )}
            {inUse !== null && <Button onClick={oneForAll}>One threshold for all</Button>}
          </div>
          <fieldset className={styles['list']} disabled={!isCurrent}>
            <legend>In use, one by one</legend>
            {lines.slice(0, most ?? lines.length).map(({ key, offer, standing, either }) => (
              <label key={key} className={styles['line']}>
                <input
                  type="checkbox"
                  checked={standing !== null}
                  onChange={() => {
                    if (standing && mine) setSegments(model, withoutSegment(mine, standing.label))
                    else if (offered && offer) setSegments(model, withSegment(inUse, offered, offer))
                  }}
                />
                <span>
                  <strong>{segmentInFull(either.label, study.by)}:</strong> {[offer && offerWords(offer, atCommon.get(key) ?? null), inUseWords(standing, offer)].filter(Boolean).join('; ')}
                </span>
              </label>
            ))}
          </fieldset>
        </>
      )}
      {lines.length === 0 && inUse !== null && (
        <div className={styles['buttons']}>
          <Button onClick={oneForAll}>One threshold for all</Button>
        </div>
      )}
    </section>
  )
}

interface Line {
  readonly key: string
  readonly offer: OwnThreshold | null
  readonly standing: OwnThreshold | null
  readonly either: OwnThreshold
}

/** What is on offer, and then what is in use and not on offer here. */
function linesOf(offered: readonly OwnThreshold[], standing: readonly OwnThreshold[]): readonly Line[] {
  const inUse = new Map(standing.map((own) => [labelKey(own.label), own]))
  const offers = new Set(offered.map(({ label }) => labelKey(label)))
  return [
    ...offered.map((offer): Line => ({ key: labelKey(offer.label), offer, standing: inUse.get(labelKey(offer.label)) ?? null, either: offer })),
    ...standing.filter(({ label }) => !offers.has(labelKey(label))).map((own): Line => ({ key: labelKey(own.label), offer: null, standing: own, either: own })),
  ]
}
