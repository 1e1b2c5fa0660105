/** Paper that the list can be laid out for. */
export type Paper = 'a4' | 'letter'

/** Countries whose offices use Letter (ISO 3166). */
const letterCountries: ReadonlySet<string> = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'CR', 'DO', 'GT', 'HN', 'NI', 'PA', 'PR', 'SV', 'VE'])

/** The usual paper where a language is spoken: "en-US" -> letter, "de" -> a4. */
export function usualPaper(language: string): Paper {
  return letterCountries.has(/-([A-Z]{2})\b/i.exec(language)?.[1]?.toUpperCase() ?? '') ? 'letter' : 'a4'
}
