import { expect, it } from 'vitest';
import { deployItem } from '../../../../src/vsphere/library/deploy-item.ts';
import { playedVsphere, ref } from '../played-vsphere.ts';
import { playedRest } from './played-rest.ts';

const DEPLOYMENT = {
  name: 'ws',
  pool: ref('ResourcePool', 'pool-1'),
  host: undefined,
  folder: ref('Folder', 'f-1'),
  datastore: ref('Datastore', 'ds-1'),
  diskProvisioning: 'thin' as const,
  networks: new Map([['VM Network', ref('Network', 'net-1')]]),
};
const VM = { succeeded: true, resource_id: { type: 'VirtualMachine', id: 'vm-9' } };
const deploy = (answer: unknown, more = {}) => {
  const session = playedVsphere({});
  const rest = playedRest(() => answer);
  return { session, rest, vm: deployItem(session, rest, 'i-1', { ...DEPLOYMENT, ...more }) };
};

it('says where everything goes, by a token of its own, in the words of either style', async () => {
  const { rest, vm } = deploy(VM);
  expect(await vm).toEqual({ type: 'VirtualMachine', value: 'vm-9' });
  const target = { resource_pool_id: 'pool-1', folder_id: 'f-1' };
  const spec = { name: 'ws', accept_all_EULA: true, default_datastore_id: 'ds-1', storage_provisioning: 'thin' };
  expect(rest.bodies).toEqual([
    {
      method: 'POST',
      resource: 'vcenter/ovf/library-item',
      id: 'i-1',
      action: 'deploy',
      body: { target, deployment_spec: { ...spec, network_mappings: { 'VM Network': 'net-1' } } },
      old: {
        body: { target, deployment_spec: { ...spec, network_mappings: [{ key: 'VM Network', value: 'net-1' }] } },
      },
      token: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      repeatable: true,
      idleTimeout: 14_400_000,
      privileges: expect.stringContaining('VApp.Import on the resource pool') as string,
    },
  ]);
});

it('names the host where there is one', async () => {
  const { rest, vm } = deploy(VM, { host: ref('HostSystem', 'host-1') });
  await vm;
  expect(rest.bodies[0]?.body).toMatchObject({ target: { host_id: 'host-1' } });
});

it('passes on what the server warns of', async () => {
  const { session, vm } = deploy({ ...VM, error: { warnings: [{ message: { default_message: 'No such device.' } }] } });
  await vm;
  expect(session.said.warning).toEqual(['Deploying ws: No such device.']);
});

it.each<[unknown, string]>([
  [{ succeeded: false, error: { errors: [{ message: { default_message: 'No room.' } }] } }, ': No room.'],
  [{ ...VM, succeeded: false }, ''],
  [{ succeeded: true, resource_id: { type: 'VirtualApp', id: 'resgroup-v1' } }, ''],
  [{ succeeded: true, resource_id: { type: 'VirtualMachine' } }, ''],
  [{}, ''],
  [null, ''],
])('refuses what is no VM: %j', async (answer, said) => {
  await expect(deploy(answer).vm).rejects.toMatchObject({
    code: 'vsphere-refused',
    message: `vCenter deployed no VM of the library item${said}`,
    hint: expect.stringContaining('the datastore needs room') as string,
  });
});
