/** Every release, edition and format by the engine dism on Windows: the disk that the engine wimlib makes, whose formats are one disk (integration/windows/products). */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRODUCTS, type Product } from '../../src/products/product.ts';
import { type BundleResult, runBundle } from '../fakes/runner/run-bundle.ts';
import { windowsIsoOf } from '../media/build.ts';
import { differences, type JudgedDisk, judgeDisk } from './judged-disk.ts';
import { NOTHING_LEFT, openWindows, type WindowsFixture } from './windows-fixture.ts';

type Inputs = Readonly<Record<'edition', string> & { readonly layout?: string }>;
const SIZE = '2560 MiB';

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

interface OnLinux {
  readonly outputs: BundleResult['outputs'];
  readonly disk: JudgedDisk;
}

async function onLinux(product: Product, inputs: Inputs): Promise<OnLinux> {
  const vhd = join(here, 'linux.vhd');
  const given = { ...inputs, size: SIZE, iso: await windowsIsoOf(product), vhd };
  const { exitCode, outputs } = await runBundle('build-vhd', given, { jobFolder: join(here, 'job') });
  expect(exitCode).toBe(0);
  return { outputs, disk: await judgeDisk(vhd, join(here, 'other')) };
}

/** @param other what Linux made of the same inputs, in whatever format */
async function isThatDisk(product: Product, inputs: Inputs, format: Record<'format' | 'type', string>, other: OnLinux) {
  const iso = await there.bring(await windowsIsoOf(product));
  const name = `größe.${format.format}`;
  const windows = await there.run('build-vhd', { ...inputs, ...format, size: SIZE, iso, vhd: there.path(name) });
  expect(windows.exitCode, windows.lines.join('\n')).toBe(0);
  const { build, layout } = other.outputs;
  expect(windows.outputs).toMatchObject({ engine: 'dism', build, layout });
  expect(JSON.parse(windows.outputs.plan ?? '{}')).toMatchObject({ disk: format });
  const mine = await judgeDisk(join(there.folder, name), join(here, 'mine'));
  expect(mine.partitions).toEqual(other.disk.partitions);
  expect(differences(mine.esp, other.disk.esp)).toEqual([]);
  expect(differences(mine.tree, other.disk.tree)).toEqual([]);
  expect(await there.windows.state()).toEqual(NOTHING_LEFT);
  await rm(join(there.folder, name));
}

const EDITIONS = ['standard-core', 'standard-desktop'] as const;
describe.each(PRODUCTS.flatMap((product) => EDITIONS.map((edition) => ({ product, edition }))))(
  '$product, $edition',
  ({ product, edition }) => {
    let other: OnLinux;
    beforeAll(async () => {
      other = await onLinux(product, { edition });
      expect(other.disk.partitions).toHaveLength(3);
    });

    it.each([
      { format: 'vhd', type: 'dynamic' },
      { format: 'vhd', type: 'fixed' },
      { format: 'vhdx', type: 'dynamic' },
      { format: 'vhdx', type: 'fixed' },
    ])('$format, $type', (format) => isThatDisk(product, { edition }, format, other));
  },
);

it('with a Recovery partition behind Windows', async () => {
  const inputs = { edition: 'standard-core', layout: 'microsoft' };
  const other = await onLinux('windows-server-2025', inputs);
  expect(other.disk.partitions).toHaveLength(4);
  await isThatDisk('windows-server-2025', inputs, { format: 'vhdx', type: 'dynamic' }, other);
});
