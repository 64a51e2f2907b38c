/** Makes a VM of an OVF item of a content library (vcenter/ovf/library-item, API 6.5). */

import { randomUUID } from 'node:crypto';
import { UserError } from '../../errors.ts';
import type { ImportRequest } from '../transfer/ovf-import.ts';
import type { Moref } from '../wire/moref.ts';
import type { RestCaller } from '../wire/rest.ts';
import type { VsphereSession } from '../wire/session.ts';
import { type OvfMessages, sayOvfMessages } from './ovf-messages.ts';

export type Deployment = Omit<ImportRequest, 'descriptor' | 'guestId'>;

interface Answer {
  readonly succeeded?: boolean;
  readonly resource_id?: { readonly type?: string; readonly id?: string };
  readonly error?: OvfMessages;
}

/** The server answers once the disk is copied, and says nothing until then. */
const LIMIT = 4 * 3_600_000;
const PRIVILEGES =
  'VApp.Import on the resource pool and the folder, Datastore.AllocateSpace, Network.Assign and Resource.AssignVMToPool';

/**
 * The server reads the disk from the library itself. A token of ours lets it recognise the same request, so that it is sent again when its
 * answer is lost.
 * @returns the VM, powered off
 * @throws UserError vsphere-refused with what the server says
 */
export async function deployItem(
  session: Pick<VsphereSession, 'log'>,
  rest: RestCaller,
  item: string,
  { name, pool, host, folder, datastore, diskProvisioning, networks }: Deployment,
): Promise<Moref> {
  const target = {
    resource_pool_id: pool.value,
    folder_id: folder.value,
    ...(host && { host_id: host.value }),
  };
  const spec = {
    name,
    accept_all_EULA: true,
    default_datastore_id: datastore.value,
    storage_provisioning: diskProvisioning,
  };
  const mapped = [...networks].map(([key, network]) => [key, network.value] as const);
  const answer = (await rest.call({
    method: 'POST',
    resource: 'vcenter/ovf/library-item',
    id: item,
    action: 'deploy',
    body: { target, deployment_spec: { ...spec, network_mappings: Object.fromEntries(mapped) } },
    old: {
      body: {
        target,
        deployment_spec: { ...spec, network_mappings: mapped.map(([key, value]) => ({ key, value })) },
      },
    },
    token: randomUUID(),
    repeatable: true,
    idleTimeout: LIMIT,
    privileges: PRIVILEGES,
  })) as Answer | undefined;
  const said = answer?.error === undefined ? { errors: [], warnings: [] } : sayOvfMessages(answer.error);
  for (const warning of said.warnings) session.log.warning(`Deploying ${name}: ${warning}`);
  const { type, id } = answer?.resource_id ?? {};
  if (answer?.succeeded && type === 'VirtualMachine' && id !== undefined) return { type, value: id };
  throw new UserError(
    'vsphere-refused',
    `vCenter deployed no VM of the library item${said.errors.length === 0 ? '' : `: ${said.errors.join('; ')}`}`,
    'See the tasks of the vCenter: the datastore needs room, and the hosts must reach the one of the library.',
  );
}
