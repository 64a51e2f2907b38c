import { describe, expect, it } from 'vitest';
import { encodeBcdDevice } from '../../../src/bcd/bcd-device.ts';
import { defaultLoaderDevices, defaultLoaderSources, partitionDevices } from '../../../src/bcd/bcd-devices.ts';
import { Hive } from '../../../src/registry/hive.ts';
import { encodeHive } from '../../media/registry/regf-writer.ts';
import { type KeyNotation, registryKey } from '../../media/registry/registry-key.ts';
import { BOOTMGR, LOADER, LOCATE, RESUME, sampleStore } from './sample-store.ts';

const GUIDS = {
  disk: 'd15c0000-0000-4000-8000-000000000001',
  esp: 'e5900000-0000-4000-8000-000000000002',
  windows: '317d0000-0000-4000-8000-000000000003',
};

function store(objects: KeyNotation): Hive {
  const root = registryKey('NewStoreRoot', { Objects: objects });
  return new Hive(encodeHive(root, 'BCD', 0n, Buffer.alloc(48)), 'BCD');
}

const object = (elements: Readonly<Record<string, string | Buffer>>): KeyNotation => ({
  Elements: Object.fromEntries(Object.entries(elements).map(([id, Element]) => [id, { Element }])),
});

describe('a store that names partitions', () => {
  const hive = new Hive(sampleStore(GUIDS), 'BCD');

  it('refers to each from the objects that need it', () => {
    expect(partitionDevices(hive)).toEqual([
      { object: LOADER, element: '11000001', partition: GUIDS.windows },
      { object: LOADER, element: '21000001', partition: GUIDS.windows },
      { object: RESUME, element: '11000001', partition: GUIDS.windows },
      { object: BOOTMGR, element: '11000001', partition: GUIDS.esp },
    ]);
  });

  it('starts Windows from one', () => {
    expect(defaultLoaderDevices(hive).map(({ object: of, element }) => [of, element])).toEqual([
      [LOADER, '11000001'],
      [LOADER, '21000001'],
    ]);
    const partition = { kind: 'partition', partitionGuid: GUIDS.windows, diskGuid: GUIDS.disk };
    expect(defaultLoaderSources(hive)).toEqual([partition, partition]);
  });
});

it('a partition that another element of the loader names is not where Windows starts from', () => {
  const partition = encodeBcdDevice({ diskGuid: GUIDS.disk, partitionGuid: GUIDS.windows });
  const elsewhere = encodeBcdDevice({ diskGuid: GUIDS.disk, partitionGuid: GUIDS.esp });
  const hive = store({
    [BOOTMGR]: object({ '23000003': '{aa}', '11000001': elsewhere }),
    '{aa}': object({ '11000001': partition, '21000005': elsewhere }),
  });
  expect(partitionDevices(hive)).toHaveLength(3);
  expect(defaultLoaderDevices(hive)).toEqual([{ object: '{aa}', element: '11000001', partition: GUIDS.windows }]);
});

describe('a store with locate devices', () => {
  it('is understood: it names no partition', () => {
    const hive = store({
      [BOOTMGR]: object({ '23000003': '{AA}' }),
      '{aa}': object({ '11000001': LOCATE, '21000001': LOCATE }),
      '{bb}': object({ '11000001': Buffer.alloc(88) }),
    });
    expect(partitionDevices(hive)).toEqual([]);
    expect(defaultLoaderDevices(hive)).toEqual([]);
    expect(defaultLoaderSources(hive)).toEqual([{ kind: 'locate' }, { kind: 'locate' }]);
  });

  it('may have one of the two devices only', () => {
    const hive = store({ [BOOTMGR]: object({ '23000003': '{aa}' }), '{aa}': object({ '21000001': LOCATE }) });
    expect(defaultLoaderSources(hive)).toEqual([{ kind: 'locate' }]);
  });
});

it.each<[string, KeyNotation]>([
  ['no boot manager', { '{aa}': object({ '11000001': LOCATE }) }],
  ['no default', { [BOOTMGR]: object({}), '{aa}': object({ '11000001': LOCATE }) }],
  [
    'a default that is not there',
    { [BOOTMGR]: object({ '23000003': '{bb}' }), '{aa}': object({ '11000001': LOCATE }) },
  ],
])('a store with %s starts nothing', (_what, objects) => {
  expect(defaultLoaderSources(store(objects))).toEqual([]);
  expect(defaultLoaderDevices(store(objects))).toEqual([]);
});
