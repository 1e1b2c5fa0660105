// The same job in Python (pandas, native models), where its environment is installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const script = join('training', 'bench_python.py')
const interpreters = [join('training', '.venv', 'bin', 'python'), join('training', '.venv', 'Scripts', 'python.exe')]

/**
 * Seconds that Python takes for the extract, as the script prints them (`{"seconds": n}` on its
 * last line); or why there is no such figure, in words.
 */
export function measurePython(extract) {
  const python = interpreters.find((path) => existsSync(path))
  if (!python) return { seconds: null, reason: 'Python is not installed here (npm run train makes its environment)' }
  if (!existsSync(script)) return { seconds: null, reason: `${script} is not there` }
  const run = spawnSync(python, [script, extract], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  if (run.status !== 0) return { seconds: null, reason: `${script} ended with ${run.status ?? run.signal}` }
  return { seconds: JSON.parse(run.stdout.trim().split('\n').at(-1)).seconds, reason: null }
}
