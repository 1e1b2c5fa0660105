import { selectTourOffered } from '../../store/tour-selectors'
import { useAppStore } from '../app-store-context'
import { Button } from '../widgets/button'
import styles from './tour-offer.module.css'

/** Offers the tour over the demo extract, once. It covers nothing and takes no focus; the button in the header stays. */
export function TourOffer({ onEnd }: { readonly onEnd: () => void }) {
  const offered = useAppStore(selectTourOffered)
  const startTour = useAppStore((state) => state.startTour)
  const endTour = useAppStore((state) => state.endTour)
  if (!offered) return null
  return (
    <div className={styles['offer']} role="status">
      <p>
        <span className={styles['more']}>This is a demo with simulated stores. </span>New here?<span className={styles['more']}> See in five steps what it is for.</span>
      </p>
      <span className={styles['buttons']}>
        <Button look="primary" onClick={startTour}>
          Take the tour
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            endTour()
            onEnd()
          }}
        >
          No, thanks
        </Button>
      </span>
    </div>
  )
}
