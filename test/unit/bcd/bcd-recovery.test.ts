import { describe, expect, it } from 'vitest';
import { defaultLoaderDevices, partitionDevices } from '../../../src/bcd/bcd-devices.ts';
import { findRecovery, removeRecovery } from '../../../src/bcd/bcd-recovery.ts';
import { Hive, type HiveKey } from '../../../src/registry/hive.ts';
import { LOADER, OPTIONS, RESUME, sampleStore, WINRE } from './sample-store.ts';

const GUIDS = {
  disk: 'd15c0000-0000-4000-8000-000000000001',
  esp: 'e5900000-0000-4000-8000-000000000002',
  windows: '317d0000-0000-4000-8000-000000000003',
  recovery: '4ec00000-0000-4000-8000-000000000004',
};

/** Every key and value of a hive, for comparison. */
function dump(key: HiveKey, path = ''): string[] {
  const own = key.values().map(({ name, type, data }) => `${path}!${name}:${type}:${data.toString('hex')}`);
  return [path, ...own, ...key.subkeys().flatMap((subkey) => dump(subkey, `${path}\\${subkey.name}`))];
}

describe('findRecovery', () => {
  it('finds WinRE, its options and the sequences that name it', () => {
    expect(findRecovery(new Hive(sampleStore(GUIDS), 'BCD'), [GUIDS.recovery])).toEqual({
      references: [
        { object: WINRE, element: '11000001' },
        { object: WINRE, element: '21000001' },
        { object: OPTIONS, element: '31000003' },
      ],
      objects: [WINRE, OPTIONS],
      sequences: [LOADER, RESUME],
    });
  });
});

describe('removeRecovery', () => {
  it('leaves exactly a store that never had a recovery sequence', () => {
    const { recovery, ...without } = GUIDS;
    const { store, left } = removeRecovery(sampleStore(GUIDS), 'BCD', [recovery]);
    expect(left).toEqual([]);
    expect(store?.length).toBe(sampleStore(GUIDS).length);
    const [after, never] = [store ?? Buffer.alloc(0), sampleStore(without)].map((bytes) =>
      new Hive(bytes, 'BCD').root(),
    );
    expect(after && dump(after)).toEqual(never && dump(never));
  });

  it('changes nothing where nothing refers to the partition', () => {
    const { recovery, ...without } = GUIDS;
    expect(removeRecovery(sampleStore(without), 'BCD', [recovery]).store).toBeUndefined();
  });

  it('does not delete a loader of Windows itself, and says that the reference was left', () => {
    const { store, left } = removeRecovery(sampleStore(GUIDS), 'BCD', [GUIDS.windows]);
    expect(store).toBeUndefined();
    expect(left.map(({ object, element }) => [object, element])).toEqual([
      [LOADER, '11000001'],
      [LOADER, '21000001'],
      [RESUME, '11000001'],
    ]);
  });
});

describe('partitionDevices', () => {
  it('sees partitions inside RAM disks too, and which of them start Windows', () => {
    const hive = new Hive(sampleStore(GUIDS), 'BCD');
    expect(new Set(partitionDevices(hive).map(({ partition }) => partition))).toEqual(
      new Set([GUIDS.esp, GUIDS.windows, GUIDS.recovery]),
    );
    expect(defaultLoaderDevices(hive).map(({ partition }) => partition)).toEqual([GUIDS.windows, GUIDS.windows]);
  });
});

describe('Hive', () => {
  it('refuses a hive that was not written completely', () => {
    const store = sampleStore(GUIDS);
    store.writeUInt32LE(77, 4);
    expect(() => new Hive(store, 'BCD')).toThrow(/sequence numbers/);
  });
});
