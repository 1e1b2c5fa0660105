import { Button } from '../../../widgets/button'
import { FaultCard } from '../../../widgets/fault-card'
import { ProgressLine } from '../../../widgets/progress-line'
import { formatWholePercent } from '../../../format/format-score'
import type { Look } from './use-look'

interface LookProgressProps {
  readonly look: Look
  readonly label: string
  readonly onCancel: () => void
  readonly onAgain: () => void
}

/** How far a look has come, with a way to stop it; and why one has nothing to show. */
export function LookProgress({ look, label, onCancel, onAgain }: LookProgressProps) {
  switch (look.state) {
    case 'under-way':
      return (
        <ProgressLine label={label} fraction={look.fraction} detail={formatWholePercent(look.fraction)}>
          <Button onClick={onCancel}>Stop</Button>
        </ProgressLine>
      )
    case 'failed':
      return <FaultCard title="The model could not be looked into" sentence={look.sentence} advice={look.advice} action={{ label: 'Try again', run: onAgain }} />
    case 'none':
      return (
        <p>
          <Button onClick={onAgain}>Try it</Button>
        </p>
      )
    case 'answered':
      return null
  }
}
