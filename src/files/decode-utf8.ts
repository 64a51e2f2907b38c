/** Text that is UTF-8 or nothing: a lenient reader puts replacement characters in place of what it cannot read, and goes on. */

/** Without its byte order mark. @returns undefined where the bytes are no UTF-8 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
