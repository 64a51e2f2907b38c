/** Builds images of any release of Windows Server in any format and layout, and what independent tools find in them. */

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Product } from '../../../src/products/product.ts';
import { OWN_LAYOUT } from '../../../src/windows/plan/disk-layouts.ts';
import type { DiskRequest } from '../../../src/windows/plan/image-plan.ts';
import { windowsIsoOf } from '../../media/build.ts';
import { sha256OfFile } from '../../media/media-cache.ts';
import { tools } from '../../media/media-tools.ts';
import { build, type Workspace } from './build-run.ts';

const MIB = 2 ** 20;
const DISK_SIZE = 2560 * MIB;
/** What the first media of each release say of themselves. */
const BUILDS: Readonly<Record<Product, string>> = {
  'windows-server-2016': '14393.0',
  'windows-server-2019': '17763.107',
  'windows-server-2022': '20348.169',
  'windows-server-2025': '26100.1742',
};

export interface ProductBuild {
  readonly product: Product;
  readonly edition: string;
  readonly disk: Partial<DiskRequest>;
}

export interface BuiltProduct {
  readonly image: string;
  /** qemu-img's name for its format. */
  readonly driver: 'vpc' | 'vhdx';
  /** Codes of what the build found. */
  readonly findings: readonly string[];
}

/** Builds with the engine wimlib, and fails unless the image is of the release, format and size that were asked for. */
export async function buildProduct(
  workspace: Workspace,
  { product, edition, disk }: ProductBuild,
): Promise<BuiltProduct> {
  const asked: DiskRequest = { format: 'vhd', type: 'dynamic', size: DISK_SIZE, ...OWN_LAYOUT, ...disk };
  const name = [product, edition, asked.format, asked.type].join('-');
  const image = join(workspace.folder, `${name}.${asked.format}`);
  const iso = await windowsIsoOf(product);
  // A run has a folder of its own; it is as large as the image.
  const temp = await mkdtemp(join(workspace.folder, 'run-'));
  const { built, findings } = await build(
    { ...workspace, context: { ...workspace.context, temp } },
    {
      ...{ iso, sha256: await sha256OfFile(iso), edition, vhd: image, disk: asked },
    },
  );
  await rm(temp, { recursive: true });
  expect(built?.facts.build.registry).toBe(BUILDS[product]);
  const driver = asked.format === 'vhdx' ? 'vhdx' : 'vpc';
  const { stdout } = await tools.run('qemu-img', ['info', '-f', driver, '--output=json', image]);
  expect(JSON.parse(stdout)).toMatchObject({ 'virtual-size': DISK_SIZE });
  if (driver === 'vhdx') await tools.run('qemu-img', ['check', '-f', driver, image]);
  const { size } = await stat(image);
  if (asked.type === 'fixed') expect(size).toBeGreaterThan(DISK_SIZE);
  else expect(size).toBeLessThan(DISK_SIZE);
  return { image, driver, findings: findings.map(({ code }) => code) };
}

/** The partitions as sgdisk sees them, its check of the whole table passed: type, size in MiB, attributes. */
export async function partitionsOf({
  image,
  driver,
}: BuiltProduct): Promise<readonly (readonly [string, number, string])[]> {
  const raw = `${image}.raw`;
  await tools.run('qemu-img', ['convert', '-f', driver, '-O', 'raw', image, raw]);
  expect((await tools.run('sgdisk', ['-v', raw])).stdout).toContain('No problems found');
  const { stdout: listing } = await tools.run('sgdisk', ['-p', raw]);
  const numbers = [...listing.matchAll(/^\s+(\d+)\s+\d+\s+\d+/gm)].map(([, number = '']) => number);
  const found: (readonly [string, number, string])[] = [];
  for (const number of numbers) {
    const { stdout } = await tools.run('sgdisk', ['-i', number, raw]);
    const word = (pattern: RegExp): string => pattern.exec(stdout)?.[1] ?? '';
    found.push([
      word(/GUID code: (\S+)/).toLowerCase(),
      Number(word(/Partition size: (\d+)/)) / 2048,
      word(/Attribute flags: (\S+)/),
    ]);
  }
  return found;
}
