// Every npm script passes here, so that a fresh clone needs nothing done by hand:
// packages are installed when they are missing or the lock file is newer, then the task runs.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dirname, join } from 'node:path'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const [task, ...rest] = process.argv.slice(2)

/** Runs a command to its end and leaves with its exit code if it failed. */
function run(command, args, env = {}) {
  const { status, signal } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' })
  if (status !== 0) process.exit(status ?? (signal ? 1 : 0))
}

const bin = (name) => join('node_modules', '.bin', name)

const stamp = join('node_modules', '.package-lock.json')
if (!existsSync(stamp) || statSync(stamp).mtimeMs < statSync('package-lock.json').mtimeMs) {
  console.error('Installing packages (first run, or package-lock.json is newer) ...')
  // Standard output stays clean for `npm run score`.
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
}

const stagesOfTheReport = ['simulate', 'features', 'ceiling', 'real_demand', 'ablation', 'leak', 'evaluate']

const tasks = {
  start() {
    run(bin('vite'), ['build', '--logLevel', 'warn'])
    run(bin('vite'), ['preview', '--port', process.env.PORT ?? '4173', '--strictPort', ...rest])
  },
  dev: () => run(bin('vite'), rest),
  build: () => run(bin('vite'), ['build', ...rest]),
  test: () => run(process.execPath, ['tools/test.mjs', ...rest]),
  train: () => run(process.execPath, ['tools/train.mjs', ...rest]),
  // Every stage but those that make models: worlds and features come again from their seed where they are not there yet.
  evaluate: () => run(process.execPath, ['tools/train.mjs', ...stagesOfTheReport.flatMap((stage) => ['--only', stage]), ...rest]),
  score: () => run(bin('tsx'), ['src/cli/score.ts', ...rest]),
  features: () => run(bin('tsx'), ['src/cli/features.ts', ...rest]),
  bench: () => run(process.execPath, ['tools/bench.mjs', ...rest]),
  screenshots: () => run(bin('tsx'), ['tools/screenshots.ts', ...rest]),
}

const chosen = tasks[task]
if (!chosen) {
  console.error(`Unknown task "${task}". There are: ${Object.keys(tasks).join(', ')}.`)
  process.exit(2)
}
chosen()
