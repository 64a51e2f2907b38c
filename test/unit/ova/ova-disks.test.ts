import { expect, it } from 'vitest';
import { diskNamed, disksOf, emptyDisks, openOvaDisk, unusedDisks } from '../../../src/ova/ova-disks.ts';
import { type OvaContents, readOvaContents } from '../../../src/ova/ova-package.ts';
import { memorySource } from '../disk/mutated-images.ts';
import { sampleDisk } from '../disk/sample-disk.ts';
import { type Member, ovfOf, type SampleOvf, streamOf, tarOf } from './sample-ova.ts';

const open = (members: readonly Member[]): Promise<OvaContents> => readOvaContents(memorySource(tarOf(members)));
const names = (ova: OvaContents): string[] => disksOf(ova).map(({ member }) => member.name);
const withOvf = (ovf: SampleOvf, ...members: Member[]): Promise<OvaContents> =>
  open([['vm.ovf', ovfOf(ovf)], ...members]);

it('are those of the descriptor, the system disk first, not the first in the archive', async () => {
  const ova = await withOvf(
    {
      drives: [
        { href: 'data.vmdk', unit: 1 },
        { href: 'system.vmdk', unit: 0 },
      ],
    },
    ['data.vmdk', 'd'],
    ['other.vmdk', 'o'],
    ['system.vmdk', 's'],
  );
  expect(disksOf(ova).map(({ member, place }) => [member.name, place])).toEqual([
    ['system.vmdk', 'pvscsi 0:0'],
    ['data.vmdk', 'pvscsi 0:1'],
  ]);
});

it('are found with ./ names, percent signs and beside what macOS adds', async () => {
  const ovf: Member = ['./vm.ovf', ovfOf({ drives: [{ href: 'a%20disk.vmdk', unit: 0 }] })];
  const ova = await open([['./._vm.ovf', 'apple'], ovf, ['./._a disk.vmdk', 'apple'], ['./a disk.vmdk', 'd']]);
  expect(names(ova)).toEqual(['a disk.vmdk']);
  expect([...ova.members.keys()]).toEqual(['vm.ovf', 'a disk.vmdk']);
});

it.each<[string, SampleOvf, readonly Member[], RegExp]>([
  ['no drive', { drives: [] }, [['disk.vmdk', 'd']], /no disk of its machine is in it/],
  [
    'a file that is not there',
    { drives: [{ href: 'gone.vmdk', unit: 0 }] },
    [],
    /names gone.vmdk, which is not in the archive$/,
  ],
  [
    'a file in pieces',
    { drives: [{ href: 'd.vmdk', unit: 0, file: 'ovf:chunkSize="5"' }] },
    [['d.vmdk.000000000', 'd']],
    /names d.vmdk, which is not in the archive as one file/,
  ],
  [
    'a compressed file',
    { drives: [{ href: 'd.vmdk', unit: 0, file: 'ovf:compression="gzip"' }] },
    [['d.vmdk', 'd']],
    /d.vmdk is compressed by gzip/,
  ],
])('are refused with %s', async (_, ovf, members, reason) => {
  const ova = await withOvf(ovf, ...members);
  expect(() => disksOf(ova)).toThrow(
    expect.objectContaining({ code: 'ova-invalid', message: expect.stringMatching(reason) }),
  );
});

it('have no place where they hang on nothing', async () => {
  const ova = await withOvf({ drives: [{ href: 'd.vmdk', unit: 0, parent: 99 }] }, ['d.vmdk', 'd']);
  expect(disksOf(ova).map(({ place }) => place)).toEqual(['']);
});

it('are refused with the cure that fits', async () => {
  const gone = await withOvf({ drives: [{ href: 'd.vmdk', unit: 0 }] });
  expect(() => disksOf(gone)).toThrow(expect.objectContaining({ hint: expect.stringContaining('Make the OVA again') }));
  const pieces = await withOvf({ drives: [{ href: 'd.vmdk', unit: 0, file: 'ovf:chunkSize="5"' }] });
  expect(() => disksOf(pieces)).toThrow(expect.objectContaining({ hint: expect.stringContaining('cut into pieces') }));
});

it('are refused when they only hold what changed against another', async () => {
  const text = ovfOf({ drives: [{ href: 'd.vmdk', unit: 0 }] }).replace(
    'diskId="d0"',
    'diskId="d0" ovf:parentRef="base"',
  );
  const ova = await open([
    ['vm.ovf', text],
    ['d.vmdk', 'd'],
  ]);
  expect(() => disksOf(ova)).toThrow('d.vmdk only holds what changed against another disk (ovf:parentRef base)');
});

it('say of a unit that the descriptor leaves out that it is not known', async () => {
  const text = ovfOf({ drives: [{ href: 'd.vmdk', unit: 0 }] }).replace(/<rasd:AddressOnParent>0<[^>]+>/, '');
  expect(text).not.toContain('AddressOnParent>0<');
  const ova = await open([
    ['vm.ovf', text],
    ['d.vmdk', 'x'],
  ]);
  expect(disksOf(ova).map(({ place }) => place)).toEqual(['pvscsi 0:?']);
});

