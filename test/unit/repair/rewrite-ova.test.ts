import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Disk } from '../../../src/disk/disk.ts';
import { type OvaPackage, openOva } from '../../../src/ova/ova-package.ts';
import { verifyManifest } from '../../../src/ova/verify-manifest.ts';
import { type ReplacedDisk, rewriteOva } from '../../../src/repair/rewrite-ova.ts';
import { memoryDisk } from '../disk/memory-disk.ts';
import { type Member, manifestOf, ovfOf, tarOf } from '../ova/sample-ova.ts';

const MIB = 2 ** 20;
const root = await mkdtemp(join(tmpdir(), 'stillframe-rewrite-ova-'));
afterAll(() => rm(root, { recursive: true, force: true }));
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(root, 'case-'));
});

const { signal } = new AbortController();
const OPTIONS = { level: 1, modified: 1_700_000_000, signal };
const OVF = ovfOf({
  drives: [
    { href: 'a.vmdk', unit: 0, file: 'ovf:size="1" ' },
    { href: 'b.vmdk', unit: 1 },
  ],
});

async function disk(): Promise<Disk> {
  const made = memoryDisk(MIB);
  await made.write(MIB - 512, Buffer.from('the end'));
  return made;
}

/** The package with these members written anew, `a.vmdk` or others replaced. */
async function rewrite(
  members: readonly Member[],
  names: readonly string[] = ['a.vmdk'],
  more: Partial<Parameters<typeof rewriteOva>[3]> = {},
): Promise<{ path: string; signatureDropped: boolean }> {
  const from = join(folder, 'from.ova');
  const path = join(folder, 'to.ova');
  await writeFile(from, tarOf(members));
  const ova = await openOva(from);
  try {
    const replaced = new Map<NonNullable<ReturnType<OvaPackage['members']['get']>>, ReplacedDisk>();
    for (const name of names) {
      const member = ova.members.get(name);
      if (member) replaced.set(member, { disk: await disk(), toolsInstalled: false });
    }
    return { path, ...(await rewriteOva(ova, replaced, path, { ...OPTIONS, ...more })) };
  } finally {
    await ova.close();
  }
}

/** The package, which is whole: every file but the manifest has a digest there, and it fits. */
async function sound(path: string): Promise<OvaPackage> {
  const ova = await openOva(path);
  try {
    expect(await verifyManifest(ova, signal)).toEqual([]);
    const named = [...(ova.manifest?.digests.keys() ?? [])];
    expect(named).toEqual([...ova.members.keys()].filter((name) => name !== ova.manifest?.name));
    return ova;
  } finally {
    await ova.close();
  }
}

