import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FormatError } from '../../../src/errors.ts';
import { openOva, readOvaContents } from '../../../src/ova/ova-package.ts';
import { memorySource } from '../disk/mutated-images.ts';
import { openFiles } from './open-files.ts';
import { type Member, manifestOf, ovfOf, tarOf } from './sample-ova.ts';

const folder = await mkdtemp(join(tmpdir(), 'stillframe-ova-package-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const OVF = ovfOf({ drives: [{ href: 'a.vmdk', unit: 0 }] });
const DISK: Member = ['a.vmdk', 'disk'];

async function write(members: readonly Member[]): Promise<string> {
  const path = join(folder, 'vm.ova');
  await writeFile(path, tarOf(members));
  return path;
}

describe('openOva', () => {
  it('reads descriptor and manifest by their endings, and knows its files by their plain names', async () => {
    const path = await write([
      ['./._VM.OVF', 'apple'],
      ['./VM.OVF', OVF],
      ['./VM.MF', manifestOf([DISK])],
      ['./a.vmdk', 'disk'],
      ['second.ovf', '<Envelope/>'],
    ]);
    const ova = await openOva(path);
    expect([...ova.members.keys()]).toEqual(['VM.OVF', 'VM.MF', 'a.vmdk', 'second.ovf']);
    expect(ova.descriptor).toEqual({ name: 'VM.OVF', text: OVF });
    expect(ova.ovf).toMatchObject({ name: `${path}!VM.OVF`, files: [{ href: 'a.vmdk' }] });
    expect(ova.manifest?.name).toBe('VM.MF');
    expect([...(ova.manifest?.digests.keys() ?? [])]).toEqual(['a.vmdk']);
    expect(ova.path).toBe(path);
    expect(await openFiles(folder)).toBe(1);
    await ova.close();
    expect(await openFiles(folder)).toBe(0);
  });

  it.each<[string, readonly Member[], object]>([
    ['no descriptor', [DISK], { code: 'ova-invalid', message: expect.stringContaining('holds no .ovf descriptor') }],
    ['a damaged descriptor', [['vm.ovf', '<Envelope'], DISK], { name: 'FormatError' }],
    [
      'a file that is there twice',
      [['vm.ovf', OVF], DISK, ['./a.vmdk', 'another']],
      { code: 'ova-invalid', message: expect.stringContaining('vm.ova holds a.vmdk twice') },
    ],
    ['a damaged manifest', [['vm.ovf', OVF], ['vm.mf', 'x'], DISK], { name: 'FormatError' }],
  ])('refuses an archive with %s, and leaves no file open', async (_, members, error) => {
    await expect(openOva(await write(members))).rejects.toMatchObject(error);
    expect(await openFiles(folder)).toBe(0);
  });

  it('refuses what is no archive, and leaves no file open', async () => {
    const path = join(folder, 'vm.ova');
    await writeFile(path, Buffer.alloc(1024, 'x'));
    await expect(openOva(path)).rejects.toThrow(FormatError);
    expect(await openFiles(folder)).toBe(0);
  });
});

describe('readOvaContents', () => {
  it('is content without descriptor and manifest, and with a descriptor that cannot be read', async () => {
    const bare = await readOvaContents(memorySource(tarOf([DISK])));
    expect(bare).not.toHaveProperty('descriptor');
    expect(bare).not.toHaveProperty('ovf');
    expect(bare.manifest).toBeUndefined();
    const damaged = await readOvaContents(memorySource(tarOf([['vm.ovf', '<Envelope']])));
    expect(damaged.descriptor?.text).toBe('<Envelope');
    expect(damaged.ovf).toBeInstanceOf(FormatError);
    const empty = await readOvaContents(memorySource(tarOf([['vm.ovf', '']])));
    expect(empty.descriptor).toEqual({ name: 'vm.ovf', text: '' });
    expect(empty.ovf).toBeInstanceOf(FormatError);
  });

  it('reads a descriptor in the encoding that it declares, and says why it does not', async () => {
    const declared = (encoding: string): string =>
      OVF.replace('?>', ` encoding="${encoding}"?>`).replace('dmz', 'Größe');
    const read = (bytes: Buffer) => readOvaContents(memorySource(tarOf([['vm.ovf', bytes]]), undefined, 'x.ova'));
    const latin = await read(Buffer.from(declared('ISO-8859-1'), 'latin1'));
    expect(latin.ovf).toMatchObject({ networks: ['VM & Network', 'Größe'] });
    expect(latin.descriptor?.text).toBe(declared('UTF-8'));
    const wide = await read(Buffer.from(`\ufeff${OVF}`, 'utf16le'));
    expect(wide.ovf).toMatchObject({ message: 'x.ova!vm.ovf: at offset 0: expected XML in UTF-8, found UTF-16' });
    expect((await read(Buffer.from(declared('UTF-8'), 'latin1'))).ovf).toBeInstanceOf(FormatError);
  });

  it('takes no descriptor of more than 4 MiB for one', async () => {
    const large = (more: number): Member[] => [['vm.ovf', OVF.padEnd(4 * 2 ** 20 + more)]];
    expect((await readOvaContents(memorySource(tarOf(large(0))))).ovf).toMatchObject({ systems: 1 });
    await expect(readOvaContents(memorySource(tarOf(large(1))))).rejects.toThrow(
      'expected at most 4194304 bytes in vm.ovf, found 4194305',
    );
  });
});
