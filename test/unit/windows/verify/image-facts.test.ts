import { describe, expect, it } from 'vitest';
import { PVSCSI_ID, VMXNET3_ID } from '../../../../src/products/product.ts';
import { type InBoxFact, inBoxFindings, readInBoxDrivers } from '../../../../src/windows/verify/image-facts.ts';
import { encodeHive } from '../../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../../media/registry/registry-key.ts';
import { type DatabaseEntry, databaseOf } from '../../../media/windows/driver-database.ts';
import { sampleDriver } from '../sample-plan.ts';

const DRIVERS = 'Windows/System32/config/DRIVERS';
const SYSTEM = 'Windows/System32/config/SYSTEM';
const PVSCSI: DatabaseEntry = { inf: 'pvscsii.inf', service: 'pvscsi', ids: [PVSCSI_ID], version: '1.3.15.0' };
const VMXNET3: DatabaseEntry = { inf: 'vmxnet3.inf', service: 'vmxnet3', ids: [VMXNET3_ID], version: '1.8.17.0' };
const OTHER: DatabaseEntry = { inf: 'lsi_sas.inf', service: 'lsi_sas', ids: ['PCI\\VEN_1000&DEV_0054'] };

const hive = (notation: KeyNotation): Buffer => encodeHive(registryKey('ROOT', notation), 'X', 0n, Buffer.alloc(48));

function read(hives: Readonly<Record<string, KeyNotation>>, build = 20348): Promise<readonly InBoxFact[]> {
  const files = Object.fromEntries(Object.entries(hives).map(([path, notation]) => [path, hive(notation)]));
  return readInBoxDrivers({ place: 'x', read: (path) => Promise.resolve(files[path]), names: async () => [] }, build);
}

describe('readInBoxDrivers', () => {
  it('reads what the image has, from either hive', async () => {
    const found = await read({ [DRIVERS]: databaseOf([VMXNET3]), [SYSTEM]: databaseOf([PVSCSI]) });
    expect(found).toEqual([
      { device: PVSCSI_ID, inf: 'pvscsii.inf', version: '1.3.15.0', proven: true },
      { device: VMXNET3_ID, inf: 'vmxnet3.inf', version: '1.8.17.0', proven: true },
    ]);
  });

  it('believes the image that it has none, whatever is known of the product', async () => {
    expect(await read({ [DRIVERS]: databaseOf([OTHER]) })).toEqual([]);
  });

  it('does not count what a build added', async () => {
    const added = { ...PVSCSI, inf: 'pvscsi.inf', version: '1.3.26.0', isInBox: false };
    expect(await read({ [SYSTEM]: databaseOf([added]) })).toEqual([]);
    expect(await read({ [SYSTEM]: databaseOf([added, PVSCSI]) })).toMatchObject([{ inf: 'pvscsii.inf' }]);
  });

  it('takes the newest of several', async () => {
    const newer = { ...PVSCSI, version: '1.3.16.0' };
    expect(await read({ [DRIVERS]: databaseOf([PVSCSI]), [SYSTEM]: databaseOf([newer]) })).toMatchObject([
      { version: '1.3.16.0' },
    ]);
  });

  it('falls back on what is known of the product, and says so', async () => {
    expect(await read({ [SYSTEM]: {} })).toEqual([
      { device: PVSCSI_ID, inf: 'pvscsii.inf', version: '1.3.15.0', proven: false },
      { device: VMXNET3_ID, inf: 'vmxnet3.inf', version: '1.8.17.0', proven: false },
    ]);
    expect(await read({}, 17763)).toEqual([]);
    expect(await read({}, 99999)).toEqual([]);
  });
});

describe('inBoxFindings', () => {
  const own: InBoxFact = { device: PVSCSI_ID, inf: 'pvscsii.inf', version: '1.3.15.0', proven: true };
  const given = (version: string, id = `${PVSCSI_ID}&SUBSYS_1`) => ({
    ...sampleDriver('pvscsi', true),
    version,
    hardwareIds: [id],
  });
  const shown = (...args: Parameters<typeof inBoxFindings>) =>
    inBoxFindings(...args).map(({ code, severity, seen }) => `${severity} ${code}: ${seen}`);

  it.each([
    [
      '1.3.15.1',
      true,
      'info driver-newer-than-in-box: pvscsi.inf 1.3.15.1 is newer than pvscsii.inf 1.3.15.0 of Windows itself (in this image).',
    ],
    [
      '1.3.15.0',
      true,
      'warning driver-not-newer-than-in-box: pvscsi.inf 1.3.15.0 is not newer than pvscsii.inf 1.3.15.0 of Windows itself (in this image).',
    ],
    [
      '1.3.9.0',
      false,
      'warning driver-not-newer-than-in-box: pvscsi.inf 1.3.9.0 is not newer than pvscsii.inf 1.3.15.0 of Windows itself (as known of the product, not read from this image).',
    ],
  ])('compare %s with what Windows has', (version, proven, finding) => {
    expect(shown([given(version)], [{ ...own, proven }], 20348)).toEqual([finding]);
  });

  it('compare the same device only', () => {
    expect(shown([given('1.0.0.0', 'PCI\\VEN_15AD&DEV_07C01')], [own], 20348)).toEqual([]);
    expect(shown([given('9.0.0.0', PVSCSI_ID)], [own], 20348)).toHaveLength(1);
  });

  it('miss a driver for the controller where neither Windows nor anybody else brings one', () => {
    const missing = /^warning boot-driver-missing: .* Windows build 17763 /;
    expect(shown([], [], 17763)).toEqual([expect.stringMatching(missing)]);
    expect(shown([sampleDriver('x')], [{ ...own, device: VMXNET3_ID }], 17763)).toEqual([
      expect.stringMatching(missing),
    ]);
    expect(shown([], [own], 17763)).toEqual([]);
    expect(shown([sampleDriver('x', true)], [], 17763)).toEqual([]);
  });
});
