import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cannotStart, isStorageDriver, readBootDriver } from '../../../src/drivers/boot-driver.ts';
import { parseInf, readInfFile } from '../../../src/drivers/inf/inf.ts';
import { windowsServer } from '../../../src/drivers/windows-target.ts';

const FIXTURE = new URL('../../fixtures/drivers/pvscsi.inf', import.meta.url);
const TEXT = readFileSync(FIXTURE, 'latin1');

describe('readBootDriver', () => {
  it('reads all that an offline image must be told, from the INF file alone', () => {
    expect(read(TEXT)).toEqual({
      inf: 'pvscsi.inf',
      class: 'SCSIAdapter',
      classGuid: '{4d36e97b-e325-11ce-bfc1-08002be10318}',
      provider: 'Sample Devices, Inc.',
      date: '2022-03-03',
      version: '1.3.25.0',
      configuration: 'pvscsi_Inst',
      devices: [
        {
          manufacturer: 'Sample Devices, Inc.',
          description: 'Sample PVSCSI Controller',
          installSection: 'pvscsi_Inst',
          ids: [{ id: 'PCI\\VEN_15AD&DEV_07C0', match: 'hardware' }],
          undefinedIds: [],
          line: 32,
        },
      ],
      service: {
        name: 'pvscsi',
        isFunctionDriver: true,
        displayName: 'Sample "PVSCSI" Service',
        serviceType: 1,
        startType: 0,
        errorControl: 1,
        loadOrderGroup: 'SCSI Miniport',
        dependencies: [],
        binary: 'pvscsi.sys',
        place: { directory: 12, path: 'pvscsi.sys' },
        registry: [
          { root: 'HKR', subkey: 'Parameters', name: 'BusType', type: 'REG_DWORD', data: 10 },
          { root: 'HKR', subkey: 'Parameters\\PnpInterface', name: '5', type: 'REG_DWORD', data: 1 },
        ],
      },
      imagePath: 'System32\\drivers\\pvscsi.sys',
      fromDriverStore: false,
      hardwareRegistry: ['MSISupported', 'MessageNumberLimit'].map((name) => ({
        root: 'HKR',
        subkey: 'Interrupt Management\\MessageSignaledInterruptProperties',
        name,
        type: 'REG_DWORD',
        data: 1,
      })),
      binaryPath: 'pvscsi.sys',
    });
  });

  it.each([
    ['binds nothing on this build', TEXT, 20348, 'pvscsi.NTamd64.10.0...20124'],
    ['names no DriverVer', TEXT.replace(/DriverVer.*/, ''), 17763, 'DriverVer'],
    ['names no ClassGuid', TEXT.replace(/ClassGuid.*/i, ''), 17763, 'ClassGuid'],
  ])('refuses a driver that %s', (_name, text, build, message) => {
    expect(() => read(text, build)).toThrow(
      expect.objectContaining({ code: 'driver-does-not-bind', message: expect.stringContaining(message) }),
    );
  });

  it.each([
    ['is started on demand', TEXT.replace('BOOT          = 0x0', 'BOOT = 3'), 'its service pvscsi has StartType 3'],
    ['adds no service', TEXT.replace('AddService', 'NoService'), 'its section [pvscsi_Inst.Services] adds no service'],
  ])('says why a driver that %s is none', (_name, text, reason) => {
    expect(read(text)).toEqual({ startsLater: expect.stringContaining(reason) });
  });

  it('refuses one that cannot be installed, and lets nothing else pass for that', () => {
    expect(() => read(TEXT.replace('BOOT          = 0x0', 'OTHER = 0'))).toThrow(
      expect.objectContaining({
        code: 'driver-cannot-start',
        message: expect.stringContaining('expected a number for StartType, found') as string,
      }),
    );
    const broken = new TypeError('a fault of ours');
    const inf = {
      ...parseInf(Buffer.from(TEXT), 'pvscsi.inf'),
      install: (): never => {
        throw broken;
      },
    };
    expect(() => readBootDriver(inf, windowsServer(17763))).toThrow(broken);
  });

  it('says which INF file does not exist', async () => {
    await expect(readInfFile('/nowhere/x.inf')).rejects.toMatchObject({
      code: 'file-missing',
      message: 'The driver file /nowhere/x.inf does not exist',
    });
  });
});

