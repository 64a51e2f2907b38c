/** The inputs of record-release. */

import { input } from '../../src/job/input.ts';
import { choice, integer, lines, path, text } from '../../src/job/input-types.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import type { ReleaseRun } from '../../src/release/release-record.ts';
import type { Template } from '../../src/template/template.ts';
import { readRunFacts } from './read-run-facts.ts';

export interface RecordReleaseInputs {
  /** Absolute paths. */
  readonly reports: readonly string[];
  readonly template: Template | undefined;
  /** Undefined: that of the OVA file. */
  readonly name: string | undefined;
  /** Undefined: the folder of the OVA. */
  readonly directory: string | undefined;
  /** Undefined: what lies in the folder already. */
  readonly previous: string | undefined;
  /** Undefined: nothing is uploaded. */
  readonly artifact: ArtifactWish | undefined;
  readonly run: Pick<ReleaseRun, 'at' | 'id' | 'attempt' | 'repository' | 'commit' | 'runner'>;
}

export interface ArtifactWish {
  readonly withOva: boolean;
  /** Undefined: `<name>-release`. */
  readonly name: string | undefined;
  /** Undefined: as the repository has it. */
  readonly retentionDays: number | undefined;
  /** Where it is told which GitHub this is. */
  readonly env: Place['env'];
}

export const INPUTS = {
  reports: input(lines, {
    description:
      'Reports of the steps of this release (their outputs `report`), one per line, in any order; those of build-vhd and convert-ova have to be among them.',
    required: true,
  }),
  name: input(text, {
    description: 'Name of the template.',
    template: { key: 'name', read: (template) => template.name },
    otherwise: 'the name of the OVA file',
  }),
  directory: input(path, {
    description:
      'Folder that gets `release.json`, `sbom.cdx.json`, `release.html` and `notes.md`; one that is kept knows the release before.',
    otherwise: 'the folder of the OVA',
  }),
  previous: input(path, {
    description: 'The `release.json` of the release before, with which this one is compared.',
    otherwise: 'that of the folder, before it is replaced',
  }),
  artifact: input(choice(['none', 'reports', 'with-ova']), {
    description:
      'What is uploaded as artifacts of the run: reports, record and evidence as one, and the page as one that the browser shows; with-ova the OVA too, for one day. Not on GitHub Enterprise Server, which has no such service.',
    default: 'none',
  }),
  'artifact-name': input(text, {
    only: [{ input: 'artifact', is: ['reports', 'with-ova'] }],
    description: 'Name of the artifact; the jobs of one run need different ones.',
    otherwise: '`<name>-release`',
  }),
  'retention-days': input(integer(1, 400), {
    only: [{ input: 'artifact', is: ['reports', 'with-ova'] }],
    description: 'How long the artifacts are kept; never longer than the repository allows.',
    otherwise: 'as the repository has it',
  }),
} as const;

export function prepare({ values, template }: Reading<typeof INPUTS>, place: Place): RecordReleaseInputs {
  return {
    reports: values.reports,
    template,
    name: values.name,
    directory: values.directory,
    previous: values.previous,
    artifact:
      values.artifact === 'none'
        ? undefined
        : {
            withOva: values.artifact === 'with-ova',
            name: values['artifact-name'],
            retentionDays: values['retention-days'],
            env: place.env,
          },
    run: readRunFacts(place, new Date()),
  };
}
