import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBootDriver } from '../../../src/drivers/boot-driver.ts';
import { parseInf, readInf } from '../../../src/drivers/inf/inf.ts';
import { windowsServer } from '../../../src/drivers/windows-target.ts';

const FIXTURE = new URL('../../fixtures/drivers/pvscsi.inf', import.meta.url);
const TEXT = readFileSync(FIXTURE, 'latin1');

describe('readBootDriver', () => {
  it('reads all that an offline image must be told, from the INF file alone', async () => {
    expect(readBootDriver(await readInf(FIXTURE.pathname), windowsServer(17763))).toEqual({
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
        imagePath: 'System32\\drivers\\pvscsi.sys',
        registry: [
          { root: 'HKR', subkey: 'Parameters', name: 'BusType', type: 'REG_DWORD', data: 10 },
          { root: 'HKR', subkey: 'Parameters\\PnpInterface', name: '5', type: 'REG_DWORD', data: 1 },
        ],
      },
      hardwareRegistry: ['MSISupported', 'MessageNumberLimit'].map((name) => ({
        root: 'HKR',
        subkey: 'Interrupt Management\\MessageSignaledInterruptProperties',
        name,
        type: 'REG_DWORD',
        data: 1,
      })),
      files: ['pvscsi.sys'],
      binaryPath: 'pvscsi.sys',
      catalog: 'pvscsi.cat',
    });
  });

  it.each([
    ['binds nothing on this build', TEXT, 20348, 'pvscsi.NTamd64.10.0...20124'],
    ['is not started at boot', TEXT.replace('BOOT          = 0x0', 'BOOT = 3'), 17763, 'StartType 3'],
    ['adds no service', TEXT.replace('AddService', 'NoService'), 17763, 'adds no service'],
    ['names no DriverVer', TEXT.replace(/DriverVer.*/, ''), 17763, 'DriverVer'],
  ])('refuses a driver that %s', (_name, text, build, message) => {
    const inf = parseInf(Buffer.from(text, 'latin1'), 'pvscsi.inf');
    expect(() => readBootDriver(inf, windowsServer(build))).toThrow(
      expect.objectContaining({ code: 'driver-does-not-bind', message: expect.stringContaining(message) }),
    );
  });

  it('says which INF file does not exist', async () => {
    await expect(readInf('/nowhere/x.inf')).rejects.toMatchObject({ code: 'file-missing' });
  });
});
