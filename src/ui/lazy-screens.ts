/** The parts that are fetched apart from the first screen, all of them before a file is taken. */
import { lazy } from 'react'

const thresholds = () => import('./screens/thresholds/thresholds-screen')
const models = () => import('./screens/models/models-screen')
const historyCharts = () => import('./screens/history/history-charts')

export const ThresholdsScreen = lazy(async () => ({ default: (await thresholds()).ThresholdsScreen }))
export const ModelsScreen = lazy(async () => ({ default: (await models()).ModelsScreen }))
export const HistoryCharts = lazy(async () => ({ default: (await historyCharts()).HistoryCharts }))

/** Settles when every screen is here; rejects where one cannot be fetched. */
export async function preloadScreens(): Promise<void> {
  await Promise.all([thresholds(), models(), historyCharts()])
}
