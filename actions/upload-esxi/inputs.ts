/** The inputs of upload-esxi. */

import { basename } from 'node:path';
import { input, variant } from '../../src/job/input.ts';
import { choice, list, path, text } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { SERVER_INPUTS } from '../../src/job/shared-inputs.ts';
import type { NetworkWishes } from '../../src/upload/network-map.ts';
import type { PlacementWishes } from '../../src/upload/placement.ts';
import { NAME_RESERVE } from '../../src/upload/working-names.ts';
import { DISK_PROVISIONINGS, type DiskProvisioning } from '../../src/vsphere/transfer/ovf-import.ts';
import { runForNames } from '../../src/vsphere/vm/release-mark.ts';
import type { TlsOptions } from '../../src/vsphere/wire/trust.ts';
import { readNetworkMap } from './read-network-map.ts';

const IF_EXISTS = ['fail', 'replace', 'keep'] as const;
type IfExists = (typeof IF_EXISTS)[number];

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
  readonly as: 'candidate' | 'vm' | 'template' | 'library-item';
  /** The workflow run that a candidate belongs to, as names of VMs take it. */
  readonly run: string;
  readonly ifExists: IfExists;
  /** Name of the content library of the item; there with `library-item`. */
  readonly library: string | undefined;
  /** Name of the content library that the OVA goes through. */
  readonly viaLibrary: string | undefined;
}

/** What a VM has, and an item of a library has not. */
const OF_VM = { without: [{ input: 'as', is: ['library-item'] }] } as const;

/** Longer names than this vSphere does not take for VMs. */
const MAX_NAME = 80;

export const INPUTS = {
  ova: input(path, {
    description: 'The OVA to upload; it is read where it lies, never unpacked.',
    required: true,
  }),
  ...SERVER_INPUTS,
  datacenter: variant(SERVER_INPUTS.datacenter, {
    ...OF_VM,
    otherwise: 'the only one, or the one of the resource pool',
  }),
  'resource-pool': variant(SERVER_INPUTS['resource-pool'], {
    ...OF_VM,
    otherwise: 'the only one, or that of host',
  }),
  name: input(text, {
    description:
      'Name of the VM or template, or the one that a candidate is to be published under; at most 50 characters.',
    template: { key: 'name', read: ({ name }) => name },
    otherwise: 'the name of the OVA file',
  }),
  datastore: input(text, {
    ...OF_VM,
    description: 'Datastore, by name or inventory path.',
    template: { key: 'publish', read: ({ publish }) => publish[0]?.datastore },
    otherwise: 'the only one that the hosts of the pool mount',
  }),
  folder: input(text, {
    ...OF_VM,
    description: 'VM folder, by name or inventory path.',
    template: { key: 'publish', read: ({ publish }) => publish[0]?.folder },
    otherwise: 'the root of the datacenter',
  }),
  host: input(text, {
    ...OF_VM,
    description: 'ESXi host to import on, by name or inventory path; needed in a cluster without DRS.',
    otherwise: 'chosen by vSphere',
  }),
  'network-map': input(list, {
    ...OF_VM,
    description: 'Lines of the form name in the OVA = name in the inventory; a name alone stands for every network.',
    otherwise: 'networks of the same name, or the only one',
  }),
  'disk-provisioning': input(choice(DISK_PROVISIONINGS), {
    ...OF_VM,
    description: 'How the datastore gives room to the disk.',
    default: 'thin',
  }),
  as: input(choice(['candidate', 'vm', 'template', 'library-item']), {
    description:
      'What it becomes: a `candidate`, that is a VM named `<name>.candidate-<run id>` which verify-quiesce proves and publish-template publishes; or at once a VM or a template (vCenter only) that people find under its name, proven or not; or an item of a content library (`library-item`), proven or not, which publish-template makes of a proven candidate instead.',
    default: 'candidate',
  }),
  library: input(text, {
    only: [{ input: 'as', is: ['library-item'] }],
    description: 'Content library of the item, by its name; a local one. Only with `as: library-item`.',
    template: { key: 'publish', read: ({ publish }) => publish[0]?.library },
    otherwise: '**required** with `as: library-item`',
  }),
  'via-library': input(text, {
    ...OF_VM,
    description:
      'Content library, by its name, a local one: the OVA goes through it, so that this runner needs to reach vCenter alone. An item for the time being takes the OVA, vCenter deploys the VM from it, and the item is removed.',
    otherwise: 'straight to an ESXi host',
  }),
  'if-exists': input(choice(IF_EXISTS), {
    only: [{ input: 'as', is: ['vm', 'template', 'library-item'] }],
    description:
      'When the folder has a VM of that name: fail, replace it once the new one is whole, or keep it and upload nothing. A candidate disturbs nobody of its name, and takes the place of that of an earlier attempt of the same run. Of a library item the content is replaced, its id stays; one that no release made never is.',
    default: 'fail',
  }),
} as const;

export function prepare(reading: Reading<typeof INPUTS>, place: Place): UploadEsxiInputs {
  const { values, missing, invalid } = reading;
  const { ova, as, library } = values;
  if (as === 'library-item' && library === undefined) throw missing('library');
  const name = values.name ?? basename(ova).replace(/\.ova$/i, '');
  if (name.length > MAX_NAME - NAME_RESERVE) {
    throw invalid('name', name, `Write at most ${MAX_NAME - NAME_RESERVE} characters.`);
  }
  return {
    ova,
    server: values.server,
    username: values.username,
    password: values.password,
    tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
    name,
    placement: {
      datacenter: values.datacenter,
      datastore: values.datastore,
      folder: values.folder,
      resourcePool: values['resource-pool'],
      host: values.host,
    },
    networks: readNetworkMap(values['network-map'], reading),
    diskProvisioning: values['disk-provisioning'],
    as,
    run: runForNames(place.run),
    ifExists: values['if-exists'],
    library,
    viaLibrary: values['via-library'],
  };
}
