import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BootDriver, readBootDriver } from '../../../../src/drivers/boot-driver.ts';
import { parseInf } from '../../../../src/drivers/inf/inf.ts';
import { windowsServer } from '../../../../src/drivers/windows-target.ts';
import { dwordValue, type KeyTree, type RegistryValue, stringValue } from '../../../../src/registry/hive-tree.ts';
import { writeHive } from '../../../../src/registry/hive-writer.ts';
import type { RegistryEdit } from '../../../../src/registry/reg-file.ts';
import { bootDriverEdits } from '../../../../src/windows/boot/boot-driver-edits.ts';
import { verifyBootDrivers } from '../../../../src/windows/verify/verify-boot-drivers.ts';
import type { WindowsFiles } from '../../../../src/windows/verify/windows-files.ts';
import { pvscsiInf } from '../../drivers/sample-inf.ts';

const SYS = Buffer.from('MZ pvscsi');
const DRIVER = 'Windows/System32/drivers/pvscsi.sys';
const HIVE = 'Windows/System32/config/SYSTEM';
const SERVICE = 'ControlSet001\\Services\\pvscsi';
const LABEL = 'pvscsi.inf_amd64_f';
const PACKAGE = `DriverDatabase\\DriverPackages\\${LABEL}`;
const DEVICE = 'PCI\\VEN_15AD&DEV_07C0';

let folder: string;
let bootBinary: string;
const boot = bootDriver();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stillframe-verify-'));
  bootBinary = join(folder, 'pvscsi.sys');
  await writeFile(bootBinary, SYS);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function bootDriver(): BootDriver {
  const read = readBootDriver(parseInf(Buffer.from(pvscsiInf()), 'pvscsi.inf'), windowsServer(17763));
  if ('startsLater' in read) throw new Error(read.startsLater);
  return read;
}

/** A hive that holds what the edits set. */
function hive(edits: readonly RegistryEdit[]): Buffer {
  const root = { name: 'ROOT', values: [] as RegistryValue[], keys: [] as KeyTree[] };
  for (const edit of edits) {
    if ('delete' in edit) continue;
    let key = root;
    for (const name of edit.key.split('\\')) {
      let next = key.keys.find((candidate) => candidate.name === name) as typeof root | undefined;
      if (next === undefined) {
        next = { name, values: [], keys: [] };
        key.keys.push(next);
      }
      key = next;
    }
    for (const value of edit.values) {
      const old = key.values.findIndex(({ name }) => name === value.name);
      if (old >= 0) key.values.splice(old, 1);
      key.values.push(value);
    }
  }
  return writeHive(root, 0n);
}

const SELECT: RegistryEdit = { key: 'Select', values: [dwordValue('Current', 1)] };
const OTHER: RegistryEdit = { key: 'ControlSet001\\Control', values: [] };
const SOUND: readonly RegistryEdit[] = [SELECT, OTHER, ...bootDriverEdits(boot, 'ControlSet001', 'f')];

interface Volume {
  readonly edits?: readonly RegistryEdit[];
  readonly files?: Readonly<Record<string, Buffer>>;
}

function volume({
  edits = SOUND,
  files = { [DRIVER]: SYS },
}: Volume = {}): WindowsFiles & { readonly asked: string[] } {
  const all: Readonly<Record<string, Buffer>> = { ...files, [HIVE]: hive(edits) };
  const asked: string[] = [];
  return {
    place: 'image.vhd',
    asked,
    read: (path) => {
      asked.push(path);
      return Promise.resolve(all[path]);
    },
    names: async () => [],
  };
}

/** The sound hive, with one value set otherwise. */
const changed = (key: string, ...values: readonly RegistryValue[]): Volume => ({ edits: [...SOUND, { key, values }] });
/** The sound hive without the keys that begin so. */
const without = (key: string): Volume => ({ edits: SOUND.filter((edit) => !edit.key.startsWith(key)) });

