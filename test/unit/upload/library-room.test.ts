import { expect, it } from 'vitest';
import { formatSize } from '../../../src/units.ts';
import { assertLibraryRoom } from '../../../src/upload/library-room.ts';
import type { Inventory } from '../../../src/vsphere/inventory/inventory.ts';
import { value } from '../../../src/vsphere/wire/soap.ts';
import { playedRest } from '../vsphere/library/played-rest.ts';
import { ref } from '../vsphere/played-vsphere.ts';

const LIBRARY = { id: 'l-1', name: 'golden' };
const MIB = 2 ** 20;

/** @param free bytes by the id of a datastore; undefined: the server does not say */
const inventory = (free: Readonly<Record<string, number | undefined>>): Inventory =>
  Object.entries(free).map(([id, bytes]) => ({
    moref: ref('Datastore', id),
    name: `store ${id}`,
    properties: new Map(bytes === undefined ? [] : [['summary.freeSpace', value('val', bytes)]]),
  })) as unknown as Inventory;

const check = (free: Readonly<Record<string, number | undefined>>, backings: unknown, bytes = 3 * MIB): Promise<void> =>
  assertLibraryRoom(
    playedRest(({ id }) => (id === 'l-1' ? { storage_backings: backings } : undefined)),
    inventory(free),
    LIBRARY,
    bytes,
  );
const ON_DS = [{ type: 'DATASTORE', datastore_id: 'ds-1' }];

it('refuses what does not fit on the datastore of the library', async () => {
  await expect(check({ 'ds-1': 2 * MIB, 'ds-2': 9 * MIB }, ON_DS)).rejects.toMatchObject({
    code: 'vsphere-refused',
    message: `The content library golden lies on the datastore store ds-1, which has ${formatSize(2 * MIB)} free, less than the ${formatSize(3 * MIB)} of the OVA`,
    hint: 'Free some space on it, or choose another library.',
  });
  await expect(check({ 'ds-1': 3 * MIB - 1 }, ON_DS)).rejects.toMatchObject({ code: 'vsphere-refused' });
});

it.each<[string, Readonly<Record<string, number | undefined>>, unknown]>([
  ['just fits', { 'ds-1': 3 * MIB }, ON_DS],
  ['is small elsewhere', { 'ds-1': 9 * MIB, 'ds-2': 1 }, ON_DS],
  ['is not told', { 'ds-1': undefined }, ON_DS],
  ['is on a share', { 'ds-1': 1 }, [{ type: 'OTHER', storage_uri: 'nfs://x' }]],
  ['is nowhere that is told', { 'ds-1': 1 }, undefined],
])('takes what %s', async (_what, free, backings) => {
  await expect(check(free, backings)).resolves.toBeUndefined();
});
