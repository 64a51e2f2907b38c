import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Disk } from '../../../src/disk/disk.ts';
import { cancelled } from '../../../src/errors.ts';
import { parseOvf } from '../../../src/ova/ovf-descriptor.ts';
import { fileStem, type OvaOptions, writeOva } from '../../../src/ova/write-ova.ts';
import { memoryDisk } from '../disk/memory-disk.ts';
import { MACHINE } from './machine.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-write-ova-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const OPTIONS: OvaOptions = {
  vm: MACHINE,
  level: 1,
  manifest: 'sha256',
  modified: 315_532_800,
  workers: 1,
  signal: new AbortController().signal,
};

async function sample(): Promise<Disk> {
  const disk = memoryDisk(8 * 2 ** 20);
  await disk.write(0, Buffer.from('the master boot record'));
  await disk.write(3 * 2 ** 20, Buffer.alloc(2 ** 20, 'data '));
  return disk;
}

/** The members of a tar archive in their order. */
function members(archive: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 0; archive[at] !== 0 && at < archive.length; ) {
    const name = archive.toString('utf8', at, archive.indexOf(0, at));
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 135), 8);
    found.set(name, archive.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return found;
}

it.each(['sha256', 'sha1', 'sha512'] as const)(
  'settles descriptor and %s manifest in front of the disk',
  async (manifest) => {
    const path = join(folder, `${manifest}.ova`);
    const result = await writeOva(await sample(), path, { ...OPTIONS, manifest });
    const archive = await readFile(path);
    const parts = members(archive);
    expect([...parts.keys()]).toEqual(['ws2019-std.ovf', 'ws2019-std.mf', 'ws2019-std-disk1.vmdk']);
    const digest = (name: string): string =>
      createHash(manifest)
        .update(parts.get(name) ?? '')
        .digest('hex');
    const label = manifest.toUpperCase();
    expect(parts.get('ws2019-std.mf')?.toString()).toBe(
      `${label}(ws2019-std.ovf)= ${digest('ws2019-std.ovf')}\n${label}(ws2019-std-disk1.vmdk)= ${digest('ws2019-std-disk1.vmdk')}\n`,
    );
    expect(parts.get('ws2019-std.ovf')?.toString()).toContain(
      `ovf:size="${parts.get('ws2019-std-disk1.vmdk')?.length}"`,
    );
    expect(result.sha256).toBe(createHash('sha256').update(archive).digest('hex'));
    expect(result.size).toBe(archive.length);
    expect(archive.length % 10_240).toBe(0);
  },
);

it('gives the same bytes again, over an older file too', async () => {
  const path = join(folder, 'again.ova');
  await writeFile(path, 'an older file that is not an OVA');
  const first = await writeOva(await sample(), path, OPTIONS);
  expect((await writeOva(await sample(), path, { ...OPTIONS, workers: 2 })).sha256).toBe(first.sha256);
});

it('leaves nothing behind when reading fails, and keeps the older file', async () => {
  const path = join(folder, 'kept.ova');
  await writeFile(path, 'older');
  const disk = await sample();
  const broken: Disk = {
    ...disk,
    read: async (offset, length) => {
      if (offset >= 2 ** 20 && offset < 7 * 2 ** 20) throw new Error('a bad sector');
      return disk.read(offset, length);
    },
  };
  await expect(writeOva(broken, path, OPTIONS)).rejects.toThrow('a bad sector');
  expect(await readFile(path, 'utf8')).toBe('older');
  expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
});

it('leaves nothing behind when cancelled, and does not mind what a killed run left', async () => {
  const path = join(folder, 'cancelled.ova');
  await writeFile(`${path}.stillframe-partial`, 'half an OVA of a run that was killed');
  const controller = new AbortController();
  const onProgress = (): void => controller.abort(cancelled());
  const running = writeOva(await sample(), path, { ...OPTIONS, signal: controller.signal, onProgress });
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect((await readdir(folder)).filter((name) => name.startsWith('cancelled'))).toEqual([]);
});

