/**
 * sha256 as 64 hexadecimal digits. By the browser's own means where it has them; pages that are
 * served over plain http have none, and there a library computes the same.
 */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = 'subtle' in crypto ? new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) : (await import('@noble/hashes/sha2.js')).sha256(bytes)
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
