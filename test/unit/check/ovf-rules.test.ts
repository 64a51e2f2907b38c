import { expect, it } from 'vitest';
import type { ImageEvidence } from '../../../src/check/image-evidence.ts';
import { OVF_RULES, type OvfEvidence } from '../../../src/check/ovf-rules.ts';
import { applyRules } from '../../../src/check/rule.ts';
import { FormatError } from '../../../src/errors.ts';
import type { MachineSettings } from '../../../src/ova/machine-settings.ts';

const MACHINE: MachineSettings = {
  from: 'the OVF descriptor',
  firmware: 'efi',
  diskUuidEnabled: true,
  controllers: [],
  floppies: 0,
  vtpm: false,
  encrypted: false,
  guestId: undefined,
};

function said(machine: OvfEvidence['machine'], table: 'gpt' | 'mbr' = 'gpt'): string[] {
  const image: ImageEvidence = {
    path: 'a.ova!a.vmdk',
    layout: { table, diskSize: 0, sectorSize: 512, partitions: [] },
    hybrid: false,
    sectorSize: 512,
    volumes: [],
  };
  return applyRules(OVF_RULES, { image, machine }).map(({ code, severity, seen }) => `${code} ${severity} ${seen}`);
}

it('asks for a descriptor that can be read', () => {
  expect(said(MACHINE)).toEqual([]);
  expect(said(undefined)).toEqual(['ovf-missing error a.ova!a.vmdk has no OVF descriptor']);
  expect(said(new FormatError('vm.ovf', 3, 'a name', '<'))).toEqual([
    'ovf-unreadable error The OVF descriptor cannot be read: vm.ovf: at offset 3: expected a name, found <',
  ]);
});

it('asks for EFI firmware where the disk has a GPT, and only there', () => {
  const seen = 'firmware-not-efi error The OVF descriptor asks for BIOS firmware, but the disk is partitioned by GPT';
  for (const firmware of ['bios', undefined] as const) {
    expect(said({ ...MACHINE, firmware })).toEqual([seen]);
    expect(said({ ...MACHINE, firmware }, 'mbr')).toEqual([]);
  }
});
