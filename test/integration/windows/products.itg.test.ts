/** One image of each release, each in another format and layout (that of 2019 is what the other tests build). By day that of 2022. */

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLayout } from '../../../src/check/check-layout.ts';
import { openDisk } from '../../../src/disk/open-disk.ts';
import { writeVhd } from '../../../src/disk/vhd/vhd-writer.ts';
import type { Product } from '../../../src/products/product.ts';
import { LAYOUTS } from '../../../src/windows/plan/disk-layouts.ts';
import type { DiskRequest } from '../../../src/windows/plan/image-plan.ts';
import { convert } from '../ova/convert-case.ts';
import { createWorkspace, type Workspace } from './build-run.ts';
import { buildProduct, partitionsOf } from './product-build.ts';

const ESP = 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b';
const MSR = 'e3c9e316-0b5c-4db8-817d-f92df00215ae';
const BASIC = 'ebd0a0a2-b9e5-4433-87c0-68b6b72699c7';
const RECOVERY = 'de94bba4-06d1-4d40-a16a-bfd50179d6ac';
const NO_LETTER = '8000000000000000';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(() => workspace.remove());

const ROWS: readonly [Product, string, Partial<DiskRequest>, readonly (readonly [string, number, string])[]][] = [
  [
    'windows-server-2016',
    'standard-core',
    { format: 'vhd', type: 'fixed', ...LAYOUTS.cloudbase },
    [
      [ESP, 200, NO_LETTER],
      [MSR, 128, NO_LETTER],
      [BASIC, 2230, '0000000000000000'],
    ],
  ],
  [
    'windows-server-2022',
    'datacenter-core',
    { format: 'vhdx', ...LAYOUTS.microsoft },
    [
      [ESP, 200, NO_LETTER],
      [MSR, 16, NO_LETTER],
      [BASIC, 1342, '0000000000000000'],
      [RECOVERY, 1000, '8000000000000001'],
    ],
  ],
  [
    'windows-server-2025',
    'standard-core',
    { format: 'vhdx', type: 'fixed' },
    [
      [ESP, 260, NO_LETTER],
      [MSR, 16, NO_LETTER],
      [BASIC, 2282, '0000000000000000'],
    ],
  ],
];
const BY_DAY = ROWS.filter(([product]) => product === 'windows-server-2022');

test.each(process.env.STILLFRAME_SOAK === undefined ? BY_DAY : ROWS)(
  '%s, %s, %j',
  async (product, edition, disk, partitions) => {
    const made = await buildProduct(workspace, { product, edition, disk });
    expect(await partitionsOf(made)).toEqual(partitions);
    const insists = disk.recovery === 'last';
    expect(made.findings.includes('recovery-partition-protected')).toBe(insists);

    const source = await openDisk(made.image);
    const dynamic = join(workspace.folder, `${product}-again.vhd`);
    try {
      await writeVhd(source, dynamic, { type: 'dynamic' });
      const checking = checkLayout(source, { firmware: 'efi', recovery: 'none' });
      if (insists) await expect(checking).rejects.toMatchObject({ code: 'recovery-partition' });
      else await checking;
    } finally {
      await source.close();
    }
    const [one, other] = [
      await convert(made.image, join(workspace.folder, `${product}-one.ova`)),
      await convert(dynamic, join(workspace.folder, `${product}-two.ova`)),
    ];
    expect(one.sha256).toBe(other.sha256);
  },
);
