/** GUIDs as Microsoft and UEFI store them: the first three fields little-endian, the rest in order (UEFI 2.10, appendix A). */

const GUID_BYTES = 16;
/** Place in the stored form of each byte of the written form. */
const ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const;

/** Sixteen stored bytes at `offset` to the written form, lower case, no braces. */
export function formatGuid(bytes: Uint8Array, offset = 0): string {
  const hex = ORDER.map((place) => (bytes[offset + place] ?? 0).toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The written form, with or without braces, to sixteen stored bytes. @throws RangeError when it is no GUID */
export function parseGuid(text: string): Buffer {
  const digits = /^\{?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}?$/i.exec(text);
  if (!digits) throw new RangeError(`"${text}" is not a GUID`);
  const written = Buffer.from(digits.slice(1).join(''), 'hex');
  const stored = Buffer.alloc(GUID_BYTES);
  ORDER.forEach((place, index) => {
    stored[place] = written[index] ?? 0;
  });
  return stored;
}

/** A GUID made of the first 16 bytes of a digest, marked as RFC 9562 version 8 (own scheme). */
export function guidFromDigest(digest: Uint8Array): string {
  const written = Buffer.from(digest.subarray(0, GUID_BYTES));
  written[6] = ((written[6] ?? 0) & 0x0f) | 0x80;
  written[8] = ((written[8] ?? 0) & 0x3f) | 0x80;
  const hex = written.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
