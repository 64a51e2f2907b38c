import { expect, it } from 'vitest';
import { assertNotShared } from '../../../../src/repair/live/assert-not-shared.ts';
import type { VmFacts } from '../../../../src/vsphere/vm/vm-facts.ts';
import { type PlayedObject, playedVsphere, ref } from '../../vsphere/played-vsphere.ts';

const VM = { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC/vm/ws', datacenter: 'DC' };
const FACTS = {
  moref: VM.moref,
  devices: { disks: [{ file: '[ds] ws/ws.vmdk' }] },
  datastores: [ref('Datastore', 'ds-1')],
} as unknown as VmFacts;

/** @param files of each other VM, by its name */
function world(files: Readonly<Record<string, readonly string[]>>) {
  const layout = (names: readonly string[]): string =>
    names.map((name) => `<file><name>${name}</name></file>`).join('');
  const others = Object.entries(files).map(([name, names], index): [string, PlayedObject] => [
    `other-${index}`,
    { type: 'VirtualMachine', properties: { name, layoutEx: layout(names) } },
  ]);
  const own: PlayedObject = {
    type: 'VirtualMachine',
    properties: { name: 'ws', layoutEx: layout(['[ds] ws/ws.vmdk']) },
  };
  return playedVsphere({ 'vm-1': own, ...Object.fromEntries(others), 'ds-1': { type: 'Datastore' } });
}

const check = (files: Readonly<Record<string, readonly string[]>>): Promise<void> => {
  const session = world(files);
  // Members of a datastore are those of its list.
  return assertNotShared(session, VM, FACTS);
};

it('lets a disk be that nobody else lives on', async () => {
  await expect(check({ other: ['[ds] other/other.vmdk', '[ds2] ws/ws.vmdk'] })).resolves.toBeUndefined();
});

it('names the linked clones that live on it', async () => {
  const clones = Object.fromEntries(['g', 'f', 'e', 'd', 'c', 'b', 'a'].map((name) => [name, ['[ds] ws/ws.vmdk']]));
  await expect(check(clones)).rejects.toMatchObject({
    code: 'vm-unfit',
    message: 'Linked clones live on the disk of /DC/vm/ws: a, b, c, d, e and 2 more',
  });
  await expect(check({ one: ['x', '[ds] ws/ws.vmdk'] })).rejects.toMatchObject({
    message: 'Linked clones live on the disk of /DC/vm/ws: one',
  });
});
