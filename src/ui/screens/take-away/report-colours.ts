/** The app's colours in the report: its pictures are light or dark as its reader wishes, and light on paper. */
import { inScheme } from '../../widgets/charts/picture/in-scheme'
import type { ReportColour } from './report-content'

/** The tokens that the report's style and pictures use. Of two with the same light colour the first stands for both in a picture. */
const tokens = [
  '--surface-panel',
  '--surface-page',
  '--text',
  '--text-quiet',
  '--border',
  '--chart-1',
  '--chart-2',
  '--chart-3',
  '--chart-4',
  '--chart-5',
  '--chart-grid',
  '--chart-muted',
  '--accent-soft',
  '--danger',
  '--good',
  '--warning',
  '--focus',
] as const

/** The tokens as the page's style has them, in either scheme whatever is on. */
export function readColours(): readonly ReportColour[] {
  const probe = document.createElement('span')
  document.body.append(probe)
  try {
    const coloursIn = (scheme: 'light' | 'dark') =>
      inScheme(scheme, () =>
        tokens.map((token) => {
          probe.style.color = `var(${token})`
          return getComputedStyle(probe).color
        }),
      )
    const [light, dark] = [coloursIn('light'), coloursIn('dark')]
    return tokens.map((token, at) => ({ token, light: light[at]!, dark: dark[at]! }))
  } finally {
    probe.remove()
  }
}

/** Light colours of a picture become their tokens, which follow the reader's scheme; others stay as they are. */
export function withTokens(svg: string, colours: readonly ReportColour[]): string {
  const tokenOf = new Map([...colours].reverse().map(({ token, light }) => [light, token]))
  return svg
    .replaceAll('fill="#ffffff"', 'fill="var(--surface-panel, #ffffff)"')
    .replace(/="(rgb\([^"]*\))"/g, (whole, colour: string) => {
      const token = tokenOf.get(colour)
      return token === undefined ? whole : `="var(${token}, ${colour})"`
    })
}

/** Declares the tokens. */
export function coloursCss(colours: readonly ReportColour[]): string {
  const declared = (scheme: 'light' | 'dark') => `:root { color-scheme: ${scheme}; ${colours.map((colour) => `${colour.token}: ${colour[scheme]};`).join(' ')} }`
  return `${declared('light')}\n@media screen and (prefers-color-scheme: dark) { ${declared('dark')} }`
}
