/** The inputs of publish-template. */

import { LEVELS, type Level } from '../../src/check/verdict.ts';
import { input, variant } from '../../src/job/input.ts';
import { boolean, choice, integer, path, text } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { SERVER_INPUTS } from '../../src/job/shared-inputs.ts';
import { runForNames } from '../../src/vsphere/vm/release-mark.ts';
import type { TlsOptions } from '../../src/vsphere/wire/trust.ts';

export interface PublishTemplateInputs {
  readonly server: string;
  readonly username: string;
  readonly password: string;
  readonly tls: TlsOptions;
  readonly datacenter: string | undefined;
  /** The candidate: managed object id, name or inventory path. */
  readonly vm: string;
  /** Undefined: the one that the candidate was made for. */
  readonly name: string | undefined;
  readonly as: 'template' | 'vm' | 'library-item';
  /** Name of the content library; there exactly with `library-item`. */
  readonly library: string | undefined;
  /** Undefined: the one that the candidate lies in. */
  readonly folder: string | undefined;
  readonly keep: number;
  /** Beside what is known of the release. */
  readonly notes: string | undefined;
  readonly level: Level;
  /** Absolute path of verify-quiesce's report. */
  readonly verification: string;
  readonly dryRun: boolean;
  /** The workflow run, as names of VMs take it. */
  readonly run: string;
}

const { 'resource-pool': _, ...SERVER } = SERVER_INPUTS;

export const INPUTS = {
  ...SERVER,
  datacenter: variant(SERVER_INPUTS.datacenter, { otherwise: 'all' }),
  vm: input(text, {
    description: 'The candidate, as upload-esxi gives it: managed object id such as `vm-42`, name or inventory path.',
    required: true,
  }),
  verification: input(path, {
    description:
      'Report of verify-quiesce (its output `report`) that proves this candidate: the same VM, the same OVA, a verdict that reaches `level`.',
    required: true,
  }),
  level: input(choice(LEVELS), {
    description: 'What the report must have proven.',
    template: { key: 'verify.level', read: ({ verify }) => verify.level },
    default: 'application',
  }),
  name: input(text, {
    description:
      'The name to publish under; it must be the one that the candidate was made for, which nobody can then mistake.',
    template: { key: 'name', read: (template) => template.name },
    otherwise: 'the one that the candidate was made for',
  }),
  as: input(choice(['template', 'vm', 'library-item']), {
    description:
      'What it becomes: a template, a VM, or an item of a content library, whose content is replaced and whose id is kept. Templates and items need vCenter.',
    template: { key: 'publish', read: ({ publish }) => publish[0]?.as },
    default: 'template',
  }),
  library: input(text, {
    only: [{ input: 'as', is: ['library-item'] }],
    description: 'Content library of the item, by its name; a local one.',
    template: { key: 'publish', read: ({ publish }) => publish[0]?.library },
    otherwise: '**required** with `as: library-item`',
  }),
  folder: input(text, {
    only: [{ input: 'as', is: ['template', 'vm'] }],
    description: 'VM folder to publish in, by name or inventory path.',
    template: { key: 'publish', read: ({ publish }) => publish[0]?.folder },
    otherwise: 'the folder of the candidate',
  }),
  keep: input(integer(0, 100), {
    description:
      'How many older releases stay, in the folder as `<name>.previous-<run id>`, in the library as `<name>-<run id>`.',
    template: { key: 'publish', read: ({ publish }) => publish[0]?.keep },
    default: '1',
  }),
  notes: input(text, {
    description: 'Text for the notes of the template, before what is known of the release.',
    otherwise: 'the release alone',
  }),
  'dry-run': input(boolean, {
    description: 'Check everything, say what would be done, and change nothing.',
    default: 'false',
  }),
} as const;

export function prepare({ values, missing, invalid }: Reading<typeof INPUTS>, place: Place): PublishTemplateInputs {
  const { as, library, folder } = values;
  if (as === 'library-item' && library === undefined) throw missing('library');
  if (as === 'library-item' && folder !== undefined) {
    throw invalid('folder', folder, 'An item of a library lies in no folder: leave it out.');
  }
  if (as !== 'library-item' && library !== undefined) {
    throw invalid(
      'library',
      library,
      'Only a library item is published in one: set as: library-item, or leave it out.',
    );
  }
  return {
    server: values.server,
    username: values.username,
    password: values.password,
    tls: { thumbprint: values.thumbprint, caFile: values['ca-file'], insecure: values.insecure },
    datacenter: values.datacenter,
    vm: values.vm,
    name: values.name,
    as,
    library,
    folder,
    keep: values.keep,
    notes: values.notes,
    level: values.level,
    verification: values.verification,
    dryRun: values['dry-run'],
    run: runForNames(place.run),
  };
}
