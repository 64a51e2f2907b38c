import { describe, expect, it } from 'vitest';
import { Hive } from '../../../../src/registry/hive.ts';
import { driversOfDevice, hasDriverDatabase } from '../../../../src/windows/boot/driver-database.ts';
import { encodeHive } from '../../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../../media/registry/registry-key.ts';
import { databaseOf, packageVersion } from '../../../media/windows/driver-database.ts';
import { systemHive } from '../../../media/windows/system-hive.ts';

const hive = (notation: KeyNotation): Hive =>
  new Hive(encodeHive(registryKey('ROOT', notation), 'DRIVERS', 0n, Buffer.alloc(48)), 'DRIVERS');

const PVSCSI = 'PCI\\VEN_15AD&DEV_07C0';
const OWN = {
  inf: 'pvscsii.inf',
  service: 'pvscsi',
  ids: [`${PVSCSI}&SUBSYS_07C015AD`],
  version: '10.0.20348.1',
  date: '2006-06-21',
};

describe('driversOfDevice', () => {
  it('reads version and date of the INF files for a device, its more specific ids too', () => {
    const found = driversOfDevice(hive(databaseOf([OWN])), PVSCSI);
    expect(found).toEqual([{ inf: 'pvscsii.inf', version: '10.0.20348.1', date: '2006-06-21', isInBox: true }]);
    expect(driversOfDevice(hive(databaseOf([{ ...OWN, ids: [PVSCSI] }])), PVSCSI.toLowerCase())).toEqual(found);
  });

  it('finds a device whatever the case of its key', () => {
    const files = { 'x.inf': Buffer.from([1]) };
    const database = {
      DeviceIds: { pci: { 'ven_15ad&dev_07c0': files } },
      DriverInfFiles: { 'x.inf': { Active: 'label' } },
      DriverPackages: { label: { Version: packageVersion('1.0.0.0', '2020-01-01', true) } },
    };
    expect(driversOfDevice(hive({ DriverDatabase: database }), PVSCSI).map(({ inf }) => inf)).toEqual(['x.inf']);
  });

  it('keeps to the device: no other device, no other bus', () => {
    const others = ['PCI\\VEN_15AD&DEV_07C01', 'PCI\\VEN_15AD&DEV_07B0', 'USB\\VEN_15AD&DEV_07C0'];
    expect(driversOfDevice(hive(databaseOf([{ ...OWN, ids: others }])), PVSCSI)).toEqual([]);
    expect(driversOfDevice(hive({}), PVSCSI)).toEqual([]);
  });

  it('tells what was added from what belongs to Windows, each INF file once', () => {
    const added = { ...OWN, inf: 'OEM1.inf', ids: [PVSCSI, `${PVSCSI}&SUBSYS_1`], version: '1.3.26.0', isInBox: false };
    expect(driversOfDevice(hive(databaseOf([OWN, added])), PVSCSI).map(({ inf, isInBox }) => [inf, isInBox])).toEqual([
      ['oem1.inf', false],
      ['pvscsii.inf', true],
    ]);
  });

  it.each<[string, KeyNotation]>([
    ['no INF file', { DeviceIds: { [PVSCSI]: { 'x.inf': Buffer.from([1]) } } }],
    [
      'no package',
      { DeviceIds: { [PVSCSI]: { 'x.inf': Buffer.from([1]) } }, DriverInfFiles: { 'x.inf': { Active: 'label' } } },
    ],
    [
      'a version that is too short',
      {
        DeviceIds: { [PVSCSI]: { 'x.inf': Buffer.from([1]) } },
        DriverInfFiles: { 'x.inf': { Active: 'label' } },
        DriverPackages: { label: { Version: packageVersion('1.0.0.0', '2020-01-01', true).subarray(0, 47) } },
      },
    ],
    ['no name', { DeviceIds: { [PVSCSI]: { '@': 'default' } } }],
  ])('leaves out an entry with %s', (_what, database) => {
    expect(driversOfDevice(hive({ DriverDatabase: database }), PVSCSI)).toEqual([]);
  });

  it('takes the active package, and without one the first that is listed', () => {
    const packages = {
      one: { Version: packageVersion('1.0.0.1', '2020-01-01', true) },
      two: { Version: packageVersion('1.0.0.2', '2020-01-02', true) },
    };
    const version = (file: KeyNotation): string | undefined =>
      driversOfDevice(
        hive({
          DriverDatabase: {
            DeviceIds: { [PVSCSI]: { 'x.inf': Buffer.from([1]) } },
            DriverInfFiles: { 'x.inf': file },
            DriverPackages: packages,
          },
        }),
        PVSCSI,
      )[0]?.version;
    expect(version({ '@': ['one', 'two'], Active: 'two' })).toBe('1.0.0.2');
    expect(version({ '@': ['one', 'two'] })).toBe('1.0.0.1');
  });
});

describe('hasDriverDatabase', () => {
  it('is true of a hive that knows devices', () => {
    expect(hasDriverDatabase(hive(systemHive()))).toBe(true);
    expect(hasDriverDatabase(hive({ DriverDatabase: {} }))).toBe(false);
    expect(hasDriverDatabase(hive({ DriverDatabase: { DeviceIds: {} } }))).toBe(false);
    expect(hasDriverDatabase(hive({}))).toBe(false);
  });
});
