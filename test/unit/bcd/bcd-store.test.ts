import { describe, expect, it } from 'vitest';
import { encodeBcdDevice } from '../../../src/bcd/bcd-device.ts';
import { BCD_OBJECT } from '../../../src/bcd/bcd-ids.ts';
import { type BcdObject, readBcdObjects } from '../../../src/bcd/bcd-objects.ts';
import { type BcdTarget, buildBcdStore, buildRecoveryBcdStore } from '../../../src/bcd/bcd-store.ts';
import { Hive } from '../../../src/registry/hive.ts';
import type { KeyTree } from '../../../src/registry/hive-tree.ts';
import { writeHive } from '../../../src/registry/hive-writer.ts';

const TARGET: BcdTarget = {
  diskGuid: 'd15c0000-0000-4000-8000-000000000001',
  espGuid: 'e5900000-0000-4000-8000-000000000002',
  windowsGuid: '317d0000-0000-4000-8000-000000000003',
  loaderGuid: '11111111-1111-4111-8111-111111111111',
  resumeGuid: '22222222-2222-4222-8222-222222222222',
  description: 'Windows Server 2019 Standard',
  loader: undefined,
  locale: 'de-DE',
};
const LOADER = `{${TARGET.loaderGuid}}`;
const RESUME = `{${TARGET.resumeGuid}}`;

function objects(store: KeyTree): ReadonlyMap<string, BcdObject> {
  return new Map(readBcdObjects(new Hive(writeHive(store, 0n), 'BCD')).map((object) => [object.guid, object]));
}

/** Elements as a person would write them: text, lists with |, devices by name, the rest in hexadecimal. */
function shown(object: BcdObject | undefined): Record<string, string> {
  const devices = new Map([
    [encodeBcdDevice({ diskGuid: TARGET.diskGuid, partitionGuid: TARGET.espGuid }).toString('hex'), 'ESP'],
    [encodeBcdDevice({ diskGuid: TARGET.diskGuid, partitionGuid: TARGET.windowsGuid }).toString('hex'), 'Windows'],
  ]);
  return Object.fromEntries(
    [...(object?.elements ?? [])].map(([id, data]) => {
      const hex = data.toString('hex');
      const text = data.toString('utf16le').replace(/\0+$/, '').replaceAll('\0', '|');
      return [id, devices.get(hex) ?? (['2', '3', '4'].includes(id[1] ?? '') ? text : hex)];
    }),
  );
}

const RECOVERY_BOOTMGR = {
  '11000001': 'ESP',
  '12000002': '\\EFI\\Microsoft\\Boot\\bootmgfw.efi',
  '12000004': 'Windows Boot Manager',
  '12000005': 'de-DE',
  '14000006': BCD_OBJECT.globalSettings,
  '25000004': '1e00000000000000',
};

const SETTINGS: Readonly<Record<string, readonly [number, Readonly<Record<string, string>>]>> = {
  [BCD_OBJECT.globalSettings]: [
    0x20100000,
    { '14000006': [BCD_OBJECT.debuggerSettings, BCD_OBJECT.emsSettings, BCD_OBJECT.badMemory].join('|') },
  ],
  [BCD_OBJECT.debuggerSettings]: [0x20100000, { '15000011': '0400000000000000' }],
  [BCD_OBJECT.emsSettings]: [0x20100000, { '16000020': '00' }],
  [BCD_OBJECT.badMemory]: [0x20100000, {}],
  [BCD_OBJECT.bootLoaderSettings]: [
    0x20200003,
    { '14000006': [BCD_OBJECT.globalSettings, BCD_OBJECT.hypervisorSettings].join('|') },
  ],
  [BCD_OBJECT.hypervisorSettings]: [
    0x20200003,
    { '250000f3': '0000000000000000', '250000f4': '0100000000000000', '250000f5': '00c2010000000000' },
  ],
  [BCD_OBJECT.resumeLoaderSettings]: [0x20200004, { '14000006': BCD_OBJECT.globalSettings }],
};

function expectSettings(found: ReadonlyMap<string, BcdObject>): void {
  for (const [guid, [type, elements]] of Object.entries(SETTINGS)) {
    expect({ guid, type: found.get(guid)?.type, ...shown(found.get(guid)) }).toEqual({ guid, type, ...elements });
  }
}

