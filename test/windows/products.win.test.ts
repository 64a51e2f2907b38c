/** Every release in every format by the engine dism on Windows: the disk that the engine wimlib makes. Runs with STILLFRAME_SOAK=1. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRODUCTS, type Product } from '../../src/products/product.ts';
import { runBundle } from '../fakes/runner/run-bundle.ts';
import { windowsIsoOf } from '../media/build.ts';
import { differences, judgeDisk } from './judged-disk.ts';
import { openWindows, type WindowsFixture } from './windows-fixture.ts';

interface Case {
  readonly product: Product;
  readonly edition: 'standard-core' | 'standard-desktop';
  readonly inputs: Readonly<Record<'format' | 'type', string>> & { readonly layout?: string };
}

const WITH_RECOVERY: Case = {
  product: 'windows-server-2025',
  edition: 'standard-core',
  inputs: { format: 'vhdx', type: 'dynamic', layout: 'microsoft' },
};
const FORMATS: readonly Case[] = PRODUCTS.flatMap((product) =>
  (['standard-core', 'standard-desktop'] as const).flatMap((edition) =>
    [
      { format: 'vhd', type: 'dynamic' },
      { format: 'vhd', type: 'fixed' },
      { format: 'vhdx', type: 'dynamic' },
      { format: 'vhdx', type: 'fixed' },
    ].map((inputs) => ({ product, edition, inputs })),
  ),
);

let here: string;
let there: WindowsFixture;
beforeAll(async () => {
  here = await mkdtemp(join(tmpdir(), 'stillframe-win-'));
  there = await openWindows();
});
afterAll(async () => {
  await there.close();
  await rm(here, { recursive: true, force: true });
});

it.runIf(process.env.STILLFRAME_SOAK === '1').each([WITH_RECOVERY, ...FORMATS])(
  '$product, $edition, $inputs',
  async ({ product, edition, inputs }) => {
    const media = await windowsIsoOf(product);
    const given = { ...inputs, edition, size: '2560 MiB' };
    const vhd = join(here, `linux.${inputs.format}`);
    const linux = await runBundle('build-vhd', { ...given, iso: media, vhd }, { jobFolder: join(here, 'job') });
    expect(linux.exitCode).toBe(0);

    const name = `größe.${inputs.format}`;
    const windows = await there.run('build-vhd', { ...given, iso: await there.bring(media), vhd: there.path(name) });
    expect(windows.exitCode, windows.lines.join('\n')).toBe(0);
    expect(windows.outputs).toMatchObject({ engine: 'dism', build: linux.outputs.build, layout: linux.outputs.layout });

    const [mine, other] = [
      await judgeDisk(join(there.folder, name), join(here, 'mine')),
      await judgeDisk(vhd, join(here, 'other')),
    ];
    expect(mine.partitions).toEqual(other.partitions);
    expect(mine.partitions).toHaveLength(inputs.layout === 'microsoft' ? 4 : 3);
    expect(differences(mine.esp, other.esp)).toEqual([]);
    expect(differences(mine.tree, other.tree)).toEqual([]);
    expect((await there.windows.state()).disks).toEqual([]);
  },
);
