import { selectSegments, selectThreshold } from '../../../store/selectors'
import { useAppStore } from '../../app-store-context'
import { inUseSentence } from './in-use-words'

/** Says beside a threshold that it is not the only one; nothing with one threshold for all. */
export function SegmentsNotice({ className }: { readonly className?: string | undefined }) {
  const segments = useAppStore((state) => selectSegments(state, state.model))
  const common = useAppStore((state) => selectThreshold(state, state.model))
  return segments ? <p className={className}>{inUseSentence(segments, common)}</p> : null
}
