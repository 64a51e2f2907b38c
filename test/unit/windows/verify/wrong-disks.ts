/** A finished disk in memory, right as it is, with one thing changed. */

import { buildBcdStore } from '../../../../src/bcd/bcd-store.ts';
import { composedDisk } from '../../../../src/disk/composed-disk.ts';
import type { Disk } from '../../../../src/disk/disk.ts';
import { buildGpt, type PlacedPartition } from '../../../../src/disk/gpt/gpt-writer.ts';
import type { KeyTree, RegistryValue } from '../../../../src/registry/hive-tree.ts';
import { writeHive } from '../../../../src/registry/hive-writer.ts';
import type { ImagePlan } from '../../../../src/windows/plan/image-plan.ts';
import { makeFat32 } from '../../disk/make-fat.ts';
import { sampleNtfs } from '../../disk/sample-ntfs.ts';
import { samplePlan } from '../sample-plan.ts';

const MIB = 2 ** 20;

export const PLAN: ImagePlan = samplePlan({
  disk: { format: 'vhd', type: 'dynamic', size: 2048 * MIB, esp: 40 * MIB, msr: 16 * MIB, recovery: 'none' },
});

export const BOOTMGR = '{9dea862c-5cdd-4e70-acc1-f32b344d4795}';
export const LOADER = `{${PLAN.loaderGuid}}`;

export interface DiskParts {
  size: number;
  partitions: PlacedPartition[];
  /** By path on the ESP. */
  files: Record<string, Buffer>;
  bcd: KeyTree;
  /** From the beginning of the Windows partition, and of the MSR. */
  windows: Buffer;
  msr: Buffer;
  /** Over the first sector of the ESP. */
  esp: Buffer | undefined;
}

export function soundParts(): DiskParts {
  const manager = Buffer.from('MZ boot manager');
  return {
    size: PLAN.disk.size,
    partitions: [...PLAN.partitions],
    files: { 'EFI/Microsoft/Boot/bootmgfw.efi': manager, 'EFI/Boot/bootx64.efi': manager },
    bcd: buildBcdStore({
      diskGuid: PLAN.diskGuid,
      espGuid: PLAN.esp.guid,
      windowsGuid: PLAN.windows.guid,
      loaderGuid: PLAN.loaderGuid,
      resumeGuid: PLAN.resumeGuid,
      description: 'Windows Server 2019',
      loader: undefined,
      locale: 'en-US',
    }),
    windows: sampleNtfs(),
    msr: Buffer.alloc(512),
    esp: undefined,
  };
}

/** Puts the parts together. */
export function assemble({ size, partitions, files, bcd, windows, msr, esp }: DiskParts): Disk {
  const store = 'EFI/Microsoft/Boot/BCD';
  const all = store in files ? files : { ...files, [store]: Buffer.from(writeHive(bcd, 0n)) };
  const kept = Object.fromEntries(Object.entries(all).filter(([, content]) => content !== MISSING));
  const fat = makeFat32(kept).pieces.map(({ offset, content }) => ({ offset: PLAN.esp.offset + offset, content }));
  const [first, ...rest] = fat;
  const boot = first === undefined || esp === undefined ? first : { ...first, content: esp };
  return composedDisk(size, [
    ...buildGpt({ diskSize: size, diskGuid: PLAN.diskGuid, partitions }),
    ...(boot === undefined ? [] : [boot]),
    ...rest,
    { offset: PLAN.partitions[1]?.offset ?? 0, content: msr },
    { offset: PLAN.windows.offset, content: windows },
  ]);
}

/** Stands for a file that is not there. */
export const MISSING = Buffer.alloc(0);

/** The store with one element of an object changed, or taken out. */
export function withElement(store: KeyTree, object: string, id: string, value: RegistryValue | undefined): KeyTree {
  const change = (path: readonly string[], tree: KeyTree): KeyTree => {
    const [name, ...below] = path;
    if (name === undefined) return tree;
    const index = tree.keys.findIndex((key) => key.name.toLowerCase() === name.toLowerCase());
    const keys = [...tree.keys];
    const found = keys[index];
    if (below.length > 0) {
      if (found === undefined) throw new Error(`no key ${name}`);
      keys[index] = change(below, found);
    } else {
      if (found !== undefined) keys.splice(index, 1);
      if (value !== undefined) keys.push({ name, values: [value], keys: [] });
    }
    return { ...tree, keys };
  };
  return change(['Objects', object, 'Elements', id], store);
}

/** The store without an object. */
export function withoutObject(store: KeyTree, object: string): KeyTree {
  const keys = store.keys.map((key) =>
    key.name === 'Objects' ? { ...key, keys: key.keys.filter(({ name }) => name !== object) } : key,
  );
  return { ...store, keys };
}

/** The store with one more object. */
export function withObject(store: KeyTree, object: KeyTree): KeyTree {
  const keys = store.keys.map((key) => (key.name === 'Objects' ? { ...key, keys: [...key.keys, object] } : key));
  return { ...store, keys };
}
