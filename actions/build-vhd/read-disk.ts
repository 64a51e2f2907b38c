/** The inputs of build-vhd that say what disk to make. */

import { input } from '../../src/job/input.ts';
import { choice, size } from '../../src/job/input-types.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import type { EngineName } from '../../src/windows/engines/engine.ts';
import { type DiskShape, LAYOUT_NAMES, LAYOUTS, OWN_LAYOUT } from '../../src/windows/plan/disk-layouts.ts';
import type { DiskRequest } from '../../src/windows/plan/image-plan.ts';

export const DISK_INPUTS = {
  format: input(choice(['vhd', 'vhdx', 'vmdk']), {
    description:
      'Format of the image; the name of the image has to end so. The OVA made of each is the same. vmdk (engine wimlib alone) is a small descriptor with the files of the partitions beside it: nothing is written twice on the way to the OVA.',
    template: { key: 'disk.format', read: ({ disk }) => disk.format },
    default: 'vhd',
  }),
  type: input(choice(['dynamic', 'fixed']), {
    description: 'Whether the image file grows with its content or is as large as the disk at once.',
    template: { key: 'disk.type', read: ({ disk }) => disk.type },
    default: 'dynamic',
  }),
  size: input(size, {
    description: 'Size of the disk.',
    template: { key: 'disk.size', read: ({ disk }) => disk.size },
    default: '40 GiB',
  }),
  layout: input(choice(LAYOUT_NAMES), {
    description:
      'The partitions of others: convert-windowsimage and cloudbase (ESP 200 MiB, MSR 128 MiB), microsoft (ESP 200 MiB, MSR 16 MiB, a Recovery partition as recovery: last makes it). What esp, msr and recovery say counts before it.',
    template: { key: 'disk.layout', read: ({ disk }) => disk.layout },
    otherwise: 'none of them: ESP 260 MiB, MSR 16 MiB, no Recovery partition',
  }),
  esp: input(size, {
    description: 'Size of the EFI system partition.',
    template: { key: 'disk.esp', read: ({ disk }) => disk.esp },
    otherwise: '260 MiB, or as the layout has it',
  }),
  msr: input(size, {
    description: 'Size of the Microsoft reserved partition.',
    template: { key: 'disk.msr', read: ({ disk }) => disk.msr },
    otherwise: '16 MiB, or as the layout has it',
  }),
  recovery: input(choice(['none', 'last']), {
    description:
      'last makes a protected Recovery partition of 1000 MiB behind Windows, as Windows Setup does. It is what breaks quiesced snapshots (KB60395), and convert-ova takes it only where the template file asks for it too, or with allow-recovery; without one Windows keeps its recovery environment on C:.',
    template: { key: 'disk.recovery', read: ({ disk }) => disk.recovery },
    otherwise: 'none, or as the layout has it',
  }),
} as const;

const MIB = 2 ** 20;

/**
 * A layout that the step names stands above what the template says of partitions, not above what the step says of them.
 * @throws UserError input-invalid
 */
export function readDisk(reading: Reading<typeof DISK_INPUTS>, engine: EngineName): DiskRequest {
  const { values, isSet } = reading;
  const shape = values.layout === undefined ? OWN_LAYOUT : LAYOUTS[values.layout];
  const own = <Name extends keyof DiskShape>(name: Name): (typeof values)[Name] =>
    isSet(name) || !isSet('layout') ? values[name] : undefined;
  const [esp, msr] = [own('esp'), own('msr')];
  const disk: DiskRequest = {
    format: values.format,
    type: values.type,
    size: wholeMebibytes(reading, 'size', values.size),
    esp: esp === undefined ? shape.esp : wholeMebibytes(reading, 'esp', esp),
    msr: msr === undefined ? shape.msr : wholeMebibytes(reading, 'msr', msr),
    recovery: own('recovery') ?? shape.recovery,
  };
  if (engine === 'convert-windowsimage') refuseOtherLayouts(reading, disk);
  if (disk.format === 'vmdk') refuseParts(reading, engine);
  return disk;
}

/** The module has one layout for EFI. */
function refuseOtherLayouts({ values, invalid }: Reading<typeof DISK_INPUTS>, { recovery }: DiskRequest): void {
  const { layout } = values;
  const hint =
    'The engine convert-windowsimage makes the layout of the module alone: take another engine, or leave it out.';
  if (layout !== undefined && layout !== 'convert-windowsimage') throw invalid('layout', layout, hint);
  if (recovery !== 'none') throw invalid('recovery', recovery, hint);
}

/** Files of partitions come out of one engine, and are neither dynamic nor fixed: holes of theirs take no room. */
function refuseParts({ values, invalid }: Reading<typeof DISK_INPUTS>, engine: EngineName): void {
  if (engine !== 'wimlib') throw invalid('format', 'vmdk', 'Windows attaches no VMDK: write vhd or vhdx.');
  if (values.type === 'fixed') throw invalid('type', 'fixed', 'Leave it out: it is for vhd and vhdx.');
}

/** Every partition begins and ends on a whole MiB, where Windows expects it. */
function wholeMebibytes({ invalid }: Reading<typeof DISK_INPUTS>, name: 'size' | 'esp' | 'msr', bytes: number): number {
  if (bytes % MIB === 0) return bytes;
  throw invalid(name, `${bytes} B`, 'Write a size in whole MiB, for example 260 MiB.');
}
