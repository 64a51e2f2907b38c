/** The networks that an OVF descriptor names, which the importer maps to those of the inventory (DMTF DSP0243 section 9.5). */

import { child, childrenNamed, parseXml } from '../xml/xml-element.ts';

/** @throws FormatError when the text is not well-formed XML */
export function readOvfNetworks(text: string, file: string): string[] {
  const section = child(parseXml(text, file), 'NetworkSection');
  return childrenNamed(section, 'Network').flatMap((network) => network.attributes.get('name') ?? []);
}
