// `npm run train`: finds a Python, keeps training/.venv in step with the pinned requirements,
// then runs the pipeline. Everything after `npm run train --` goes to the pipeline, but
// `npm run train -- --test` runs the Python tests instead, with what follows given to pytest, and
// `npm run train -- --calibrate` holds the simulator against published figures, `npm run train -- --data FILE` trains on a labelled extract, `npm run train -- --notebooks` runs the notebooks,
// `npm run train -- --exporters` writes the small pipelines of other exporters that the app's tests score.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const training = join(root, 'training')
const venv = join(training, '.venv')
const windows = process.platform === 'win32'
const python = join(venv, windows ? 'Scripts' : 'bin', windows ? 'python.exe' : 'python')

/** The oldest Python that the pinned packages have wheels for, and the newest. */
const oldest = [3, 11]
const newest = [3, 13]

/** Runs a command to its end; leaves with its exit code if it failed. */
function run(command, args) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: training,
    stdio: 'inherit',
    // Threads that wait in sleep: on a busy machine spinning ones make the LSTM ten times slower.
    env: { ...process.env, PYTHONPATH: training, PYTHONHASHSEED: '0', OMP_WAIT_POLICY: 'PASSIVE' },
  })
  if (error) console.error(error.message)
  if (status !== 0) process.exit(status ?? (signal ? 1 : 2))
}

/** The command of a Python within the range, or null. */
function findPython() {
  const names = [process.env['PYTHON'], 'python3.11', 'python3.12', 'python3.13', 'python3', 'python'].filter(Boolean)
  for (const name of names) {
    const answer = spawnSync(name, ['-c', 'import sys; print(sys.version_info[0], sys.version_info[1])'], { encoding: 'utf8' })
    if (answer.status !== 0) continue
    const [major, minor] = answer.stdout.trim().split(' ').map(Number)
    if (major === oldest[0] && minor >= oldest[1] && minor <= newest[1]) return name
  }
  return null
}

/** Installs a file of pinned packages, unless a stamp says that it has been done with these very pins. */
function install(file) {
  const stamp = join(venv, `${file}.sha256`)
  const wanted = createHash('sha256').update(readFileSync(join(training, file))).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error(`Installing the pinned Python packages of ${file} (once) ...`)
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', file])
  writeFileSync(stamp, wanted)
}

if (!existsSync(python)) {
  const base = findPython()
  if (!base) {
    console.error(`Training needs Python ${oldest.join('.')} to ${newest.join('.')} with venv; none was found. Set PYTHON to one.`)
    process.exit(2)
  }
  console.error('Making training/.venv ...')
  run(base, ['-m', 'venv', venv])
}
install('requirements.txt')

const wishes = process.argv.slice(2)
if (wishes[0] === '--test') run(python, ['-m', 'pytest', 'tests', '-q', ...wishes.slice(1)])
else if (wishes[0] === '--calibrate') run(python, ['-m', 'simulator', 'calibrate', ...wishes.slice(1)])
else if (wishes.some((wish) => wish === '--data' || wish.startsWith('--data='))) run(python, ['-m', 'pipeline.own', ...wishes])
else if (wishes[0] === '--notebooks') {
  install('requirements-notebooks.txt')
  run(python, ['-m', 'pipeline.notebooks', ...wishes.slice(1)])
} else if (wishes[0] === '--exporters') {
  install('requirements-exporters.txt')
  run(python, ['-m', 'exporters'])
} else run(python, ['-m', 'pipeline', ...wishes])
