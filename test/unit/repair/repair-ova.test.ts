import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { checkImage } from '../../../src/check/check-image.ts';
import { openOva } from '../../../src/ova/ova-package.ts';
import { verifyManifest } from '../../../src/ova/verify-manifest.ts';
import { repairOva } from '../../../src/repair/repair-ova.ts';
import { sampleStore } from '../bcd/sample-store.ts';
import { GUIDS, sampleDisk } from '../disk/sample-disk.ts';
import { openFiles } from '../ova/open-files.ts';
import { type Member, manifestOf, ovfOf, streamOf, tarOf } from '../ova/sample-ova.ts';
import { type ContextDouble, contextDouble } from './context-double.ts';

const root = await mkdtemp(join(tmpdir(), 'stillframe-repair-ova-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let folder = '';
let context: ContextDouble;
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
  context = contextDouble();
});

afterEach(async () => {
  expect(await openFiles(root), 'files still open').toBe(0);
});

let sound: Buffer;
let defective: Buffer;
let data: Buffer;
beforeAll(async () => {
  const store = sampleStore({ disk: GUIDS.disk, esp: GUIDS.esp, windows: GUIDS.windows, recovery: GUIDS.recovery });
  sound = await streamOf(await sampleDisk());
  defective = await streamOf(await sampleDisk({ order: ['recovery', 'esp', 'msr', 'windows'] }));
  data = await streamOf(await sampleDisk({ order: ['recovery', 'data'], guid: GUIDS.otherDisk }));
  naming = await streamOf(await sampleDisk({ files: { 'EFI/Microsoft/Boot/BCD': store } }));
});
let naming: Buffer;

async function write(members: readonly Member[]): Promise<string> {
  const path = join(folder, 'vm.ova');
  await writeFile(path, tarOf(members));
  return path;
}

const options = { extend: false, dryRun: false };
/** A size as exporters write it: of no file. */
const WRONG = 'ovf:size="1"';
const one = (href: string): Member => ['vm.ovf', ovfOf({ drives: [{ href, unit: 0, file: WRONG }] })];

it('repairs an OVA of ./ names and percent signs in place, and leaves a package that holds', async () => {
  const ovf = one('a%20disk.vmdk');
  const image = await write([
    ['./._vm.ovf', 'apple'],
    ['./vm.ovf', ovf[1]],
    ['./vm.mf', manifestOf([ovf, ['a disk.vmdk', defective]])],
    ['./vm.cert', 'signed'],
    ['./a disk.vmdk', defective],
  ]);
  expect(await repairOva({ ...options, image }, context)).toMatchObject({ changed: true });
  expect(context.warnings).toEqual(['The signature of the OVA was left out: sign the repaired package again.']);
  const ova = await openOva(image);
  expect([...ova.members.keys()]).toEqual(['vm.ovf', 'vm.mf', 'a disk.vmdk']);
  expect(await verifyManifest(ova, context.signal)).toEqual([]);
  expect(ova.ovf.files[0]?.size).toBe(ova.members.get('a disk.vmdk')?.size);
  await ova.close();
  expect((await checkImage(image, 'application')).findings).toEqual([]);
  expect(await readdir(folder)).toEqual(['vm.ova']);
});

it('repairs each disk of the machine, and cleans the boot store of what another disk lost', async () => {
  const drives = [
    { href: 'data.vmdk', unit: 1 },
    { href: 'system.vmdk', unit: 0 },
  ];
  const image = await write([
    ['vm.ovf', ovfOf({ drives })],
    ['data.vmdk', data],
    ['system.vmdk', naming],
  ]);
  const output = join(folder, 'out.ova');
  const repair = await repairOva({ ...options, image, output }, context);
  expect(repair).toMatchObject({
    changed: true,
    bootStores: ['/EFI/Microsoft/Boot/BCD'],
    others: [{ disk: 'data.vmdk', repair: { changed: true } }],
  });
  const check = await checkImage(output, 'application');
  expect(check.findings).toEqual([]);
  expect(check.others?.[0]?.layout.partitions.map(({ guid }) => guid)).toEqual([GUIDS.data]);
  expect((await readFile(image)).includes(data)).toBe(true);
});

it('copies the other disks byte for byte, and says how large they are', async () => {
  const drives = [
    { href: 'data.vmdk', unit: 1, file: WRONG },
    { href: 'system.vmdk', unit: 0, file: WRONG },
  ];
  const image = await write([
    ['vm.ovf', ovfOf({ drives })],
    ['data.vmdk', sound],
    ['system.vmdk', defective],
    ['extra.nvram', 'nv'],
  ]);
  await repairOva({ ...options, image }, context);
  const bytes = await readFile(image);
  expect(bytes.includes(sound)).toBe(true);
  expect(bytes.includes(defective)).toBe(false);
  const ova = await openOva(image);
  expect([...ova.members.keys()]).toEqual(['vm.ovf', 'vm.mf', 'data.vmdk', 'system.vmdk', 'extra.nvram']);
  expect(ova.ovf.files.map(({ size }) => size)).toEqual([sound.length, ova.members.get('system.vmdk')?.size]);
  await ova.close();
});

it.each<[string, () => Member[], string]>([
  [
    'whose manifest disowns a disk',
    () => [one('a.vmdk'), ['vm.mf', manifestOf([one('a.vmdk'), ['a.vmdk', sound]])], ['a.vmdk', defective]],
    'hash-mismatch',
  ],
  ['that lacks its disk', () => [one('a.vmdk')], 'ova-invalid'],
  ['without a descriptor', () => [['a.vmdk', defective]], 'ova-invalid'],
])('refuses an OVA %s, and changes nothing', async (_, members, code) => {
  const image = await write(members());
  const before = await readFile(image);
  await expect(repairOva({ ...options, image }, context)).rejects.toMatchObject({ code });
  expect((await readFile(image)).equals(before)).toBe(true);
  expect(await readdir(folder)).toEqual(['vm.ova']);
});

it('writes nothing on a dry run, and nothing new where nothing is wrong', async () => {
  const image = await write([one('a.vmdk'), ['a.vmdk', defective]]);
  const before = await readFile(image);
  expect(await repairOva({ ...options, image, dryRun: true }, context)).toMatchObject({ changed: true });
  expect((await readFile(image)).equals(before)).toBe(true);
  const fine = await write([one('a.vmdk'), ['a.vmdk', sound]]);
  const output = join(folder, 'copy.ova');
  expect(await repairOva({ ...options, image: fine, output }, context)).toMatchObject({ changed: false });
  expect((await readFile(output)).equals(await readFile(fine))).toBe(true);
});

it('refuses to turn a disk of another format into a VMDK', async () => {
  const raw = await sampleDisk({ order: ['recovery', 'data'], size: 96 * 2 ** 20 });
  const image = await write([one('a.raw'), ['a.raw', await raw.read(0, raw.size)]]);
  await expect(repairOva({ ...options, image }, context)).rejects.toMatchObject({
    code: 'disk-format-unsupported',
    message: expect.stringContaining('is stored as raw'),
  });
});

it('says of VMware Tools what is on the repaired disk', async () => {
  const bare = await streamOf(
    await sampleDisk({
      order: ['recovery', 'esp', 'msr', 'windows'],
      ntfs: { renamed: ['vmt', 'vmx'] },
    }),
  );
  for (const [disk, stamped] of [
    [defective, true],
    [bare, false],
  ] as const) {
    const image = await write([one('a.vmdk'), ['a.vmdk', disk]]);
    await repairOva({ ...options, image }, context);
    expect((await readFile(image)).includes('ddb.toolsVersion = "2147483647"')).toBe(stamped);
  }
});
