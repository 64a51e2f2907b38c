import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseDriver, type DriverChoice } from '../../../src/drivers/choose-driver.ts';
import { type DriverCandidate, findDrivers } from '../../../src/drivers/driver-candidate.ts';
import { windowsTarget } from '../../../src/drivers/windows-target.ts';
import { PRODUCTS, type Product } from '../../../src/products/product.ts';
import { PVSCSI_DEVICE, pvscsiInf, sampleInf, vmxnet3Inf } from './sample-inf.ts';

const NEWER = 'NTamd64.10.0...20124';

/** INF files by path; folder names lie on purpose. */
const DISC: Readonly<Record<string, string>> = {
  'pvscsi/Win11/pvscsi.inf': pvscsiInf('03/03/2022,1.3.25.0'),
  'pvscsi/Win10/pvscsi.inf': pvscsiInf('01/01/2021,1.3.24.0'),
  'vmxnet3/Win7/vmxnet3.inf': vmxnet3Inf(NEWER, '09/14/2022,1.9.11.0'),
  'vmxnet3/Win11/vmxnet3.inf': vmxnet3Inf('NTamd64.6.2', '09/14/2021,1.8.20.0'),
  'same/a/tie.inf': sampleInf({ name: 'tie', device: 'A\\A', driverVer: '01/01/2024,1', models: { NTamd64: true } }),
  'same/b/tie.inf': sampleInf({
    name: 'tie',
    device: 'A\\A',
    driverVer: '01/01/2024,1',
    models: { 'NTamd64.10.0': true },
  }),
  'date/a/date.inf': sampleInf({ name: 'date', device: 'B\\B', driverVer: '01/01/2020,9', models: { NTamd64: true } }),
  'date/b/date.inf': sampleInf({ name: 'date', device: 'B\\B', driverVer: '01/02/2020,1', models: { NTamd64: true } }),
  'arm/arm.inf': sampleInf({
    name: 'arm',
    device: 'C\\C',
    driverVer: '01/01/2024,1',
    models: { 'NTarm64.10.0': true },
  }),
  'bare/bare.inf': sampleInf({ name: 'bare', device: 'D\\D', driverVer: '01/01/2024,1', models: {} }),
  'root/autorun.inf': '[autorun]',
  'broken/broken.inf': 'no section',
};

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'stillframe-infs-'));
  for (const [path, text] of Object.entries(DISC)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function candidates(product: Product): Promise<readonly DriverCandidate[]> {
  return (await findDrivers(root, windowsTarget(product), '')).candidates;
}

async function choose(name: string, product: Product): Promise<DriverChoice> {
  return chooseDriver(name, await candidates(product), product, windowsTarget(product));
}

describe('chooseDriver', () => {
  it.each<[string, Product, string | undefined]>([
    ['pvscsi', 'windows-server-2016', 'pvscsi/Win11/pvscsi.inf'],
    ['pvscsi', 'windows-server-2019', 'pvscsi/Win11/pvscsi.inf'],
    ['pvscsi', 'windows-server-2022', undefined],
    ['pvscsi', 'windows-server-2025', undefined],
    ['vmxnet3', 'windows-server-2016', 'vmxnet3/Win11/vmxnet3.inf'],
    ['VMXNET3', 'windows-server-2019', 'vmxnet3/Win11/vmxnet3.inf'],
    ['vmxnet3', 'windows-server-2022', 'vmxnet3/Win7/vmxnet3.inf'],
    ['vmxnet3ndis6', 'windows-server-2025', 'vmxnet3/Win7/vmxnet3.inf'],
    [PVSCSI_DEVICE.toLowerCase(), 'windows-server-2019', 'pvscsi/Win11/pvscsi.inf'],
    // Same date and version: the more specific decoration. Otherwise the later date, whatever the version.
    ['tie', 'windows-server-2019', 'same/b/tie.inf'],
    ['date', 'windows-server-2019', 'date/b/date.inf'],
  ])('%s for %s: %s', async (name, product, place) => {
    expect((await choose(name, product)).chosen?.place).toBe(place);
  });

  it('does not depend on the order in which the files are found', async () => {
    const all = await candidates('windows-server-2022');
    const target = windowsTarget('windows-server-2022');
    fc.assert(
      fc.property(fc.shuffledSubarray([...all], { minLength: all.length }), (shuffled) => {
        for (const name of ['vmxnet3', 'tie', 'date']) {
          const place = (of: readonly DriverCandidate[]) =>
            chooseDriver(name, of, 'windows-server-2022', target).chosen?.place;
          expect(place(shuffled)).toBe(place(all));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says what Windows has itself, and whether the chosen one is newer', async () => {
    expect(await choose('vmxnet3', 'windows-server-2022')).toMatchObject({
      newerThanInBox: true,
      inBox: { inf: 'vmxnet3.inf', version: '1.8.17.0' },
    });
    expect(await choose('vmxnet3', 'windows-server-2019')).toMatchObject({ newerThanInBox: false, inBox: undefined });
  });

  it('says why each of the others was left out', async () => {
    expect((await choose('vmxnet3', 'windows-server-2019')).leftOut).toEqual([
      'vmxnet3/Win7/vmxnet3.inf: none of its models sections (NTamd64.10.0...20124) is for build 17763 (amd64).',
    ]);
    expect((await choose('pvscsi', 'windows-server-2019')).leftOut).toEqual([
      'pvscsi/Win10/pvscsi.inf: version 1.3.24.0 of 2021-01-01 ranks behind.',
    ]);
    expect((await choose('pvscsi', 'windows-server-2025')).leftOut[0]).toContain('which is empty');
  });

  it.each([
    ['arm', 'driver-does-not-bind', 'none of its models sections (NTarm64.10.0) is for build 17763 (amd64)'],
    ['bare', 'driver-does-not-bind', 'its models name no architecture'],
    ['nothing', 'driver-not-found', 'no driver called "nothing"'],
  ])('refuses %s with %s', async (name, code, message) => {
    await expect(choose(name, 'windows-server-2019')).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});

describe('findDrivers', () => {
  it('passes over the autorun.inf of a disc and reports what it cannot read', async () => {
    const { candidates: found, unreadable } = await findDrivers(root, windowsTarget('windows-server-2019'), 'disc/');
    expect(found).toHaveLength(Object.keys(DISC).length - 2);
    expect(unreadable.map(({ file }) => file)).toEqual(['disc/broken/broken.inf']);
  });
});

it('knows a target for every product', () => {
  expect(PRODUCTS.map((product) => windowsTarget(product).build)).toEqual([14393, 17763, 20348, 26100]);
});
