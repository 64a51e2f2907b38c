import { expect, it } from 'vitest';
import { readOvaContents } from '../../../src/ova/ova-package.ts';
import { verifyManifest } from '../../../src/ova/verify-manifest.ts';
import { memorySource } from '../disk/mutated-images.ts';
import { type Member, manifestOf, ovfOf, tarOf } from './sample-ova.ts';

const signal = new AbortController().signal;
const OVF: Member = ['vm.ovf', ovfOf({ drives: [{ href: 'a%20disk.vmdk', unit: 0 }] })];
const DISK: Member = ['a disk.vmdk', Buffer.alloc(5000, 'disk')];

async function verify(members: readonly Member[], atMost?: number): Promise<readonly string[]> {
  return verifyManifest(await readOvaContents(memorySource(tarOf(members))), signal, atMost);
}

it('is content where every file is as the manifest says, or there is none', async () => {
  expect(await verify([OVF, ['vm.mf', manifestOf([OVF, DISK])], DISK])).toEqual([]);
  expect(await verify([OVF, DISK])).toEqual([]);
});

it('knows a file by its encoded name, and asks nothing of signature and macOS', async () => {
  const encoded = manifestOf([OVF, ['./a%20disk.vmdk', DISK[1]]]);
  const mac: Member[] = [
    ['._vm.ovf', 'x'],
    ['vm.cert', 'y'],
    ['vm2.CERT', 'y'],
  ];
  expect(await verify([...mac, OVF, ['vm.mf', encoded], DISK])).toEqual([]);
});

it.each<[string, readonly Member[], string, RegExp]>([
  [
    'a changed disk',
    [OVF, ['vm.mf', manifestOf([OVF, ['a disk.vmdk', 'x']])], DISK],
    'hash-mismatch',
    /^a disk.vmdk in image has the sha256/,
  ],
  [
    'a changed descriptor',
    [OVF, ['vm.mf', manifestOf([['vm.ovf', 'x'], DISK])], DISK],
    'hash-mismatch',
    /^vm.ovf in image/,
  ],
  [
    'a file that is missing',
    [OVF, ['vm.mf', manifestOf([OVF, DISK])]],
    'ova-invalid',
    /vm.mf lists a disk.vmdk, which is not in the archive/,
  ],
  [
    'a file that is not listed',
    [OVF, ['vm.mf', manifestOf([OVF])], DISK],
    'ova-invalid',
    /vm.mf does not list a disk.vmdk/,
  ],
])('refuses %s', async (_, members, code, message) => {
  await expect(verify(members)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

it('reads no more than it may, smallest files first, and names what it left', async () => {
  const members: Member[] = [OVF, ['vm.mf', manifestOf([OVF, ['a disk.vmdk', 'changed']])], DISK];
  const ovfBytes = Buffer.from(OVF[1]).length;
  expect(await verify(members, ovfBytes)).toEqual(['a disk.vmdk']);
  expect(await verify(members, ovfBytes - 1)).toEqual(['vm.ovf', 'a disk.vmdk']);
  expect(await verify(members, ovfBytes + 4999)).toEqual(['a disk.vmdk']);
  await expect(verify(members, ovfBytes + 5000)).rejects.toMatchObject({ code: 'hash-mismatch' });
});

it('ends when it is cancelled', async () => {
  const ova = await readOvaContents(memorySource(tarOf([OVF, ['vm.mf', manifestOf([OVF, DISK])], DISK])));
  await expect(verifyManifest(ova, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
});
