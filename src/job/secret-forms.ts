/** The forms in which a secret may be printed: a mask hides exactly the text that it was told. */

import { escapeXml } from '../xml/escape-xml.ts';

/** @param value not empty @returns it as it is, in a document of XML and in one of JSON; each text once */
export function secretForms(value: string): readonly string[] {
  return [...new Set([value, escapeXml(value), JSON.stringify(value).slice(1, -1)])];
}
