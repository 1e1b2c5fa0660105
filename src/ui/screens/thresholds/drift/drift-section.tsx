import { DriftPanel } from './drift-panel'
import { ExpectedPanel } from './expected-panel'

/** This extract, labelled or not: what to expect of the threshold on it, and how far it stands from what the models learned from. */
export function DriftSection() {
  return (
    <>
      <ExpectedPanel />
      <DriftPanel />
    </>
  )
}
