/** The test that firmware starts a disk can fail: the disk of every release by night, and its loader is broken. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startInFirmware } from '../../judges/start-firmware.ts';
import { tools } from '../../media/media-tools.ts';
import { createWorkspace, type Workspace } from './build-run.ts';
import { buildProduct } from './product-build.ts';

const LOADER = '::/EFI/Boot/bootx64.efi';
/** The ESP in a fixed VHD, which is the raw disk and a footer. */
const ESP = '@@1M';
/** Where the code of the sample's programs begins: behind one sector of headers. */
const CODE = 0x200;
/** Where a PE file says for which processor it is: behind its signature, which stands at 0x80 there. */
const MACHINE = 0x84;

let workspace: Workspace;
let image: string;
let whole: Buffer;
beforeAll(async () => {
  workspace = await createWorkspace();
  const disk = { format: 'vhd', type: 'fixed' } as const;
  image = (await buildProduct(workspace, { product: 'windows-server-2025', edition: 'standard-core', disk })).image;
  const file = join(workspace.folder, 'whole.efi');
  await tools.run('mcopy', ['-i', image + ESP, LOADER, file]);
  whole = await readFile(file);
  await mkdir(join(workspace.folder, 'firmware'));
});
afterAll(() => workspace.remove());

/** Starts the disk with another file in place of its loader, or none. */
async function start(loader: Buffer | undefined): Promise<string> {
  await tools.run('mdel', ['-i', image + ESP, LOADER]);
  const file = join(workspace.folder, 'loader.efi');
  await writeFile(file, loader ?? whole);
  // mdel finds it again next time.
  const place = loader === undefined ? '::/EFI/Boot/elsewhere.efi' : LOADER;
  await tools.run('mcopy', ['-o', '-i', image + ESP, file, place]);
  try {
    return await startInFirmware(image, 'vpc', join(workspace.folder, 'firmware'));
  } finally {
    if (loader === undefined) await tools.run('mren', ['-i', image + ESP, place, 'bootx64.efi']);
  }
}

function changed(offset: number, bytes: readonly number[]): Buffer {
  const loader = Buffer.from(whole);
  loader.set(bytes, offset);
  return loader;
}

it('starts the disk with the loader put back as it was', async () => {
  expect(await start(whole)).toMatch(/Stillframe sample boot manager 2025: started from/);
});

it.each<[string, () => Buffer | undefined, RegExp]>([
  ['is missing', () => undefined, /failed to load .*: Not Found/],
  ['is empty', () => Buffer.alloc(0), /failed to load/],
  ['ends in its headers', () => whole.subarray(0, 0x100), /failed to load/],
  ['is for ARM64', () => changed(MACHINE, [0x64, 0xaa]), /failed to load/],
  // xor eax, eax; ret
  ['does nothing and says that all is well', () => changed(CODE, [0x31, 0xc0, 0xc3]), /loading \S+ "UiApp" from Fv/],
])('fails when the loader %s', async (_, loader, says) => {
  await expect(start(loader())).rejects.toThrow(says);
});
