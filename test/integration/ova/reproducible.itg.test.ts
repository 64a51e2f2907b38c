import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomBytes } from '../../media/sample-content.ts';
import { makeRaw, programBytes, run } from './convert-case.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MIB = 2 ** 20;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-reproducible-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Prints the hash of the OVA made of a raw image: node driver.mjs <image> <ova> <workers> */
const DRIVER = `
import { openDisk } from './src/disk/open-disk.js';
import { writeOva } from './src/ova/write-ova.js';
const [image, ova, workers] = process.argv.slice(2);
const vm = { name: 'vm', guest: { id: 'g', title: 'G' }, cpus: 2, memory: 4294967296, hardwareVersion: 14, firmware: 'efi',
  secureBoot: true, vbs: false, cpuHotAdd: false, memoryHotAdd: false, controller: 'pvscsi', networkAdapter: 'vmxnet3', extraConfig: {} };
const disk = await openDisk(image);
const { sha256 } = await writeOva(disk, ova, { vm, level: 6, manifest: 'sha256', modified: 0, workers: Number(workers),
  signal: new AbortController().signal });
await disk.close();
console.log(sha256);
`;

/** By day the oldest and the one that actions run on. */
const NODES = process.env.STILLFRAME_SOAK ? ['node20', 'node22', 'node24'] : ['node20', 'node24'];

it(`gives one SHA-256 with 1 and 4 workers, on ${NODES.join(', ')}`, async () => {
  // Node 20 runs no TypeScript: the same compiled files run on all three.
  const compiler = join(ROOT, 'node_modules', '.bin', 'tsc');
  await run(compiler, ['-p', 'tsconfig.build.json', '--outDir', folder, '--noCheck'], ROOT);
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'driver.mjs'), DRIVER);
  const image = join(folder, 'disk.raw');
  await makeRaw(image, 40 * MIB, [
    [MIB, programBytes(12 * MIB)],
    [20 * MIB, randomBytes('reproducible', MIB)],
  ]);
  const hashes: string[] = [];
  for (const node of NODES) {
    for (const workers of ['1', '4']) {
      const binary = join(ROOT, 'node_modules', node, 'bin', 'node');
      hashes.push((await run(binary, ['driver.mjs', image, join(folder, 'vm.ova'), workers], folder)).trim());
    }
  }
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(new Set(hashes).size).toBe(1);
});