describe('a driver that runs from the driver store', () => {
  const STORE = TEXT.replace('%12%\\pvscsi.sys', '%13%\\pvscsi.sys');
  /** A value more in the section that pvscsi.NTamd64's AddReg of that key names. */
  const withValue = (text: string, line: string): string =>
    text.replace('[pvscsi_Parameters]', `[pvscsi_Parameters]\r\n${line}`);

  it('is started from System32\\drivers', () => {
    expect(read(STORE, 16299)).toMatchObject({
      fromDriverStore: true,
      imagePath: 'System32\\drivers\\pvscsi.sys',
      binaryPath: 'pvscsi.sys',
    });
  });

  it.each([
    ['on a build that knows no such thing', STORE, 16298, 'from build 16299 on, and this is 16298'],
    ['of which another value names the store', withValue(STORE, 'HKR,Sub,Lib,,"%13%\\x.dat"'), 17763, 'value Sub\\Lib'],
    [
      'with a second binary',
      STORE.replace('pvscsi.sys = 1', 'helper.DLL = 1\nreadme.txt = 1\npvscsi.sys = 1'),
      17763,
      'more than one binary: pvscsi.sys, helper.DLL',
    ],
  ])('is refused %s', (_name, text, build, message) => {
    expect(() => read(text, build)).toThrow(
      expect.objectContaining({ code: 'driver-cannot-start', message: expect.stringContaining(message) }),
    );
  });
});

describe('directory identifiers in values', () => {
  const withValue = (line: string) => read(TEXT.replace('[pvscsi_Parameters]', `[pvscsi_Parameters]\r\n${line}`));
  const added = (line: string) => {
    const driver = withValue(line);
    return 'startsLater' in driver ? undefined : driver.service.registry[0];
  };

  it('are replaced by the folder where it is the same in every image', () => {
    expect(added('HKR,,A,,%11%\\x.dll')).toMatchObject({ data: 'C:\\Windows\\System32\\x.dll' });
    expect(added('HKR,,A,0x20000,"%%SystemRoot%%\\x"')).toMatchObject({ data: '%SystemRoot%\\x' });
    expect(added('HKR,,A,0x10000,%10%\\a,%24%\\b')).toMatchObject({ data: ['C:\\Windows\\a', 'C:\\b'] });
    expect(added('HKR,%12%,%17%,0x10001,13')).toMatchObject({
      subkey: 'C:\\Windows\\System32\\drivers',
      name: 'C:\\Windows\\INF',
      data: 13,
    });
  });

  it.each(['HKR,Sub,A,,%13%\\x.dll', 'HKR,Sub,A,0x10000,a,%16422%\\x', 'HKR,Sub,A,0x20000,%1%'])(
    '%s is refused',
    (line) => {
      expect(() => withValue(line)).toThrow(
        expect.objectContaining({
          code: 'driver-cannot-start',
          message: expect.stringContaining('value Sub\\A names a folder'),
        }),
      );
    },
  );

  it('a binary elsewhere is refused', () => {
    for (const folder of ['%1%', '%16422%', 'C:\\Drivers', '%11%\\%13%']) {
      const call = () => read(TEXT.replace('%12%\\pvscsi.sys', `${folder}\\pvscsi.sys`));
      expect(call).toThrow(
        expect.objectContaining({
          code: 'driver-cannot-start',
          message: expect.stringContaining('its service pvscsi lies in'),
        }),
      );
    }
  });
});

describe('isStorageDriver', () => {
  const version = (classGuid: string | undefined, name: string | undefined) =>
    isStorageDriver({
      version: { class: name, classGuid, provider: undefined, driver: undefined, extensionId: undefined },
    });

  it('goes by the class GUID, and by the name only without one', () => {
    expect(version('{4d36e97b-e325-11ce-bfc1-08002be10318}', 'Anything')).toBe(true);
    expect(version('{4d36e96a-e325-11ce-bfc1-08002be10318}', undefined)).toBe(true);
    expect(version('{4d36e97d-e325-11ce-bfc1-08002be10318}', 'SCSIAdapter')).toBe(false);
    expect(version(undefined, 'SCSIAdapter')).toBe(true);
    expect(version(undefined, 'HDC')).toBe(true);
    expect(version(undefined, 'Net')).toBe(false);
    expect(version(undefined, undefined)).toBe(false);
  });
});

it('cannotStart names the driver, the reason and the way out', () => {
  expect(cannotStart({ name: 'a.inf' }, 'it is none')).toMatchObject({
    code: 'driver-cannot-start',
    message: 'Windows could not be started with a.inf: it is none',
    hint: expect.stringContaining('%12%'),
  });
});

function read(text: string, build = 17763) {
  return readBootDriver(parseInf(Buffer.from(text, 'latin1'), 'pvscsi.inf'), windowsServer(build));
}
