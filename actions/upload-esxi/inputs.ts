/** The inputs of upload-esxi, explicit ones before those of the template file. */

import { basename, resolve } from 'node:path';
import { UserError } from '../../src/errors.ts';
import { type InputReader, invalidInput, missingInput } from '../../src/runner/inputs.ts';
import { loadTemplate } from '../../src/template/template-file.ts';
import type { NetworkWishes } from '../../src/upload/network-map.ts';
import type { PlacementWishes } from '../../src/upload/placement.ts';
import { DISK_PROVISIONINGS, type DiskProvisioning } from '../../src/vsphere/transfer/ovf-import.ts';
import type { TlsOptions } from '../../src/vsphere/wire/trust.ts';

export const IF_EXISTS = ['fail', 'replace', 'keep'] as const;
export type IfExists = (typeof IF_EXISTS)[number];

export interface UploadEsxiInputs {
  /** Absolute path. */
  readonly ova: string;
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly tls: TlsOptions;
  readonly name: string;
  readonly placement: PlacementWishes;
  readonly networks: NetworkWishes;
  readonly diskProvisioning: DiskProvisioning;
  readonly as: 'vm' | 'template';
  readonly ifExists: IfExists;
}

/** Longer names than this vSphere does not take for VMs. */
const MAX_NAME = 80;
/** What a name grows by while a replacement is under way. */
const NAME_RESERVE = 30;

export async function readInputs(inputs: InputReader): Promise<UploadEsxiInputs> {
  // First of all, so that it is masked whatever else goes wrong.
  const password = inputs.secret('password');
  const templatePath = inputs.text('template');
  const template = templatePath === undefined ? undefined : await loadTemplate(templatePath);
  const ova = resolve(inputs.required('ova'));
  const chosen = inputs.choice('as', ['vm', 'template', 'library-item']);
  const publish = template?.publish.find((entry) => chosen === undefined || entry.as === chosen);
  const as = chosen ?? publish?.as ?? 'template';
  if (as === 'library-item') {
    throw new UserError(
      'input-invalid',
      'Content libraries are not supported yet: an OVA is uploaded as a VM or as a template',
      'Set as: template (or vm), and publish it to the library from there.',
    );
  }
  const name = inputs.text('name') ?? template?.name ?? basename(ova).replace(/\.ova$/i, '');
  if (name.length > MAX_NAME - NAME_RESERVE) {
    throw invalidInput('name', name, `Write at most ${MAX_NAME - NAME_RESERVE} characters.`);
  }
  if (password === undefined) throw missingInput('password');
  return {
    ova,
    server: inputs.required('server'),
    username: inputs.required('username'),
    password,
    tls: {
      thumbprint: inputs.text('thumbprint'),
      caFile: inputs.text('ca-file'),
      insecure: inputs.boolean('insecure'),
    },
    name,
    placement: {
      datacenter: inputs.text('datacenter'),
      datastore: inputs.text('datastore') ?? publish?.datastore,
      folder: inputs.text('folder') ?? publish?.folder,
      resourcePool: inputs.text('resource-pool'),
      host: inputs.text('host'),
    },
    networks: readNetworkMap(inputs.list('network-map')),
    diskProvisioning: inputs.choice('disk-provisioning', DISK_PROVISIONINGS) ?? 'thin',
    as,
    ifExists: inputs.choice('if-exists', IF_EXISTS) ?? 'fail',
  };
}

/** Entries `name in the OVA = name in the inventory`; one without `=` stands for every network. */
function readNetworkMap(entries: readonly string[] | undefined): NetworkWishes {
  return new Map(
    (entries ?? []).map((entry) => {
      const match = /^(?:(.+?)\s*=\s*)?([^=]+)$/.exec(entry);
      if (match?.[2] === undefined)
        throw invalidInput('network-map', entry, 'Write lines such as VM Network = dvs-servers.');
      return [match[1] ?? '*', match[2].trim()];
    }),
  );
}
