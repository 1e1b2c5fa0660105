/**
 * The name of a file that holds a chart: what it shows and what it was measured on, in small letters,
 * digits and hyphens. Of the source its first part counts, up to a comma or colon.
 */
export function chartFileName(name: string, source: string | null, ending: 'svg' | 'csv'): string {
  const parts = [name, source?.split(/[,:]/)[0] ?? ''].map(plain).filter((part) => part !== '')
  return `${parts.join('_') || 'chart'}.${ending}`
}

const longest = 80

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '')
}
