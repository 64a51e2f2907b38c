/** Settings of the VM in an OVF descriptor that VMware's extension carries: vmw:Config elements of the hardware section. */

import { child, childrenNamed, parseXml } from '../xml/xml-element.ts';

/** By key, such as `bootOptions.efiSecureBootEnabled`. @throws FormatError when the text is not well-formed XML */
export function readOvfConfig(text: string, file: string): Map<string, string> {
  const hardware = child(child(parseXml(text, file), 'VirtualSystem'), 'VirtualHardwareSection');
  return new Map(
    childrenNamed(hardware, 'Config').map(({ attributes }) => [
      attributes.get('key') ?? '',
      attributes.get('value') ?? '',
    ]),
  );
}
