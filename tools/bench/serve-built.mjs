// The app, built into a folder of its own and served until `work` is over: a `dist` that is being served stays as it is.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const vite = 'node_modules/vite/bin/vite.js'

/** Calls `work` with the address of the app and a folder for its files, which is gone afterwards. BENCH_PORT names another port. */
export async function withBuiltApp(name, port, work) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  const dist = join(folder, 'dist')
  const chosen = process.env.BENCH_PORT ?? String(port)
  const built = spawnSync(process.execPath, [vite, 'build', '--outDir', dist, '--emptyOutDir', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] })
  if (built.status !== 0) process.exit(built.status ?? 1)
  const server = spawn(process.execPath, [vite, 'preview', '--outDir', dist, '--host', '127.0.0.1', '--port', chosen, '--strictPort'], { stdio: 'ignore' })
  try {
    const url = `http://127.0.0.1:${chosen}/`
    for (let tries = 0; !(await fetch(url).then(({ ok }) => ok, () => false)); tries++) {
      if (tries === 100 || server.exitCode !== null) throw new Error(`nothing answers at port ${chosen}: set BENCH_PORT to a free one`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    await work(url, folder)
  } finally {
    server.kill()
    rmSync(folder, { recursive: true })
  }
}
