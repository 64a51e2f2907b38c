/** Numbers in INF entries: decimal or, with 0x, hexadecimal. */

/** @returns undefined for an empty text and for one that is no number of at most 32 bits */
export function parseInfNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^(?:0x[0-9a-f]{1,8}|\d{1,10})$/i.test(text)) return undefined;
  const value = Number(text);
  return value <= 0xffff_ffff ? value : undefined;
}