describe('verifyBootDrivers', () => {
  it('passes what the edits of the driver give', async () => {
    const files = volume();
    await verifyBootDrivers(files, [{ boot, bootBinary }]);
    expect(files.asked).toEqual([HIVE, DRIVER]);
  });

  it('reads nothing where Windows is started with no driver of ours', async () => {
    const files = volume();
    await verifyBootDrivers(files, [{ boot: undefined, bootBinary: undefined }]);
    await verifyBootDrivers(files, []);
    expect(files.asked).toEqual([]);
  });

  it('looks at each driver, also behind one that is not started at boot', async () => {
    const drivers = [
      { boot: undefined, bootBinary: undefined },
      { boot, bootBinary },
    ];
    await expect(verifyBootDrivers(volume({ files: {} }), drivers)).rejects.toThrow(`no ${DRIVER}`);
  });

  it('looks into the control set that Windows starts with', async () => {
    const edits = [
      { key: 'Select', values: [dwordValue('Current', 2)] },
      ...bootDriverEdits(boot, 'ControlSet002', 'f'),
    ];
    await verifyBootDrivers(volume({ edits }), [{ boot, bootBinary }]);
    await expect(verifyBootDrivers(volume({ edits: [...edits, SELECT] }), [{ boot, bootBinary }])).rejects.toThrow(
      'ControlSet001',
    );
  });

  it.each<[string, Volume, string]>([
    ['no service', without(SERVICE), `its registry has no ${SERVICE} for pvscsi.inf`],
    ['a service that starts later', changed(SERVICE, dwordValue('Start', 3)), 'has Start 3, not 0'],
    ['a service without a start', changed(SERVICE, stringValue('Start', '0')), 'has Start undefined, not 0'],
    ['another type of service', changed(SERVICE, dwordValue('Type', 2)), 'has Type 2, not 1'],
    ['a start that is overridden', changed(`${SERVICE}\\StartOverride`, dwordValue('0', 3)), 'has a StartOverride'],
    [
      'another file',
      changed(SERVICE, stringValue('ImagePath', '%13%\\pvscsi.sys')),
      'starts %13%\\pvscsi.sys, not System32\\drivers\\pvscsi.sys',
    ],
    ['no INF file', without('DriverDatabase\\DriverInfFiles'), 'no DriverDatabase\\DriverInfFiles\\pvscsi.inf'],
    [
      'another active package',
      changed('DriverDatabase\\DriverInfFiles\\pvscsi.inf', stringValue('Active', 'x')),
      'DriverPackages\\x',
    ],
    ['no configuration', without(`${PACKAGE}\\Configurations`), `no ${PACKAGE}\\Configurations\\Install`],
    [
      'a configuration of another service',
      changed(`${PACKAGE}\\Configurations\\Install`, stringValue('Service', 'other')),
      'starts other, not pvscsi',
    ],
    ['no device', without('DriverDatabase\\DeviceIds'), `no DriverDatabase\\DeviceIds\\${DEVICE}`],
    [
      'a device that names another INF file',
      {
        edits: SOUND.map((edit) =>
          edit.key.includes('DeviceIds') ? { key: edit.key, values: [stringValue('x.inf', '')] } : edit,
        ),
      },
      `DeviceIds\\${DEVICE} does not name pvscsi.inf`,
    ],
    ['no descriptor', without(`${PACKAGE}\\Descriptors`), `no ${PACKAGE}\\Descriptors\\${DEVICE}`],
    [
      'a descriptor of another configuration',
      changed(`${PACKAGE}\\Descriptors\\${DEVICE}`, stringValue('Configuration', 'x')),
      'names x, not Install',
    ],
    ['no .sys file', { files: {} }, `the Windows volume has no ${DRIVER}, which pvscsi starts`],
    ['another .sys file', { files: { [DRIVER]: Buffer.from('MZ PVSCSI') } }, `${DRIVER} is not the file of pvscsi.inf`],
  ])('refuses a disk with %s', async (_what, disk, message) => {
    await expect(verifyBootDrivers(volume(disk), [{ boot, bootBinary }])).rejects.toMatchObject({
      code: 'layout-wrong',
      message: expect.stringContaining(message),
    });
  });

  it('refuses a disk without a registry, and a driver whose file is not known', async () => {
    const nothing: WindowsFiles = { place: 'x', read: () => Promise.resolve(undefined), names: async () => [] };
    await expect(verifyBootDrivers(nothing, [{ boot, bootBinary }])).rejects.toThrow(`has no ${HIVE}`);
    await expect(verifyBootDrivers(volume(), [{ boot, bootBinary: undefined }])).rejects.toThrow('not the file of');
  });
});
