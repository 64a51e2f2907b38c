import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BootDriver } from '../../../../src/drivers/boot-driver.ts';
import type { DriverPackage } from '../../../../src/windows/plan/driver-package.ts';
import { verifyInstalledDrivers } from '../../../../src/windows/verify/verify-installed-drivers.ts';
import { encodeHive } from '../../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../../media/registry/registry-key.ts';

const ID = 'PCI\\VEN_15AD&DEV_07C0';
const BOOT = {
  inf: 'PVSCSI.inf',
  devices: [{ ids: [{ id: ID, match: 'hardware' }] }],
  service: { name: 'pvscsi' },
} as unknown as BootDriver;
const FILE = 'Windows/System32/drivers/pvscsi.sys';

let folder: string;
let bootBinary: string;
let NETWORK: Pick<DriverPackage, 'infName' | 'files'>;
const inf = (path: string) => ({ path, source: join(folder, path) });
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-installed-'));
  bootBinary = join(folder, 'pvscsi.sys');
  await writeFile(bootBinary, 'MZ');
  for (const name of ['pvscsi', 'vmxnet3']) await writeFile(join(folder, `${name}.inf`), name);
  NETWORK = { infName: 'vmxnet3.inf', files: [{ path: 'x64/vmxnet3.sys', source: bootBinary }, inf('vmxnet3.inf')] };
});
afterAll(() => rm(folder, { recursive: true }));

interface Changes {
  readonly service?: KeyNotation | undefined;
  readonly device?: KeyNotation | undefined;
  readonly active?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Content of INF files in the folder of those. */
  readonly published?: Readonly<Record<string, string>>;
}

/** A disk as Windows' own servicing leaves it: the package is published as oem3.inf, beside one of another vendor. */
function verify(changes: Changes = {}): Promise<void> {
  const { service = { Start: 0, ImagePath: 'System32\\drivers\\pvscsi.sys' }, files = { [FILE]: 'MZ' } } = changes;
  const { device = { 'oem1.inf': 'x', 'oem3.inf': 'x' }, active = 'pvscsi.inf_amd64_0123456789abcdef' } = changes;
  const system: KeyNotation = {
    Select: { Current: 1 },
    'ControlSet001\\Services\\pvscsi': service,
    [`DriverDatabase\\DeviceIds\\${ID}`]: device,
    'DriverDatabase\\DriverInfFiles\\oem1.inf': { Active: 'other.inf_amd64_0' },
    'DriverDatabase\\DriverInfFiles\\oem3.inf': { Active: active },
  };
  const hive = encodeHive(registryKey('ROOT', system), 'X', 0n, Buffer.alloc(48));
  const all: Readonly<Record<string, Buffer>> = {
    'Windows/System32/config/SYSTEM': hive,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
  };
  const names = ['oem1.inf', 'OEM3.INF', 'oem12.inf', 'net.inf', 'oemx.inf'];
  const infs: Readonly<Record<string, string>> = {
    'oem1.inf': 'other',
    'OEM3.INF': 'pvscsi',
    'net.inf': 'in box',
    ...changes.published,
  };
  const volume = {
    place: 'image.vhd',
    read: async (path: string) => {
      const inf = /^Windows\/INF\/(.*)$/.exec(path)?.[1];
      return inf === undefined ? all[path] : Buffer.from(infs[inf] ?? 'vmxnet3');
    },
    names: async (path: string) => (path === 'Windows/INF' ? names : []),
  };
  return verifyInstalledDrivers(volume, [
    { ...NETWORK, boot: undefined, bootBinary: undefined },
    { infName: 'PVSCSI.inf', files: [inf('pvscsi.inf')], boot: BOOT, bootBinary },
  ]);
}

describe('verifyInstalledDrivers', () => {
  it.each([
    ['System32\\drivers\\pvscsi.sys', FILE],
    ['\\SystemRoot\\System32\\drivers\\pvscsi.sys', 'Windows/System32/drivers/pvscsi.sys'],
    [
      '%SystemRoot%\\System32\\DriverStore\\FileRepository\\pvscsi.inf_amd64_0\\pvscsi.sys',
      'Windows/System32/DriverStore/FileRepository/pvscsi.inf_amd64_0/pvscsi.sys',
    ],
  ])('passes a driver started from %s', async (ImagePath, path) => {
    await verify({ service: { Start: 0, ImagePath }, files: { [path]: 'MZ' } });
  });

  it.each<[string, Changes, string]>([
    [
      'is not started at boot',
      { service: { Start: 3, ImagePath: 'System32\\drivers\\pvscsi.sys' } },
      'has Start 3, not 0',
    ],
    [
      'is overridden',
      { service: { Start: 0, ImagePath: 'System32\\drivers\\pvscsi.sys', StartOverride: { '0': 3 } } },
      'has a StartOverride',
    ],
    ['is started from elsewhere', { service: { Start: 0, ImagePath: 'C:\\x.sys' } }, 'starts "C:\\x.sys"'],
    ['has no file', { files: {} }, `has no ${FILE}, which pvscsi starts`],
    ['has another file', { files: { [FILE]: 'ELF' } }, `${FILE} is not the file of PVSCSI.inf`],
    ['is not for its device', { device: { 'oem1.inf': 'x' } }, 'names oem1.inf, none of which is PVSCSI.inf'],
    [
      'is not published',
      { published: { 'OEM3.INF': 'pvscsI' } },
      'none of the 3 drivers in Windows/INF that did not come with Windows is PVSCSI.inf',
    ],
    ['starts nothing and is not published', { published: { 'oem12.inf': 'vmxnet' } }, 'with Windows is vmxnet3.inf'],
    ['is published as another package', { active: 'pvscsii.inf_amd64_0' }, 'none of which is PVSCSI.inf'],
  ])('refuses one that %s', async (_, changes, message) => {
    await expect(verify(changes)).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining(message) as string,
    });
  });

  it('reads nothing where no driver was installed, and no hive where none is of booting', async () => {
    const names = (): Promise<string[]> => Promise.reject(new Error('names'));
    const read = (path: string): Promise<Buffer> =>
      path === 'Windows/INF/oem0.inf' ? Promise.resolve(Buffer.from('vmxnet3')) : Promise.reject(new Error(path));
    await verifyInstalledDrivers({ place: 'x', read, names }, []);
    const driver = { ...NETWORK, boot: undefined, bootBinary: undefined };
    await verifyInstalledDrivers({ place: 'x', read, names: async () => ['oem0.inf'] }, [driver]);
  });
});