describe('buildBcdStore', () => {
  const found = objects(buildBcdStore(TARGET));

  it('has a boot manager, one loader, its resume object, the memory tester and what they inherit', () => {
    expect([...found.keys()].sort()).toEqual(
      [BCD_OBJECT.bootmgr, BCD_OBJECT.memdiag, LOADER, RESUME, ...Object.keys(SETTINGS)].sort(),
    );
    expectSettings(found);
  });

  it('starts Windows from its partition', () => {
    expect(found.get(BCD_OBJECT.bootmgr)?.type).toBe(0x10100002);
    expect(shown(found.get(BCD_OBJECT.bootmgr))).toEqual({
      ...RECOVERY_BOOTMGR,
      '23000003': LOADER,
      '23000006': RESUME,
      '24000001': LOADER,
      '24000010': BCD_OBJECT.memdiag,
    });
    expect(found.get(LOADER)?.type).toBe(0x10200003);
    expect(shown(found.get(LOADER))).toEqual({
      '11000001': 'Windows',
      '12000002': '\\Windows\\system32\\winload.efi',
      '12000004': 'Windows Server 2019 Standard',
      '12000005': 'de-DE',
      '14000006': BCD_OBJECT.bootLoaderSettings,
      '16000060': '01',
      '17000077': '7500001500000000',
      '21000001': 'Windows',
      '22000002': '\\Windows',
      '23000003': RESUME,
      '25000020': '0100000000000000',
      '250000c2': '0100000000000000',
    });
  });

  it('has resume object and memory tester as bcdboot makes them', () => {
    expect(found.get(RESUME)?.type).toBe(0x10200004);
    expect(shown(found.get(RESUME))).toEqual({
      '11000001': 'Windows',
      '12000002': '\\Windows\\system32\\winresume.efi',
      '12000004': 'Windows Resume Application',
      '12000005': 'de-DE',
      '14000006': BCD_OBJECT.resumeLoaderSettings,
      '16000060': '01',
      '17000077': '7500001500000000',
      '21000001': 'Windows',
      '22000002': '\\hiberfil.sys',
      '25000008': '0100000000000000',
    });
    expect(found.get(BCD_OBJECT.memdiag)?.type).toBe(0x10200005);
    expect(shown(found.get(BCD_OBJECT.memdiag))).toEqual({
      '11000001': 'ESP',
      '12000002': '\\EFI\\Microsoft\\Boot\\memtest.efi',
      '12000004': 'Windows Memory Diagnostic',
      '12000005': 'de-DE',
      '14000006': BCD_OBJECT.globalSettings,
      '1600000b': '01',
    });
  });

  it("has description, execution policy and menu policy of the image's own template", () => {
    const loader = { description: 'Windows Server', nxPolicy: 3n, bootMenuPolicy: 0n };
    expect(shown(objects(buildBcdStore({ ...TARGET, loader })).get(LOADER))).toMatchObject({
      '12000004': 'Windows Server',
      '25000020': '0300000000000000',
      '250000c2': '0000000000000000',
    });
  });

  it('has those of a server where the template does not say', () => {
    const loader = { description: undefined, nxPolicy: undefined, bootMenuPolicy: undefined };
    const made = objects(buildBcdStore({ ...TARGET, loader })).get(LOADER);
    expect(shown(made)).toEqual(shown(found.get(LOADER)));
  });

  it('is a store of the system', () => {
    const description = new Hive(writeHive(buildBcdStore(TARGET), 0n), 'BCD').key('Description');
    expect(description?.values().map(({ name, type, data }) => [name, type, data.toString('hex')])).toEqual([
      ['KeyName', 1, Buffer.from('BCD00000000\0', 'utf16le').toString('hex')],
      ['System', 4, '01000000'],
    ]);
    expect(buildBcdStore(TARGET).name).toBe('NewStoreRoot');
  });
});

it('buildRecoveryBcdStore has a boot manager that names no loader, and the settings', () => {
  const found = objects(buildRecoveryBcdStore(TARGET));
  expect(found.size).toBe(1 + Object.keys(SETTINGS).length);
  expect(shown(found.get(BCD_OBJECT.bootmgr))).toEqual(RECOVERY_BOOTMGR);
  expectSettings(found);
});
