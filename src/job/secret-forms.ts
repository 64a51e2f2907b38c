/** The forms in which a secret may be printed: a mask hides exactly the text that it was told. */

import { escapeXml } from '../xml/escape-xml.ts';

/** A shorter piece would hide what is no secret. */
const LEAST_CODED = 8;

/**
 * @param value not empty
 * @returns it as it is; as documents (XML, HTML, JSON), addresses and the quotes of shells have it; and in base64 (wherever in a longer text it
 * stands, and as the answer files of Windows have passwords) and hexadecimal digits; each text once
 */
export function secretForms(value: string): readonly string[] {
  const bytes = Buffer.from(value, 'utf8');
  const hex = bytes.toString('hex');
  const written = [
    value,
    ...['&apos;', '&#39;', "'"].map((quote) => escapeXml(value).replaceAll('&apos;', quote)),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd')),
    value.replaceAll("'", "''"),
    value.replaceAll("'", "'\\''"),
  ];
  const coded = [
    ...[0, 1, 2].map((offset) => base64Within(bytes, offset)),
    base64Within(Buffer.from(value, 'utf16le'), 0),
    hex,
    hex.toUpperCase(),
  ];
  return [...new Set([...written, ...coded.filter(({ length }) => length >= LEAST_CODED)])];
}

/** The digits of base64 that these bytes alone decide, where so many others stand before them; what follows decides the last. */
function base64Within(bytes: Buffer, offset: number): string {
  const digits = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return digits.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
