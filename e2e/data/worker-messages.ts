/** What the page says to its workers, so that a test can tell what it did not ask for. */
import type { Page } from '@playwright/test'

/** Listens from the page's first moment: call it before the app is opened. */
export async function hearWorkers(page: Page): Promise<{ kinds(): Promise<string[]> }> {
  await page.addInitScript(() => {
    const kinds: string[] = []
    Reflect.set(window, 'askedOfWorkers', kinds)
    const post = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')!.value as (...message: unknown[]) => void
    Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
      const [said] = message as [{ kind: string }]
      kinds.push(said.kind)
      post.apply(this, message)
    }
  })
  return { kinds: () => page.evaluate(() => Reflect.get(window, 'askedOfWorkers') as string[]) }
}
