/** OVAs of small disks whose guest the vSphere double takes for Windows: GPT by sgdisk, NTFS by mkntfs, packed by us. */

import { open, readFile, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { openDisk } from '../../../src/disk/open-disk.ts';
import type { VirtualMachine } from '../../../src/ova/virtual-machine.ts';
import { writeOva } from '../../../src/ova/write-ova.ts';
import { tools } from '../../media/media-tools.ts';
import { OPTIONS } from '../ova/convert-case.ts';

const MIB = 2 ** 20;

type Part = 'recovery' | 'esp' | 'msr' | 'windows';
const PARTS: Readonly<Record<Part, { size: number; code: string }>> = {
  recovery: { size: 8, code: '2700' },
  esp: { size: 36, code: 'ef00' },
  msr: { size: 16, code: '0c01' },
  windows: { size: 16, code: '0700' },
};

/** @returns path of a raw disk with these partitions; a Recovery partition is protected as Setup makes it */
export async function makeDisk(folder: string, name: string, order: readonly Part[]): Promise<string> {
  const disk = join(folder, `${name}.raw`);
  const total = order.reduce((sum, part) => sum + PARTS[part].size, 2);
  await sized(disk, total * MIB);
  const args = order.flatMap((part, index) => {
    const number = String(index + 1);
    const { size, code } = PARTS[part];
    const attributes = part === 'recovery' ? ['-A', `${number}:set:0`, '-A', `${number}:set:63`] : [];
    return ['-n', `${number}:0:+${size}M`, '-t', `${number}:${code}`, ...attributes];
  });
  await tools.run('sgdisk', [...args, disk]);
  const handle = await open(disk, 'r+');
  let offset = MIB;
  for (const part of order) {
    if (part === 'windows' || part === 'esp') {
      const volume = await makeVolume(folder, part, offset);
      await handle.write(volume, 0, volume.length, offset);
    }
    offset += PARTS[part].size * MIB;
  }
  await handle.close();
  return disk;
}

/** @returns path of the OVA */
export async function makeOva(disk: string, vm: Partial<VirtualMachine> & { readonly name: string }): Promise<string> {
  const path = join(`${disk}-${vm.name}.ova`);
  const source = await openDisk(disk);
  try {
    await writeOva(source, path, { ...OPTIONS, vm: { ...OPTIONS.vm, ...vm } });
  } finally {
    await source.close();
  }
  return path;
}

async function makeVolume(folder: string, part: 'esp' | 'windows', offset: number): Promise<Buffer> {
  const file = join(folder, `${part}.volume`);
  await sized(file, PARTS[part].size * MIB);
  if (part === 'esp') {
    await tools.run('mkfs.fat', ['-F', '32', '-s', '1', file]);
    await tools.run('mmd', ['-i', file, '::/EFI', '::/EFI/Boot']);
    await tools.run('mcopy', ['-i', file, join(import.meta.dirname, 'sample-ova.ts'), '::/EFI/Boot/bootx64.efi']);
  } else {
    await tools.run('mkntfs', ['-Q', '-F', '-p', String(offset / 512), '-H', '255', '-S', '63', file]);
  }
  const content = await readFile(file);
  await rm(file);
  return content;
}

async function sized(path: string, size: number): Promise<void> {
  await (await open(path, 'w')).close();
  await truncate(path, size);
}