describe('rewriteOva', () => {
  it('puts a manifest behind the descriptor, and every other member where it was', async () => {
    const large = Buffer.alloc(MIB + 3, 'n');
    const { path, signatureDropped } = await rewrite([
      ['vm.ovf', OVF],
      ['b.vmdk', 'other'],
      ['a.vmdk', 'old'],
      ['vm.nvram', large],
    ]);
    expect(signatureDropped).toBe(false);
    const ova = await sound(path);
    expect([...ova.members.keys()]).toEqual(['vm.ovf', 'vm.mf', 'b.vmdk', 'a.vmdk', 'vm.nvram']);
    expect([...(ova.manifest?.digests.values() ?? [])].map(({ algorithm }) => algorithm)).toEqual(
      Array.from({ length: 4 }, () => 'sha256'),
    );
    const bytes = await readFile(path);
    expect(bytes.length % 10_240).toBe(0);
    const at = (name: string): Buffer => {
      const { offset = 0, size = 0 } = ova.members.get(name) ?? {};
      return bytes.subarray(offset, offset + size);
    };
    expect(at('b.vmdk').toString()).toBe('other');
    expect(at('vm.nvram').equals(large)).toBe(true);
    expect(at('a.vmdk').toString('latin1', 0, 4)).toBe('KDMV');
    for (const { offset } of ova.members.values())
      expect(bytes.toString('latin1', offset - 512 + 136, offset - 512 + 147)).toBe(OPTIONS.modified.toString(8));
  });

  it('says in the descriptor the sizes of all files as they are, however they are written', async () => {
    const files = [
      `<File ovf:id="f0" ovf:size="1" ovf:href="a.vmdk"/>`,
      `<ovf:File ovf:size='17' ovf:id='f1' ovf:href='b.vmdk' />`,
      `<File ovf:id="f2" ovf:href="c.iso" ovf:size="4"/>`,
      `<File ovf:id="f3" ovf:href="d.iso" ovf:size="12884901888"/>`,
      `<File ovf:id="f4" ovf:href="e.gz" ovf:size="9" ovf:compression="gzip"/>`,
    ].join('\n');
    const text = OVF.replace(/<References>.*<\/References>/s, `<References>${files}</References>`);
    const { path } = await rewrite(
      [
        ['vm.ovf', text],
        ['a.vmdk', 'old'],
        ['b.vmdk', 'old'],
        ['c.iso', 'four'],
        ['d.iso', 'five!'],
        ['e.gz', 'packed'],
      ],
      ['a.vmdk', 'b.vmdk'],
    );
    const ova = await sound(path);
    const sizes = ['a.vmdk', 'b.vmdk', 'c.iso', 'd.iso'].map((name) => ova.members.get(name)?.size);
    // What a size means of a file that is compressed is left to who wrote it.
    expect(ova.ovf.files.map(({ size }) => size)).toEqual([...sizes, 9]);
    expect(sizes.slice(2)).toEqual([4, 5]);
    expect(ova.descriptor.text).toContain(`<File ovf:id="f2" ovf:href="c.iso" ovf:size="4"/>`);
    const field = (size: number | undefined): string => `ovf:size="${size}"`.padEnd('ovf:size='.length + 26);
    expect(ova.descriptor.text).toContain(`<File ovf:id="f0" ${field(sizes[0])}ovf:href="a.vmdk"/>`);
    expect(ova.descriptor.text).toContain(`<ovf:File ${field(sizes[1])}ovf:id='f1' ovf:href='b.vmdk' />`);
  });

  it('changes nothing else of a descriptor, whatever its encoding and the white space in it', async () => {
    const latin = OVF.replace('ovf:size="1"', 'ovf:size =\n"1"').replace('ovf:id="f0"', 'ovf:id = "f0"');
    const text = `<?xml version="1.0" encoding="ISO-8859-1"?>${latin.slice(21).replace('ovf:id="vm"', 'ovf:id="Größe"')}`;
    const { path } = await rewrite([
      ['vm.ovf', Buffer.from(text, 'latin1')],
      ['a.vmdk', 'old'],
      ['b.vmdk', 'b'],
    ]);
    const ova = await sound(path);
    const { offset = 0, size = 0 } = ova.members.get('vm.ovf') ?? {};
    const after = (await readFile(path)).toString('latin1', offset, offset + size);
    const [before, behind] = text.split('ovf:size =\n"1" ');
    expect(after.startsWith(before ?? '-')).toBe(true);
    expect(after.endsWith(behind ?? '-')).toBe(true);
    expect(after).toContain(`ovf:size =\n"${ova.members.get('a.vmdk')?.size}"`);
  });

  it.each(['sha1', 'sha512'])('keeps the algorithm and the name of the old manifest: %s', async (algorithm) => {
    const digits = '0'.repeat(algorithm === 'sha1' ? 40 : 128);
    const { path } = await rewrite([
      ['vm.ovf', OVF],
      ['other.mf', `${algorithm.toUpperCase()}(b.vmdk)= ${digits}\n`],
      ['a.vmdk', 'old'],
      ['b.vmdk', 'b'],
    ]);
    const ova = await sound(path);
    expect(ova.manifest?.name).toBe('other.mf');
    expect([...(ova.manifest?.digests ?? [])].map(([file, one]) => [file, one.algorithm])).toEqual([
      ['vm.ovf', algorithm],
      ['a.vmdk', algorithm],
      ['b.vmdk', algorithm],
    ]);
  });

  it('names a new manifest after the descriptor, whatever the case of its ending', async () => {
    const { path } = await rewrite([
      ['VM.ovf.OVF', OVF],
      ['a.vmdk', 'old'],
    ]);
    expect((await sound(path)).manifest?.name).toBe('VM.ovf.mf');
  });

  it('leaves out the signature that no longer fits, and says so', async () => {
    const members: Member[] = [
      ['vm.ovf', OVF],
      ['vm.mf', manifestOf([['a.vmdk', 'old']])],
      ['vm.CERT', 'signed'],
      ['a.vmdk', 'old'],
    ];
    const { path, signatureDropped } = await rewrite(members);
    expect(signatureDropped).toBe(true);
    expect([...(await sound(path)).members.keys()]).toEqual(['vm.ovf', 'vm.mf', 'a.vmdk']);
  });

  it('refuses a disk that the descriptor does not list, before a file is made', async () => {
    const unlisted = rewrite(
      [
        ['vm.ovf', OVF],
        ['a.vmdk', 'old'],
        ['c.vmdk', 'old'],
      ],
      ['a.vmdk', 'c.vmdk'],
    );
    await expect(unlisted).rejects.toMatchObject({
      code: 'ova-invalid',
      message: 'The descriptor vm.ovf does not list the disk c.vmdk among its files',
    });
    expect(await readdir(folder)).toEqual(['from.ova']);
  });

  it('leaves nothing behind when it is cancelled, while it copies or at the end', async () => {
    const cancelled = AbortSignal.abort(new Error('cancelled'));
    for (const members of [[['b.vmdk', 'b']], []] as Member[][]) {
      const all: Member[] = [['vm.ovf', OVF], ...members, ['a.vmdk', 'old']];
      await expect(rewrite(all, ['a.vmdk'], { signal: cancelled })).rejects.toThrow('cancelled');
      expect(await readdir(folder)).toEqual(['from.ova']);
    }
    await expect(rewrite([['vm.ovf', OVF]], [], { signal: cancelled })).rejects.toThrow('cancelled');
    expect(await readdir(folder)).toEqual(['from.ova']);
  });
});
