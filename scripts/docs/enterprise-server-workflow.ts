/**
 * The workflow that releases one template on GitHub Enterprise Server, from release-template/action.yml: that calls its siblings by `$/`, which
 * Enterprise Server does not know (github.blog, changelog of 2026-07-30). A reusable workflow can call them one by one. It has no artifacts,
 * since the client of today refuses Enterprise Server (actions/toolkit#2438): a folder on a share stands in their place.
 */

import { parse, stringify } from 'yaml';

/** Inputs of the composite that are secrets of a workflow: what a caller gives as an input stands in the log. */
const SECRETS = ['username', 'password', 'guest-password', 'sign-key'];
/** What has no meaning without artifacts. */
const LEFT_OUT = ['artifact', 'artifact-name', 'retention-days'];

/** What is said of an input in other words, since a caller cannot run a step in the job before. */
const REWORDED: Readonly<Record<string, string>> = {
  ova: 'The OVA to write; else template.ova in the directory.',
  'sign-certificate': 'Certificate of the secret sign-key.',
};

const FIRST_INPUTS = {
  'runs-on': {
    description: 'Labels of the runner, as a JSON list.',
    type: 'string',
    default: '["self-hosted", "windows", "x64"]',
  },
  directory: {
    description:
      'Folder of this template on a share, in place of artifacts: gets OVA and record, and the lock when it is new. Else one that goes with the job.',
    type: 'string',
  },
};

/** Of many templates some ask for it and some do not: as a variable it is there for those that do. */
const OF_THE_ENVIRONMENT = 'administrator-password';
const ADMINISTRATOR_PASSWORD = {
  description:
    'Put where the answer file says $ADMINISTRATOR_PASSWORD; ADMINISTRATOR_PASSWORD in the environment of build-vhd.',
};

/** Expressions that a workflow has to write in another way. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\$\/(actions\/[a-z-]+)$/gm, 'stillframe/stillframe/$1@main'],
  [
    /\$\{\{ inputs\.ova \|\| .*? \}\}/g,
    `\${{ inputs.ova || format('{0}/template.ova', inputs.directory || format('{0}/stillframe/release-template', runner.temp)) }}`,
  ],
  // The environment of the caller is not that of the job.
  [
    /^( +)(uses: .*\/(?:build-vhd|check-release)@main)$/gm,
    `$1$2\n$1env:\n$1  ADMINISTRATOR_PASSWORD: \${{ secrets.administrator-password }}`,
  ],
];

interface Composite {
  readonly inputs: Readonly<Record<string, { description: string; required?: boolean; default?: string }>>;
  readonly outputs: Readonly<Record<string, { description: string; value: string }>>;
}

/** @param composite text of actions/release-template/action.yml @param checkout `actions/checkout@<commit> # <version>`. @throws Error when it has no steps */
export function enterpriseServerWorkflow(composite: string, checkout: string): string {
  const steps = composite.split('\n  steps:\n')[1];
  if (steps === undefined) throw new Error('release-template/action.yml has no steps');
  const { inputs, outputs } = parse(composite) as Composite;
  const yaml = (value: object, indent: number): string =>
    stringify(value, { lineWidth: 0 }).trimEnd().replaceAll(/^/gm, ' '.repeat(indent));
  const jobOutputs = Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  return `# Generated from actions/release-template/action.yml by "npm run docs".
# Builds, proves and publishes one template on GitHub Enterprise Server, which has neither \`$/\` nor artifacts nor attestations: docs/limits.md.
name: release on enterprise server
on:
  workflow_call:
    inputs:
${yaml(callInputs(inputs), 6)}
    secrets:
${yaml(callSecrets(inputs), 6)}
    outputs:
${yaml(callOutputs(outputs), 6)}

permissions: {}

jobs:
  release:
    runs-on: \${{ fromJSON(inputs.runs-on) }}
    timeout-minutes: 480
    permissions:
      contents: read
    # One at a time of each template. A third run takes the place of the second that waits: the next plan finds out what is missing.
    concurrency:
      group: stillframe-\${{ inputs.template }}
      cancel-in-progress: false
    outputs:
${yaml(jobOutputs, 6)}
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
${callSteps(steps)}${AFTERWARDS}`;
}

/** @param workflow text of one of the workflows to copy @returns `actions/checkout@<commit> # <version>` as it pins it. @throws Error when it does not */
export function checkoutPin(workflow: string): string {
  const [, pin] = /uses: (actions\/checkout@[0-9a-f]{40} # v[\d.]+)$/m.exec(workflow) ?? [];
  if (pin === undefined) throw new Error('the workflow pins no actions/checkout');
  return pin;
}

function callInputs(inputs: Composite['inputs']): object {
  const given = Object.entries(inputs)
    .filter(([name]) => ![...SECRETS, ...LEFT_OUT, OF_THE_ENVIRONMENT].includes(name))
    .map(([name, { description, required, default: otherwise }]) => {
      const truth = otherwise === 'true' || otherwise === 'false';
      // No default may name the runner, which is not known yet when a workflow is called.
      const known = otherwise === undefined || otherwise.includes('${{') ? undefined : otherwise;
      return [
        name,
        {
          description: REWORDED[name] ?? description,
          type: truth ? 'boolean' : 'string',
          ...(required === undefined ? {} : { required }),
          ...(known === undefined ? {} : { default: truth ? known === 'true' : known }),
        },
      ];
    });
  const [template, ...rest] = given;
  return Object.fromEntries([template, ...Object.entries(FIRST_INPUTS), ...rest] as [string, object][]);
}

function callSecrets(inputs: Composite['inputs']): object {
  const given = SECRETS.map((name) => [name, { description: inputs[name]?.description }]);
  return Object.fromEntries([...given, [OF_THE_ENVIRONMENT, ADMINISTRATOR_PASSWORD]]);
}

function callOutputs(outputs: Composite['outputs']): object {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { description }]) => [
      name,
      { description, value: `\${{ jobs.release.outputs.${name} }}` },
    ]),
  );
}

function callSteps(steps: string): string {
  let text = steps.replaceAll(/^(?=.)/gm, '  ');
  for (const name of [...LEFT_OUT, OF_THE_ENVIRONMENT])
    text = text.replaceAll(new RegExp(`^ +${name}: \\$\\{\\{ inputs\\.${name} \\}\\}\\n`, 'gm'), '');
  for (const name of SECRETS) text = text.replaceAll(`\${{ inputs.${name} }}`, `\${{ secrets.${name} }}`);
  for (const [found, instead] of REPLACED) text = text.replaceAll(found, instead);
  return text;
}

const AFTERWARDS = `      # Only the lock of a release that went well: another job commits it.
      - name: Put the lock beside the OVA
        if: inputs.directory != '' && steps.updates.outputs.changed == 'true'
        shell: bash
        env:
          LOCK: \${{ steps.updates.outputs.lock-file }}
          DIRECTORY: \${{ inputs.directory }}
        run: |
          mkdir -p "$DIRECTORY"
          cp "$LOCK" "$DIRECTORY/"
`;
