import { describe, expect, it } from 'vitest';
import { assertAllowed } from '../../../../actions/verify-quiesce/assert-allowed.ts';
import type { LiveInputs } from '../../../../actions/verify-quiesce/inputs.ts';
import { CURRENT_SESSION, denyAll, missingIn } from '../../vsphere/access/deny-all.ts';
import { type PlayedObject, playedVsphere, ref } from '../../vsphere/played-vsphere.ts';

const INPUTS: LiveInputs = {
  ...{ server: 's', username: 'u', password: 'p', tls: {}, datacenter: undefined, vm: 'ws', copy: true },
  ...{ resourcePool: undefined, network: undefined, powerOn: true, customization: undefined, restore: false },
  ...{ markerScripts: false, account: undefined, timeout: 1000, directory: '/kept' },
};
const VM = { moref: ref('VirtualMachine', 'vm-1'), name: 'ws', path: '/DC/vm/ws', datacenter: 'DC' };

/** What an account that may do nothing is told to need. */
async function needs(more: Partial<LiveInputs>, properties: PlayedObject['properties'] = {}): Promise<string[]> {
  const session = playedVsphere(
    {
      ...CURRENT_SESSION,
      dc: { type: 'Datacenter', properties: { name: 'DC' } },
      'vm-1': {
        type: 'VirtualMachine',
        properties: {
          ...{ name: 'ws', parent: ref('Folder', 'f'), resourcePool: ref('ResourcePool', 'p') },
          datastore: '<ManagedObjectReference type="Datastore">ds</ManagedObjectReference>',
          'runtime.powerState': 'poweredOff',
          ...properties,
        },
      },
      p: { type: 'ResourcePool', properties: { name: 'pool', owner: ref('x', 'y') } },
      n: { type: 'Network', properties: { name: 'lab', parent: ref('Datacenter', 'dc') } },
    },
    { answers: { HasPrivilegeOnEntities: denyAll } },
  );
  const error: unknown = await assertAllowed(session, VM, { ...INPUTS, ...more }).catch((reason: unknown) => reason);
  return missingIn(error).map((one) => one.replace('VirtualMachine.', ''));
}

const ON = { 'runtime.powerState': 'poweredOn' };
const SNAPSHOT = ['State.CreateSnapshot', 'State.RemoveSnapshot'];
const POWER = ['Interact.PowerOn', 'Interact.PowerOff'];
const LOOK = ['Datastore.Browse on Datastore ds', 'Datastore.FileManagement on Datastore ds'];
const COPY = 'Folder f or ResourcePool p';
const OF_COPY = [
  ...[...SNAPSHOT, ...POWER, 'Inventory.Delete', 'Config.AdvancedConfig', 'Config.EditDevice'].map(
    (one) => `${one} on ${COPY}`,
  ),
  ...LOOK,
  'Datastore.AllocateSpace on Datastore ds',
  'Inventory.CreateFromExisting on Folder f',
  'Resource.AssignVMToPool on ResourcePool p',
];
const CLONE = 'Provisioning.Clone on VirtualMachine vm-1';
const onVm = (names: readonly string[]): string[] => names.map((one) => `${one} on VirtualMachine vm-1`);

describe('what the account has to hold', () => {
  it.each<[string, Partial<LiveInputs>, PlayedObject['properties'], readonly string[]]>([
    ['a copy of a VM', {}, {}, [...OF_COPY, CLONE]],
    [
      'a copy of a template',
      {},
      { 'config.template': 'true' },
      [...OF_COPY, 'Provisioning.DeployTemplate on VirtualMachine vm-1'],
    ],
    ['the VM itself, off', { copy: false }, {}, [...onVm([...SNAPSHOT, ...POWER]), ...LOOK]],
    ['the VM itself, running', { copy: false }, ON, [...onVm(SNAPSHOT), ...LOOK]],
    ['the VM itself, off and staying so', { copy: false, powerOn: false }, {}, [...onVm(SNAPSHOT), ...LOOK]],
    ['a copy on a network', { network: 'lab' }, {}, [...OF_COPY, CLONE, 'Network.Assign on Network n']],
    [
      'a copy and one that is customized',
      { customization: 'generated' },
      {},
      [...OF_COPY, CLONE, 'Provisioning.Customize on VirtualMachine vm-1'],
    ],
    [
      'one that is customized by a specification of the vCenter',
      { customization: 'lab' },
      {},
      [
        ...[...OF_COPY, CLONE, 'Provisioning.Customize on VirtualMachine vm-1'],
        'Provisioning.ReadCustSpecs on rootFolder rootFolder',
      ],
    ],
    [
      'a copy with an account of the guest',
      { account: { username: 'u', password: 'p' } },
      {},
      [...OF_COPY, CLONE, ...['Execute', 'Query'].map((one) => `GuestOperations.${one} on ${COPY}`)],
    ],
    [
      'the VM itself, whose snapshot is restored in a copy',
      { copy: false, restore: true },
      ON,
      [
        ...OF_COPY,
        CLONE,
        ...onVm([...SNAPSHOT, ...POWER, 'Inventory.Delete', 'Config.AdvancedConfig', 'Config.EditDevice']),
      ],
    ],
  ])('for %s', async (_what, inputs, properties, expected) => {
    expect(new Set(await needs(inputs, properties))).toEqual(new Set(expected));
  });

  it('for a copy of what lies in no folder is asked of the VM alone', async () => {
    expect(await needs({}, { parent: '' })).toEqual(expect.arrayContaining(onVm(SNAPSHOT)));
  });
});
