/** The four screens of an open extract. */
import { Tabs } from '@base-ui/react/tabs'
import { Suspense } from 'react'
import type { ReactNode } from 'react'
import type { Tab } from '../../store/app-state'
import { useAppStore } from '../app-store-context'
import { ModelsScreen, ThresholdsScreen } from '../lazy-screens'
import { AlertsScreen } from '../screens/alerts/alerts-screen'
import { DataQualityScreen } from '../screens/data-quality/data-quality-screen'
import { ErrorBoundary } from '../widgets/error-boundary'
import { ModelBar } from './model-bar'
import styles from './extract-tabs.module.css'

const tabs: readonly Tab[] = ['Alerts', 'Thresholds', 'Models', 'Data quality']

export function ExtractTabs() {
  const tab = useAppStore((state) => state.tab)
  const openTab = useAppStore((state) => state.openTab)
  return (
    <Tabs.Root
      value={tab}
      onValueChange={(value: unknown) => {
        const wanted = tabs.find((name) => name === value)
        if (wanted) openTab(wanted)
      }}
    >
      <div className={styles['top']}>
        <Tabs.List className={styles['list']} activateOnFocus={false}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name} className={styles['tab']}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <ModelBar withModels={tab === 'Alerts' || tab === 'Thresholds'} />
      </div>
      <Panel tab="Alerts">
        <AlertsScreen />
      </Panel>
      <Panel tab="Thresholds">
        <ThresholdsScreen />
      </Panel>
      <Panel tab="Models">
        <ModelsScreen />
      </Panel>
      <Panel tab="Data quality">
        <DataQualityScreen />
      </Panel>
    </Tabs.Root>
  )
}

function Panel({ tab, children }: { readonly tab: Tab; readonly children: ReactNode }) {
  return (
    <Tabs.Panel value={tab} className={styles['panel']}>
      <ErrorBoundary screen={`The ${tab} screen`}>
        <Suspense fallback={<p>Opening {tab} …</p>}>{children}</Suspense>
      </ErrorBoundary>
    </Tabs.Panel>
  )
}
