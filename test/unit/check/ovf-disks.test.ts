import { beforeAll, describe, expect, it } from 'vitest';
import { judgeOvfDisks } from '../../../src/check/ovf-disks.ts';
import { readOvaContents } from '../../../src/ova/ova-package.ts';
import { memoryDisk } from '../disk/memory-disk.ts';
import { memorySource } from '../disk/mutated-images.ts';
import { type Member, ovfOf, type SampleOvf, streamOf, tarOf } from '../ova/sample-ova.ts';

const MIB = 2 ** 20;
const SIZE = 3 * MIB;
let disk: Buffer;
beforeAll(async () => {
  disk = await streamOf(memoryDisk(SIZE));
});

const judge = async (ovf: SampleOvf | string, ...members: Member[]) =>
  judgeOvfDisks(
    await readOvaContents(
      memorySource(
        tarOf([['vm.ovf', typeof ovf === 'string' ? ovf : ovfOf(ovf)], ['a.vmdk', disk], ...members]),
        undefined,
        'x.ova',
      ),
    ),
  );
const capacity = (attributes: string) => judge({ drives: [{ href: 'a.vmdk', unit: 0, disk: attributes }] });

it.each([
  ['the same', `ovf:capacity="${SIZE}"`],
  ['the same in another unit', 'ovf:capacity="3" ovf:capacityAllocationUnits="byte * 2^20"'],
  ['the same, rounded up to its unit', 'ovf:capacity="1" ovf:capacityAllocationUnits="byte * 2^22"'],
  ['none', ''],
  ['one that a property gives', 'ovf:capacity="$(disk.size)"'],
])('finds nothing where the capacity is %s', async (_what, attributes) => {
  expect(await capacity(attributes)).toEqual([]);
});

it('tells a capacity that is less than the disk, which ESXi refuses', async () => {
  expect(await capacity(`ovf:capacity="${SIZE - 512}"`)).toEqual([
    {
      code: 'ovf-capacity-differs',
      severity: 'error',
      seen: 'The OVF descriptor gives a.vmdk a capacity of 3.0 MiB (3145216 bytes), and the disk in it has 3 MiB (3145728 bytes): ESXi refuses to take a disk that is larger than it was told',
      remedy: expect.stringContaining('Make the OVA again') as string,
    },
  ]);
});

it.each([
  ['bytes', `ovf:capacity="${SIZE + 1}"`, '(3145729 bytes)'],
  ['its unit', 'ovf:capacity="4" ovf:capacityAllocationUnits="byte * 2^20"', '(4194304 bytes)'],
])('tells a capacity that is more than the disk, in %s', async (_what, attributes, told) => {
  const findings = await capacity(attributes);
  expect(findings).toMatchObject([{ code: 'ovf-capacity-differs', severity: 'warning' }]);
  expect(findings[0]?.seen).toContain(told);
  expect(findings[0]?.seen).not.toContain('ESXi');
});

it('tells a disk that is listed and that no item uses', async () => {
  const drives = [
    { href: 'a.vmdk', unit: 0 },
    { href: 'b.vmdk', unit: 1, unused: true as const },
  ];
  expect(await judge({ drives }, ['b.vmdk', disk])).toEqual([
    {
      code: 'ovf-disk-unused',
      severity: 'warning',
      seen: 'The OVF descriptor of x.ova lists the disk b.vmdk, and no item of the machine uses it: who imports the OVA does not get it',
      remedy: expect.stringContaining('with all its disks attached') as string,
    },
  ]);
  // What is not in the archive is nobody’s disk.
  expect((await judge({ drives })).map(({ code }) => code)).toEqual(['ovf-file-missing']);
});

it('says nothing of what it cannot read, nor of a descriptor that is none', async () => {
  const small = 'ovf:capacity="1"';
  const told = (href: string, more: Partial<SampleOvf['drives'][number]>, content: string | Buffer) =>
    judge({ drives: [{ href, unit: 0, disk: small, ...more }] }, [href, content]);
  expect(await told('b.vmdk', {}, 'no disk')).toEqual([]);
  expect(await told('b.vmdk', {}, tarOf([['x', 'y']]))).toEqual([]);
  expect(await told('b.vmdk', { file: 'ovf:compression="gzip"' }, disk)).toEqual([]);
  expect(await told('b.vmdk', { disk: `${small} ovf:parentRef="x"` }, disk)).toEqual([]);
  expect(await told('b.vmdk', {}, disk)).toHaveLength(1);
  expect(await judge('<Envelope')).toEqual([]);
  expect(await judgeOvfDisks(await readOvaContents(memorySource(tarOf([['a.vmdk', disk]]))))).toEqual([]);
});

describe('the archive', () => {
  const drives = (size: number) => ({ drives: [{ href: 'a.vmdk', unit: 0, file: `ovf:size="${size}"` }] });

  it('has files of the size that the descriptor says', async () => {
    expect(await judge(drives(disk.length))).toEqual([]);
    for (const size of [disk.length - 1, SIZE]) {
      expect(await judge(drives(size))).toEqual([
        {
          code: 'ovf-size-differs',
          severity: 'warning',
          seen: `The OVF descriptor of x.ova says that a.vmdk has ${size} bytes, and it has ${disk.length}`,
          remedy: expect.stringContaining('Make the OVA again') as string,
        },
      ]);
    }
  });

  it('says nothing of a file that is not in the archive, or not as it is', async () => {
    const files = '<File ovf:id="c" ovf:href="http://example.org/a.iso" ovf:size="7"/>';
    expect(await judge({ ...drives(disk.length), files })).toEqual([]);
    const packed = { href: 'a.vmdk', unit: 0, file: 'ovf:size="7" ovf:compression="gzip"' };
    expect(await judge({ drives: [packed] })).toEqual([]);
  });

  it('holds the files that the descriptor names, unless they are elsewhere or in pieces', async () => {
    const named = (more: string) => judge({ ...drives(disk.length), files: `<File ovf:id="c" ${more}/>` });
    expect(await named('ovf:href="vm.nvram" ovf:size="8"')).toEqual([
      {
        code: 'ovf-file-missing',
        severity: 'error',
        seen: 'The OVF descriptor of x.ova names the file vm.nvram, which is not in the archive',
        remedy: expect.stringContaining('Export the VM again') as string,
      },
    ]);
    expect(await named('ovf:href="https://example.org/vm.iso"')).toEqual([]);
    expect(await named('ovf:href="vm.iso" ovf:chunkSize="7"')).toEqual([]);
  });

  it('begins with its descriptor', async () => {
    const members: Member[] = [
      ['a.vmdk', disk],
      ['vm.ovf', ovfOf(drives(disk.length))],
    ];
    const findings = await judgeOvfDisks(await readOvaContents(memorySource(tarOf(members), undefined, 'x.ova')));
    expect(findings).toMatchObject([{ code: 'ovf-not-first', severity: 'error' }]);
    expect(findings[0]?.seen).toContain('x.ova begins with a.vmdk, not with its descriptor');
  });
});
