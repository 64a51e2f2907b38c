/** Every release, edition and format: the same disk in each format, the same OVA of each, and firmware starts its loader. */

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PRODUCTS } from '../../../src/products/product.ts';
import { startInFirmware } from '../../judges/start-firmware.ts';
import { tools } from '../../media/media-tools.ts';
import { convert } from '../ova/convert-case.ts';
import { createWorkspace, type Workspace } from './build-run.ts';
import { buildProduct } from './product-build.ts';

const FORMATS = [
  { format: 'vhd', type: 'dynamic' },
  { format: 'vhd', type: 'fixed' },
  { format: 'vhdx', type: 'dynamic' },
  { format: 'vhdx', type: 'fixed' },
] as const;

let workspace: Workspace;
beforeEach(async () => {
  workspace = await createWorkspace();
});
afterEach(() => workspace.remove());

describe.each(PRODUCTS)('%s', (product) => {
  it.each(['standard-core', 'datacenter-desktop'])('%s is one disk in every format', async (edition) => {
    const [first, ...others] = FORMATS;
    const dynamic = await buildProduct(workspace, { product, edition, disk: first });
    const ova = await convert(dynamic.image, join(workspace.folder, 'first.ova'));
    for (const disk of others) {
      const made = await buildProduct(workspace, { product, edition, disk });
      await tools.run('qemu-img', ['compare', '-f', 'vpc', '-F', made.driver, dynamic.image, made.image]);
      const same = join(workspace.folder, 'same.ova');
      expect((await convert(made.image, same)).sha256).toBe(ova.sha256);
      await rm(`${same}.unpacked`, { recursive: true });
      await rm(made.image);
    }
  });

  it.each(FORMATS)('is started by firmware from a $type $format', async (disk) => {
    const { image, driver } = await buildProduct(workspace, { product, edition: 'standard-core', disk });
    const work = join(workspace.folder, 'firmware');
    await mkdir(work);
    const name = product === 'windows-server-2019' ? 'boot manager' : `boot manager ${product.slice(-4)}`;
    const said = await startInFirmware(image, driver, work);
    expect(said).toMatch(new RegExp(`Stillframe sample ${name}: started from \\\\EFI\\\\BOOT\\\\BOOTX64\\.EFI`, 'i'));
  });
});
