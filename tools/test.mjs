// `npm test`: type check, lint, unit tests, build, browser tests; then one line that counts them.
// A part that cannot run is said aloud: never skipped in silence.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { findBrowser } from './browser.mjs'

const counts = { passed: 0, failed: 0, skipped: 0 }

/** Runs a step; a step that fails counts as one failed check, one that passes as one passed. */
function check(title, script, args) {
  console.log(`\n== ${title}`)
  const ok = node(script, args)
  counts[ok ? 'passed' : 'failed'] += 1
  return ok
}

function node(script, args) {
  return spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' }).status === 0
}

/** Adds a runner's own counts; a runner that broke off before it wrote any counts as one failure. */
function addRun(title, script, args, reportFile, read) {
  console.log(`\n== ${title}`)
  rmSync(reportFile, { force: true })
  const ok = node(script, args)
  const run = existsSync(reportFile) ? read(JSON.parse(readFileSync(reportFile, 'utf8'))) : { passed: 0, failed: 1, skipped: 0 }
  if (!ok && run.failed === 0) run.failed = 1
  for (const key of Object.keys(counts)) counts[key] += run[key]
}

mkdirSync('test-results', { recursive: true })
check('Types', 'node_modules/typescript/bin/tsc', ['--noEmit'])
check('Lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0'])
addRun('Unit tests', 'node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'], 'test-results/unit.json', (report) => ({
  passed: report.numPassedTests,
  failed: report.numFailedTests + (report.numFailedTests === 0 && report.numFailedTestSuites > 0 ? report.numFailedTestSuites : 0),
  skipped: report.numPendingTests + report.numTodoTests,
}))

const built = check('Build', 'node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'])
const browser = findBrowser({ mayInstall: true })
if (built && browser) {
  console.log(`\nBrowser: ${browser}`)
  addRun('Browser tests', 'node_modules/@playwright/test/cli.js', ['test'], 'test-results/e2e.json', ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
} else if (built) {
  console.log('\nBROWSER TESTS DID NOT RUN: no Chromium was found and none could be installed.')
  console.log('Install Chromium or Chrome, or set CHROMIUM_PATH, and run `npm test` again.')
  // On a person's machine the rest still counts; a build server must not pass half tested.
  if (process.env.CI) counts.failed += 1
  else counts.skipped += 1
}

console.log(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`)
process.exit(counts.failed ? 1 : 0)
