/** The offline check: judges a disk image or an OVA without starting it. */

import type { DiskLayout } from '../disk/layout.ts';
import { openDisk } from '../disk/open-disk.ts';
import { FormatError } from '../errors.ts';
import type { MachineSettings } from '../ova/machine-settings.ts';
import { readOvaDescriptor } from '../ova/ova-descriptor.ts';
import { readOvfSettings } from '../ova/ovf-settings.ts';
import type { QuiesceFinding } from '../report/finding-codes.ts';
import { gatherImage } from './gather-image.ts';
import { IMAGE_RULES } from './image-rules.ts';
import { MACHINE_RULES } from './machine-rules.ts';
import { OVF_RULES } from './ovf-rules.ts';
import { applyRules, bySeverity, forLevel } from './rule.ts';
import type { Level, Verdict } from './verdict.ts';

export interface ImageCheck {
  /** `failed` with an error among the findings, otherwise `unproven`: only a snapshot proves more. */
  readonly verdict: Verdict & ('failed' | 'unproven');
  readonly findings: readonly QuiesceFinding[];
  readonly layout: DiskLayout;
  /** Format of the disk, such as `vhd-dynamic`. */
  readonly format: string;
  /** The settings in the descriptor, for an OVA. */
  readonly machine?: MachineSettings;
}

/**
 * Reads at most some 2 MiB whatever the size of the image.
 * @throws UserError file-missing, disk-format-unsupported; FormatError when the file is damaged so that no disk can be read
 */
export async function checkImage(path: string, level: Level): Promise<ImageCheck> {
  const disk = await openDisk(path);
  try {
    const image = await gatherImage(disk);
    const descriptor = await readOvaDescriptor(path);
    const machine = descriptor && settingsOf(descriptor);
    const settings = machine instanceof FormatError ? undefined : machine;
    const findings = [
      ...applyRules(IMAGE_RULES, image),
      ...(descriptor === undefined ? [] : applyRules(OVF_RULES, { image, machine })),
      ...(settings === undefined ? [] : applyRules(MACHINE_RULES, settings)),
    ];
    const ranked = bySeverity(forLevel(findings, level));
    return {
      verdict: ranked.some(({ severity }) => severity === 'error') ? 'failed' : 'unproven',
      findings: ranked,
      layout: image.layout,
      format: disk.format,
      ...(settings && { machine: settings }),
    };
  } finally {
    await disk.close();
  }
}

function settingsOf({
  name,
  text,
}: {
  name: string;
  text: string | undefined;
}): MachineSettings | FormatError | undefined {
  if (text === undefined) return undefined;
  try {
    return readOvfSettings(text, name);
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
}
