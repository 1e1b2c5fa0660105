import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './tools/browser.mjs'

const port = Number(process.env['E2E_PORT'] ?? 4179)
const executablePath = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  testIgnore: 'perf/**',
  outputDir: 'test-results/e2e',
  // Scoring uses two workers of its own: two pages at once would only wait for each other.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: browserFlags, ...(executablePath ? { executablePath } : {}) },
    trace: 'retain-on-failure',
  },
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 60_000,
  },
})
