/** OVAs of the sample disks, made once for all tests. */

import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { skipFreeSpace } from '../../../src/disk/skip-free-space.ts';
import type { VirtualMachine } from '../../../src/ova/virtual-machine.ts';
import { writeOva } from '../../../src/ova/write-ova.ts';
import { cachedFolder } from '../../media/media-cache.ts';
import { OPTIONS } from '../ova/convert-case.ts';
import { DISKS_MADE_OF, SAMPLE_DISKS, type SampleDisk, sampleVhd } from './sample-disks.ts';

const MADE_OF = [
  ...DISKS_MADE_OF,
  ...['../integration/quiesce/sample-ova.ts', '../integration/ova/convert-case.ts', '../unit/ova/machine.ts'],
];

/** Settings of the .vmx file as build and upload leave them. */
export const EXTRA_CONFIG = { 'disk.EnableUUID': 'TRUE', 'stillframe.first-boot': 'expected' } as const;

type Machine = Partial<VirtualMachine> & { readonly name: string };

/** @returns path of an OVA that is never changed */
export async function sampleOva(vm: Machine, disk: SampleDisk = 'startable'): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(vm)).digest('hex').slice(0, 8);
  const { folder } = await cachedFolder(`ova-${disk}-${key}`, MADE_OF, async (out) => {
    const work = await mkdtemp(join(out, 'work-'));
    await writeSampleOva(await SAMPLE_DISKS[disk](await sampleVhd(), join(work, 'disk')), join(out, 'sample.ova'), vm);
    await rm(work, { recursive: true });
  });
  return join(folder, 'sample.ova');
}

/** @returns path of an OVA beside the disk */
export async function makeOva(disk: string, vm: Machine): Promise<string> {
  const path = join(`${disk}-${vm.name}.ova`);
  await writeSampleOva(disk, path, vm);
  return path;
}

async function writeSampleOva(disk: string, ova: string, vm: Machine): Promise<void> {
  const source = skipFreeSpace(await openDisk(disk));
  try {
    await writeOva(source, ova, { ...OPTIONS, vm: { ...OPTIONS.vm, extraConfig: EXTRA_CONFIG, ...vm } });
  } finally {
    await source.close();
  }
}
