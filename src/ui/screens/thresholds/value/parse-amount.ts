/** An amount as it was typed, with a decimal point or comma; null unless it is a number of 0 or more. */
export function parseAmount(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  return /^(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null
}
