/** Inputs that several actions take: declared once, so that the same name means the same everywhere. */

import { PRODUCTS } from '../products/product.ts';
import { type Declarations, input, variant } from './input.ts';
import { boolean, choice, parsed, path, secret, text, url } from './input-types.ts';

/** Every action has these two; the life of an action reads them. */
export const COMMON_INPUTS = {
  template: input(path, {
    description: 'A template file that supplies defaults for the other inputs; inputs that are set win.',
    otherwise: 'none',
  }),
  report: input(path, {
    description: 'Where the JSON report is written.',
    otherwise: '`<runner temp>/stillframe/<action>.json`; `<action>-2.json` and so on for later steps of a job',
  }),
} as const;

export const product = input(choice(PRODUCTS), {
  description: 'The release of Windows Server.',
  template: { key: 'windows.product', read: (template) => template.windows.product },
  required: true,
});

/** Of stages whose result follows from their inputs. */
export const reuse = input(boolean, {
  description:
    'true keeps the result on this runner, and takes the one that an earlier run made of the very same inputs in place of making it again; what changed is said where nothing fits (docs/releases.md).',
  default: 'false',
});

/** Where updates are looked up. */
export const CATALOG_INPUTS = {
  'catalog-url': input(url, {
    description: 'Base address of the update catalog or of a mirror of it.',
    otherwise: '`https://www.catalog.update.microsoft.com/`',
  }),
  'release-info-url': input(
    parsed('URL, or none', (value) => (value === 'none' ? value : url.parse(value))),
    {
      description: 'Address of the Windows Server release information, or none to search by title only.',
      otherwise: 'the page of Microsoft',
    },
  ),
} as const;

/** The vCenter or ESXi host that an action works on. */
export const SERVER_INPUTS = {
  server: input(text, {
    description: 'vCenter or ESXi host, as `host` or `host:port`.',
    required: true,
  }),
  username: input(text, {
    description: 'Account to log in with, on vCenter with its domain, as in `svc-images@vsphere.local`.',
    required: true,
  }),
  password: input(secret, { description: 'Password of the account.', required: true }),
  thumbprint: input(text, {
    description: 'SHA-256 or SHA-1 thumbprint of the certificate of the server, which is then trusted and no other.',
    otherwise: 'none',
  }),
  'ca-file': input(path, {
    description: 'PEM file with the authorities that signed the certificate of the server.',
    otherwise: 'the authorities that the runner trusts',
  }),
  insecure: input(boolean, {
    description: 'Trust any certificate; anybody on the way can then read the password.',
    default: 'false',
  }),
  datacenter: input(text, {
    description: 'Datacenter, by name or inventory path.',
    otherwise: 'the only one, or the one of the VM or resource pool',
  }),
  'resource-pool': input(text, {
    description: 'Resource pool, cluster or host, by name or inventory path.',
    otherwise: 'the only one, or that of the host or VM',
  }),
} as const;

/** What is used with `vm` alone, in an action that does without a server too. */
export const OF_VM = { only: [{ input: 'vm' }] } as const;

/** How such an action is told of the server; `resource-pool` means another thing in each. @param otherwise in place of the default */
export function serverInputsOfVm<const Otherwise extends string>(otherwise: Otherwise) {
  const needed = { ...OF_VM, required: false, otherwise } as const;
  return {
    server: variant(SERVER_INPUTS.server, needed),
    username: variant(SERVER_INPUTS.username, needed),
    password: variant(SERVER_INPUTS.password, needed),
    thumbprint: variant(SERVER_INPUTS.thumbprint, OF_VM),
    'ca-file': variant(SERVER_INPUTS['ca-file'], OF_VM),
    insecure: variant(SERVER_INPUTS.insecure, OF_VM),
    datacenter: variant(SERVER_INPUTS.datacenter, { ...OF_VM, otherwise: 'all' }),
  } as const;
}

/** The inputs of an action with those that every action has, in the order of the tables. */
export function allInputs({ inputs }: { readonly inputs: Declarations }): Declarations {
  return { ...inputs, ...COMMON_INPUTS };
}
