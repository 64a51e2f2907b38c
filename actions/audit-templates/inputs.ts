/** The inputs of audit-templates. */

import { join } from 'node:path';
import { input, variant } from '../../src/job/input.ts';
import { choice, integer, list, path } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { SERVER_INPUTS } from '../../src/job/shared-inputs.ts';
import type { TlsOptions } from '../../src/vsphere/wire/trust.ts';

export interface Inputs {
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly tls: TlsOptions;
  readonly datacenter: string | undefined;
  /** Patterns; none: every template. */
  readonly vms: readonly string[];
  readonly parallel: number;
  readonly failOn: FailOn;
  /** Absolute path of the CSV file. */
  readonly table: string;
}

const FAIL_ON = ['error', 'warning', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const { 'resource-pool': _, ...SERVER } = SERVER_INPUTS;

export const INPUTS = {
  ...SERVER,
  datacenter: variant(SERVER_INPUTS.datacenter, { otherwise: 'all' }),
  vms: input(list, {
    description:
      'Templates and VMs to look at: names, inventory paths or managed object ids, in which `*` stands for anything within a name, `?` for one letter, and `**` for any folders, as in `ws2022-*` or `/DC0/vm/Templates/**`.',
    otherwise:
      'all templates but those whose guest id is of another system than Windows; on an ESXi host, which has none, all VMs that are off',
  }),
  parallel: input(integer(1, 16), {
    description: 'How many are looked at at a time.',
    default: '4',
  }),
  'fail-on': input(choice(FAIL_ON), {
    description:
      'When the step fails: where a template has an `error`, already with a `warning` (such as one that could not be looked at), or `never`.',
    default: 'error',
  }),
  table: input(path, {
    description: 'CSV file that is written, with a row for each template.',
    otherwise: '`<runner temp>/stillframe/audit-templates.csv`',
  }),
} as const;

export function prepare({ values }: Reading<typeof INPUTS>, { temp }: Place): Inputs {
  const { server, username, password, datacenter, vms, parallel } = values;
  return {
    server,
    username,
    password,
    tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
    datacenter,
    vms: vms ?? [],
    parallel,
    failOn: values['fail-on'],
    table: values.table ?? join(temp, 'stillframe', 'audit-templates.csv'),
  };
}
