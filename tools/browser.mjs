// Which browser the browser tests, the pictures and the benchmark run in: Playwright's own
// Chromium, else one of the system, else one that we install. Null where none can be had.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const systemPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

function onPath(name) {
  try {
    return execFileSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).split(/\r?\n/)[0] || null
  } catch {
    return null
  }
}

function installed() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const own = chromium.executablePath()
  if (own && existsSync(own)) return own
  for (const name of systemNames) {
    const path = onPath(name)
    if (path) return path
  }
  return systemPaths.find((path) => existsSync(path)) ?? null
}

const isRoot = () => typeof process.getuid === 'function' && process.getuid() === 0

function install() {
  const limit = { stdio: ['ignore', 2, 2], timeout: 300_000 }
  if (onPath('apt-get') && isRoot()) {
    console.error('No browser found: installing Chromium from the system packages ...')
    spawnSync('apt-get', ['update', '-qq'], limit)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { ...limit, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    if (installed()) return
  }
  console.error("No browser found: asking Playwright for its Chromium ...")
  spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], limit)
}

/** Path of a Chromium, or null where there is none and none could be installed. */
export function findBrowser({ mayInstall = false } = {}) {
  const found = installed()
  if (found || !mayInstall) return found
  install()
  return installed()
}

/** Quiet and offline: no component updates, no sync; the sandbox stays on unless we are root. */
export const browserFlags = [
  ...(isRoot() ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
