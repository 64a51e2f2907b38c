/** Readers that set-up does not install, because they are large or no package: each is asked where it is there, and said where not. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { guestfs } from '../../judges/guestfs.ts';
import { convert, has, makeRaw, programBytes, run } from './convert-case.ts';

const MIB = 2 ** 20;

let folder = '';
let vmdk = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-judges-'));
  const image = join(folder, 'disk.raw');
  await makeRaw(image, 128 * MIB, [[100 * MIB, programBytes(5 * MIB)]]);
  await run('sgdisk', ['-n', '1:2048:+64M', '-t', '1:ef00', '-n', '2:0:0', '-t', '2:0700', image]);
  const esp = `${image}@@${MIB}`;
  await run('mkfs.fat', ['-F', '32', '--offset', '2048', image, String(64 * 1024)]);
  await run('mmd', ['-i', esp, '::/EFI', '::/EFI/Boot']);
  await run('mcopy', ['-i', esp, '/bin/true', '::/EFI/Boot/bootx64.efi']);
  ({ vmdk } = await convert(image, join(folder, 'disk.ova')));
});
afterAll(() => rm(folder, { recursive: true }));

it('vmdk-convert of open-vmdk makes the same disk of it', async (test) => {
  if (!(await has('vmdk-convert'))) test.skip('vmdk-convert is not installed');
  await run('vmdk-convert', [vmdk, `${vmdk}.again`]);
  expect(await run('qemu-img', ['compare', vmdk, `${vmdk}.again`])).toContain('Images are identical');
});

it('guestfish finds the partitions and reads the loader', async (test) => {
  if (!(await has('guestfish'))) test.skip('guestfish is not installed');
  const asked = ['run', ':', 'part-list', '/dev/sda', ':', 'mount-ro', '/dev/sda1', '/', ':', 'find', '/EFI'];
  const said = await guestfs('guestfish', '--ro', '--format=vmdk', '-a', vmdk, ...asked);
  expect(said.match(/part_num: \d/g)).toEqual(['part_num: 1', 'part_num: 2']);
  expect(said).toMatch(/^\/Boot\/bootx64\.efi$/im);
});