it('are empty where no file holds them, and told by their places', async () => {
  const drives = [
    { href: 'd.vmdk', unit: 0 },
    { href: 'e.vmdk', unit: 2 },
    { href: 'f.vmdk', unit: 1, parent: 99 },
  ];
  const text = ovfOf({ drives }).replace('ovf:fileRef="f1"', '').replace('ovf:fileRef="f2"', '');
  const ova = await open([
    ['vm.ovf', text],
    ['d.vmdk', 'd'],
  ]);
  expect(names(ova)).toEqual(['d.vmdk']);
  expect(emptyDisks(ova)).toEqual(['pvscsi 0:2', '']);
  expect(emptyDisks(await open([['d.vmdk', 'd']]))).toEqual([]);
  expect(emptyDisks(await open([['vm.ovf', '<Envelope']]))).toEqual([]);
});

it('are unused where the descriptor lists them and no item names them', async () => {
  const drives = [
    { href: 'b%20disk.vmdk', unit: 1, unused: true as const },
    { href: 'd.vmdk', unit: 0 },
    { href: 'gone.vmdk', unit: 2, unused: true as const },
  ];
  const items =
    '<Item><rasd:HostResource>ovf:/file/f3</rasd:HostResource><rasd:ResourceType>17</rasd:ResourceType></Item>';
  const ova = await open([
    [
      'vm.ovf',
      ovfOf({ drives: [...drives, { href: 'e.vmdk', unit: 3, unused: true }], items }).replace(
        '</DiskSection>',
        '<Disk ovf:diskId="empty"/></DiskSection>',
      ),
    ],
    ['b disk.vmdk', 'b'],
    ['d.vmdk', 'd'],
    ['e.vmdk', 'e'],
  ]);
  expect(unusedDisks(ova)).toEqual(['b disk.vmdk']);
  expect(unusedDisks(await open([['d.vmdk', 'd']]))).toEqual([]);
  expect(unusedDisks(await open([['vm.ovf', '<Envelope']]))).toEqual([]);
});

it('are refused where the descriptor describes several machines', async () => {
  const text = ovfOf({ drives: [{ href: 'd.vmdk', unit: 0 }] }).replace('</Envelope>', '<VirtualSystem/></Envelope>');
  const ova = await open([
    ['vm.ovf', text],
    ['d.vmdk', 'd'],
  ]);
  expect(() => disksOf(ova)).toThrow('describes 2 virtual machines');
});

it('go by their names without a descriptor that can be read; a floppy image is none', async () => {
  const members: Member[] = [
    ['floppy.img', Buffer.alloc(1_474_560)],
    ['extra.raw', 'r'],
    ['disk.VMDK', 'd'],
    ['disk.vhdx', 'v'],
  ];
  expect(names(await open(members))).toEqual(['disk.VMDK', 'disk.vhdx', 'extra.raw']);
  expect(names(await open([['vm.ovf', '<Envelope'], ...members]))).toEqual(['disk.VMDK', 'disk.vhdx', 'extra.raw']);
  const none = await open([['readme.txt', 'x']]);
  expect(() => disksOf(none)).toThrow(expect.objectContaining({ hint: 'It holds: readme.txt.' }));
  const empty = await open([]);
  expect(() => disksOf(empty)).toThrow(expect.objectContaining({ hint: 'It holds: nothing.' }));
});

it('are opened where they lie, and leave the archive open', async () => {
  const disk = await streamOf(await sampleDisk());
  const ova = await withOvf({ drives: [{ href: 'd.vmdk', unit: 0 }] }, ['d.vmdk', disk]);
  for (let time = 0; time < 2; time++) {
    const opened = await openOvaDisk(ova, diskNamed(ova, 'd.vmdk'));
    expect(opened).toMatchObject({ size: 256 * 2 ** 20, format: 'vmdk-streamOptimized', path: 'image!d.vmdk' });
    expect((await opened.read(512, 8)).toString()).toBe('EFI PART');
    await opened.close();
  }
  expect(() => diskNamed(ova, 'x.vmdk')).toThrow(
    expect.objectContaining({ code: 'ova-invalid', hint: 'It holds: vm.ovf, d.vmdk.' }),
  );
});

it.each<[string, string | Buffer, string]>([
  ['an archive', tarOf([['x', 'y']]), 'an archive'],
  ['a VMDK of several files', '# Disk DescriptorFile\n', 'a VMDK made of several files'],
])('are refused where the file is %s', async (_, content, what) => {
  const ova = await withOvf({ drives: [{ href: 'd.vmdk', unit: 0 }] }, ['d.vmdk', content]);
  await expect(openOvaDisk(ova, disksOf(ova)[0])).rejects.toMatchObject({
    code: 'ova-invalid',
    message: expect.stringContaining(what),
  });
});