it.each([
  ['ws2019-std', 'ws2019-std'],
  ['Größe A/B: "x"', 'Gro-e-A-B-x'],
  ['../../etc/passwd', 'etc-passwd'],
  ['日本', 'vm'],
  ['a b', 'a-b'],
])('names the members of %s after it', (name, stem) => {
  expect(fileStem(name)).toBe(stem);
});

it('puts a signature that comes later where room was kept for it, and refuses one of another length', async () => {
  const path = join(folder, 'signed.ova');
  const signed: string[] = [];
  const signer = (real: string) => ({
    blank: () => '0'.repeat(700),
    sign: async (name: string, manifest: string, algorithm: string) => {
      signed.push(`${algorithm} ${name} ${manifest}`);
      return real;
    },
  });
  await writeOva(await sample(), path, { ...OPTIONS, signer: signer('1'.repeat(700)) });
  const parts = members(await readFile(path));
  expect([...parts.keys()]).toEqual(['ws2019-std.ovf', 'ws2019-std.mf', 'ws2019-std.cert', 'ws2019-std-disk1.vmdk']);
  expect(parts.get('ws2019-std.cert')?.toString()).toBe('1'.repeat(700));
  // Signed once, and what is signed is the manifest that is shipped.
  expect(signed).toEqual([`sha256 ws2019-std.mf ${parts.get('ws2019-std.mf')}`]);
  const other = join(folder, 'other.ova');
  await expect(writeOva(await sample(), other, { ...OPTIONS, signer: signer('1'.repeat(2000)) })).rejects.toThrow(
    /^The front takes \d+ bytes instead of \d+$/,
  );
  expect(await readdir(folder)).not.toContain('other.ova');
});

it('gives the VM the identity that its disk carries, and says of Tools what it was told', async () => {
  for (const toolsInstalled of [false, true]) {
    const path = join(folder, `marks-${toolsInstalled}.ova`);
    await writeOva(await sample(), path, { ...OPTIONS, toolsInstalled });
    const parts = members(await readFile(path));
    const { extraConfig } = parseOvf(parts.get('ws2019-std.ovf')?.toString('utf8') ?? '', 'ovf');
    const descriptor = parts.get('ws2019-std-disk1.vmdk')?.toString('latin1', 512, 21 * 512) ?? '';
    const id = /ddb.longContentID = "([0-9a-f]{32})"/.exec(descriptor)?.[1];
    expect(id).toBeDefined();
    expect([...extraConfig]).toEqual([
      ['disk.EnableUUID', 'TRUE'],
      ['stillframe.image', id],
    ]);
    expect(descriptor).toContain('SPARSE "ws2019-std-disk1.vmdk"');
    expect(descriptor.includes('ddb.toolsInstallType = "4"')).toBe(toolsInstalled);
  }
});

it('is brought to stable storage while it is written, and not finished when that fails', async () => {
  const disk = memoryDisk(33 * 2 ** 20);
  await disk.write(0, randomBytes(disk.size));
  const handle = await open(join(folder, 'any'), 'w');
  const files = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const flushes = vi.spyOn(files, 'datasync').mockRejectedValueOnce(new Error('EIO: i/o error, fdatasync'));
  try {
    const path = join(folder, 'flushed.ova');
    await expect(writeOva(disk, path, OPTIONS)).rejects.toThrow('EIO');
    expect(await readdir(folder)).not.toContain('flushed.ova');
    expect(flushes).toHaveBeenCalledTimes(1);
    const last = vi.spyOn(files, 'sync').mockRejectedValueOnce(new Error('ENOSPC: no space left on device, fsync'));
    await expect(writeOva(await sample(), path, OPTIONS)).rejects.toThrow('ENOSPC');
    last.mockRestore();
  } finally {
    flushes.mockRestore();
  }
});
