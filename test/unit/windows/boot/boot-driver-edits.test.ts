import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BootDriver, readBootDriver } from '../../../../src/drivers/boot-driver.ts';
import { parseInf } from '../../../../src/drivers/inf/inf.ts';
import { windowsServer } from '../../../../src/drivers/windows-target.ts';
import { decodeTexts, type RegistryValue } from '../../../../src/registry/hive-tree.ts';
import { bootDriverEdits, packageVersion } from '../../../../src/windows/boot/boot-driver-edits.ts';

const TEXT = readFileSync(new URL('../../../fixtures/drivers/pvscsi.inf', import.meta.url), 'latin1');

function driver(text = TEXT): BootDriver {
  const read = readBootDriver(parseInf(Buffer.from(text, 'latin1'), 'PvScsi.inf'), windowsServer(17763));
  if ('startsLater' in read) throw new Error(read.startsLater);
  return read;
}

/** Value names with type and data: texts of the text types, bytes of the others. */
function shown({ name, type, data }: RegistryValue): readonly unknown[] {
  return [name, type, [1, 2, 7].includes(type) ? decodeTexts({ name, type, data }).join('|') : data.toString('hex')];
}

describe('bootDriverEdits', () => {
  it('are the keys by which Windows finds the driver of a device, and its service', () => {
    const edits = bootDriverEdits(driver(), 'ControlSet001', '0123456789abcdef');
    const label = 'pvscsi.inf_amd64_0123456789abcdef';
    const database = 'DriverDatabase';
    const service = 'ControlSet001\\Services\\pvscsi';
    expect(
      edits.map((edit) => ('delete' in edit ? [edit.key, 'deleted'] : [edit.key, ...edit.values.map(shown)])),
    ).toEqual([
      [
        `${database}\\DriverInfFiles\\pvscsi.inf`,
        ['', 7, label],
        ['Active', 1, label],
        ['Configurations', 7, 'pvscsi_Inst'],
      ],
      [`${database}\\DeviceIds\\PCI\\VEN_15AD&DEV_07C0`, ['pvscsi.inf', 3, '01ff0000']],
      [
        `${database}\\DriverPackages\\${label}`,
        ['', 1, 'pvscsi.inf'],
        ['Version', 3, packageVersion(driver()).toString('hex')],
        ['InfName', 1, 'pvscsi.inf'],
        ['Provider', 1, 'Sample Devices, Inc.'],
      ],
      [
        `${database}\\DriverPackages\\${label}\\Configurations\\pvscsi_Inst`,
        ['ConfigFlags', 4, '00000000'],
        ['Service', 1, 'pvscsi'],
      ],
      ...['MSISupported', 'MessageNumberLimit'].map((name) => [
        `${database}\\DriverPackages\\${label}\\Configurations\\pvscsi_Inst\\Device\\Interrupt Management\\MessageSignaledInterruptProperties`,
        [name, 4, '01000000'],
      ]),
      [
        `${database}\\DriverPackages\\${label}\\Descriptors\\PCI\\VEN_15AD&DEV_07C0`,
        ['Configuration', 1, 'pvscsi_Inst'],
      ],
      [
        service,
        ['Type', 4, '01000000'],
        ['Start', 4, '00000000'],
        ['ErrorControl', 4, '01000000'],
        ['ImagePath', 2, 'System32\\drivers\\pvscsi.sys'],
        ['Group', 1, 'SCSI Miniport'],
      ],
      [`${service}\\StartOverride`, 'deleted'],
      [`${service}\\Parameters`, ['BusType', 4, '0a000000']],
      [`${service}\\Parameters\\PnpInterface`, ['5', 4, '01000000']],
    ]);
  });

  it('mark a less specific id as such, and name dependencies', () => {
    const base = driver();
    const [device] = base.devices;
    const ids = [
      { id: 'PCI\\A', match: 'hardware' },
      { id: 'PCI\\B', match: 'compatible' },
    ] as const;
    const edits = bootDriverEdits(
      {
        ...base,
        provider: undefined,
        devices: device ? [{ ...device, ids }] : [],
        service: { ...base.service, dependencies: ['a', 'b'], loadOrderGroup: undefined },
      },
      'ControlSet002',
      'f',
    );
    const values = (key: string) =>
      edits.flatMap((edit) => (edit.key.endsWith(key) && !('delete' in edit) ? edit.values.map(shown) : []));
    expect(values('DeviceIds\\PCI\\A')).toEqual([['pvscsi.inf', 3, '01ff0000']]);
    expect(values('DeviceIds\\PCI\\B')).toEqual([['pvscsi.inf', 3, '02ff0000']]);
    expect(values('ControlSet002\\Services\\pvscsi')).toContainEqual(['DependOnService', 7, 'a|b']);
    expect(values('ControlSet002\\Services\\pvscsi').map(([name]) => name)).not.toContain('Group');
    expect(values('pvscsi.inf_amd64_f').map(([name]) => name)).not.toContain('Provider');
  });

  it('write every type of value, and none of another root', () => {
    const place = { subkey: '', name: 'V' };
    const registry = [
      { root: 'HKR', ...place, type: 'REG_SZ', data: 'a' },
      { root: 'HKR', ...place, type: 'REG_EXPAND_SZ', data: '%SystemRoot%' },
      { root: 'HKR', ...place, type: 'REG_MULTI_SZ', data: ['a', 'b'] },
      { root: 'HKR', ...place, type: 'REG_BINARY', data: [1, 255] },
      { root: 'HKR', ...place, type: 'REG_NONE', data: [2] },
      { root: 'HKLM', ...place, type: 'REG_SZ', data: 'elsewhere' },
    ] as const;
    const base = driver();
    const edits = bootDriverEdits({ ...base, service: { ...base.service, registry } }, 'C', 'f');
    const written = edits.flatMap((edit) => ('delete' in edit ? [] : edit.values)).filter(({ name }) => name === 'V');
    expect(written.map(shown)).toEqual([
      ['V', 1, 'a'],
      ['V', 2, '%SystemRoot%'],
      ['V', 7, 'a|b'],
      ['V', 3, '01ff'],
      ['V', 0, '02'],
    ]);
  });

  it.each([
    ['group', { loadOrderGroup: '%13%' }, '"%13%" in C\\Services\\pvscsi'],
    ['dependency', { dependencies: ['ok', '%11%x'] }, '"%11%x"'],
    ['name', { name: 'a%12%' }, '"a%12%"'],
  ])('never hold a directory identifier: %s', (_what, change, message) => {
    const base = driver();
    expect(() => bootDriverEdits({ ...base, service: { ...base.service, ...change } }, 'C', 'f')).toThrow(
      expect.objectContaining({ code: 'driver-cannot-start', message: expect.stringContaining(message) }),
    );
  });
});

it('packageVersion holds class, date and version as Windows packs them', () => {
  expect(packageVersion(driver()).toString('hex')).toBe(
    '00ff090000000000' +
      '7be9364d25e3ce11bfc108002be10318' +
      '00002fa0912ed801' +
      '0000190003000100' +
      '0000000000000000',
  );
});
