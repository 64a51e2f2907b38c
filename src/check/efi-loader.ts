/** Whether the firmware of an x64 machine starts a file. Sources: UEFI 2.10, section 2.1.1 (images); rufus issue 1129 (a loader that is no program). */

import { readPe } from '../pe/pe-file.ts';

/** IMAGE_FILE_MACHINE_AMD64 (Microsoft, "PE Format", "Machine Types"). */
const MACHINE_X64 = 0x8664;
const MACHINES: ReadonlyMap<number, string> = new Map([
  [0xaa64, 'ARM64'],
  [0x14c, '32-bit x86'],
  [0x1c4, '32-bit ARM'],
]);

/**
 * @param head the beginning of the file, with all of its headers
 * @param size of the whole file, bytes
 * @returns why it would not be started, to go behind "it"; undefined when nothing speaks against it
 */
export function efiLoaderFault(head: Buffer, size: number): string | undefined {
  const pe = readPe(head);
  if (pe === undefined) return 'is no EFI program';
  const { machine, sections } = pe;
  if (machine !== MACHINE_X64) {
    return `is for ${MACHINES.get(machine) ?? `machines of type 0x${machine.toString(16)}`}, not for x64`;
  }
  const end = Math.max(...sections.map((section) => section.offset + section.size));
  return end > size ? `is cut short: it has ${size} bytes of ${end}` : undefined;
}
