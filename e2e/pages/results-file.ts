/** `models/results.json` as a test meets it: the file that is served, or a changed one in its place. */
import type { Page } from '@playwright/test'
import { readResults, type Results } from '../../src/domain/metrics/results'

/** The file that the app is served with, checked as the app checks it. */
export async function servedResults(page: Page): Promise<Results> {
  const answer = await page.request.get('./models/results.json')
  const outcome = readResults(await answer.json())
  if (!outcome.ok) throw new Error(outcome.fault.sentence)
  return outcome.value
}

/** Serves the file as `change` leaves it. */
export async function changeResults(page: Page, change: (results: Results) => unknown): Promise<void> {
  await page.route('**/models/results.json', async (route) => {
    const answer = await route.fetch()
    const outcome = readResults(await answer.json())
    if (!outcome.ok) throw new Error(outcome.fault.sentence)
    await route.fulfill({ response: answer, json: change(outcome.value) })
  })
}
