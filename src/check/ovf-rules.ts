/** What an OVA's descriptor must say besides the settings of the machine. */

import { FormatError } from '../errors.ts';
import type { MachineSettings } from '../ova/machine-settings.ts';
import type { ImageEvidence } from './image-evidence.ts';
import type { Rule } from './rule.ts';

export interface OvfEvidence {
  readonly image: ImageEvidence;
  /** undefined: the archive has no descriptor. A FormatError: why it cannot be read. */
  readonly machine: MachineSettings | FormatError | undefined;
}

export const OVF_RULES: readonly Rule<OvfEvidence>[] = [
  {
    code: 'ovf-missing',
    severity: 'error',
    source: 'DSP0243, section 5.3',
    remedy: 'Make the OVA again: its first member must be the .ovf descriptor (DSP0243, section 5.3).',
    see: ({ machine, image }) => (machine === undefined ? `${image.path} has no OVF descriptor` : undefined),
  },
  {
    code: 'ovf-unreadable',
    severity: 'error',
    source: 'DSP0243, section 6',
    remedy: 'Make the OVA again: importers refuse a descriptor that is not well-formed.',
    see: ({ machine }) =>
      machine instanceof FormatError ? `The OVF descriptor cannot be read: ${machine.message}` : undefined,
  },
  {
    code: 'firmware-not-efi',
    severity: 'error',
    source: 'Microsoft, "Windows and GPT FAQ"',
    remedy:
      'Set the firmware to EFI (vmw:Config ovf:key="firmware" value="efi"): BIOS firmware cannot start from a GPT disk.',
    see: ({ machine, image }) =>
      machine !== undefined &&
      !(machine instanceof FormatError) &&
      machine.firmware !== 'efi' &&
      image.layout.table === 'gpt'
        ? 'The OVF descriptor asks for BIOS firmware, but the disk is partitioned by GPT'
        : undefined,
  },
];
