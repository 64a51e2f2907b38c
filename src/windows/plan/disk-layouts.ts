/** Partition layouts by name: what build-vhd makes by itself, and what others make, for those who compare or replace their disks. */

import type { Finding } from '../../report/report.ts';
import type { Template } from '../../template/template.ts';

/** Sizes in bytes. */
export interface DiskShape {
  readonly esp: number;
  readonly msr: number;
  /** `last`: a Recovery partition behind Windows. */
  readonly recovery: 'none' | 'last';
}

export type LayoutName = NonNullable<Template['disk']['layout']>;

const MIB = 2 ** 20;
/** 260 MiB hold every release's boot files, on drives with sectors of 4096 bytes too; 16 MiB is what Microsoft gives the MSR. */
export const OWN_LAYOUT: DiskShape = { esp: 260 * MIB, msr: 16 * MIB, recovery: 'none' };

export const LAYOUTS: Readonly<Record<LayoutName, DiskShape>> = {
  /** The module's UEFI layout (x0nn/Convert-WindowsImage 161dac9). */
  'convert-windowsimage': { esp: 200 * MIB, msr: 128 * MIB, recovery: 'none' },
  /** WinImageBuilder.psm1 of cloudbase/windows-imaging-tools 832f3d6. */
  cloudbase: { esp: 200 * MIB, msr: 128 * MIB, recovery: 'none' },
  /** Microsoft, "UEFI/GPT-based hard drive partitions": the least ESP, the MSR, Windows, and the recovery tools right behind it. */
  microsoft: { esp: 200 * MIB, msr: 16 * MIB, recovery: 'last' },
};

export const LAYOUT_NAMES = Object.keys(LAYOUTS) as readonly LayoutName[];

/** Whether a template asks for a Recovery partition, by itself or by the layout that it names. */
export function asksForRecovery({ layout, recovery }: Template['disk']): boolean {
  return (recovery ?? (layout === undefined ? OWN_LAYOUT : LAYOUTS[layout]).recovery) === 'last';
}

/** What is known to come of a layout, whoever asked for it. */
export function layoutFindings({ recovery }: Pick<DiskShape, 'recovery'>): readonly Finding[] {
  if (recovery === 'none') return [];
  return [
    {
      code: 'recovery-partition-protected',
      severity: 'warning',
      seen: 'The disk has a protected Recovery partition behind Windows, as it was asked for: quiesced snapshots of its VMs fail (KB60395).',
      remedy:
        'Write recovery: none: Windows keeps its recovery environment on C: then. repair-template takes the partition away from a disk that has it.',
    },
  ];
}
