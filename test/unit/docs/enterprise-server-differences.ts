import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';

/** How the workflow for GitHub Enterprise Server and release-template are told apart: both as YAML, and by when their steps run. */

const byName = (one: string, other: string): number => (one < other ? -1 : 1);

interface Input {
  readonly description?: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly default?: string | boolean;
}
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
type Inputs = Readonly<Record<string, Input>>;
export interface Composite {
  readonly inputs: Inputs;
  readonly outputs: Readonly<Record<string, { description: string; value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}
export interface Workflow {
  readonly on: { readonly workflow_call: { inputs: Inputs; secrets: Inputs; outputs: Composite['outputs'] } };
  readonly jobs: { readonly release: { outputs: Readonly<Record<string, string>>; steps: readonly Step[] } };
}

/** Inputs of the composite that are secrets of the workflow. */
export const SECRETS = ['guest-password', 'password', 'sign-key', 'username'];
const ARTIFACTS = ['artifact', 'artifact-name', 'retention-days'];
const OF_ITS_OWN = ['directory', 'runs-on'];
/** A variable of the environment there. */
const PASSWORD = 'administrator-password';
const OVA = `\${{ inputs.ova || format('{0}/stillframe/release-template/template.ova', runner.temp) }}`;
const OTHERWISE: Readonly<Record<string, string>> = {
  [OVA]: `\${{ inputs.ova || format('{0}/template.ova', inputs.directory || format('{0}/stillframe/release-template', runner.temp)) }}`,
  ...Object.fromEntries(SECRETS.map((name) => [`\${{ inputs.${name} }}`, `\${{ secrets.${name} }}`])),
};

/** What the one does and the other does not, by names. @returns [] when they do the same */
export function differences(compositeText: string, workflowText: string): readonly string[] {
  const composite = parse(compositeText) as Composite;
  const { on, jobs } = parse(workflowText) as Workflow;
  const siblings = jobs.release.steps.filter(({ uses }) => uses?.startsWith('stillframe/'));
  const facts: readonly (readonly [string, unknown, unknown])[] = [
    ['inputs', inputsOf(composite.inputs), inputsOf(on.workflow_call.inputs)],
    ['secrets', [...SECRETS, PASSWORD].toSorted(byName), Object.keys(on.workflow_call.secrets).toSorted(byName)],
    ['outputs', valuesOf(composite), jobs.release.outputs],
    ['outputs of the call', describedOf(composite), on.workflow_call.outputs],
    ['steps', composite.runs.steps.map(callOf), siblings.map(callOf)],
    ['values', composite.runs.steps.map(givenOf), siblings.map((step) => step.with)],
    ['conditions', truthsOf(composite.runs.steps), truthsOf(siblings)],
  ];
  return facts.filter(([, one, other]) => JSON.stringify(one) !== JSON.stringify(other)).map(([name]) => name);
}

const inputsOf = (inputs: Inputs): object =>
  Object.entries(inputs)
    .filter(([name]) => ![...SECRETS, ...ARTIFACTS, ...OF_ITS_OWN, PASSWORD].includes(name))
    .map(([name, { required = false, default: value }]) => [name, required, name === 'ova' ? '' : String(value)]);

const valuesOf = ({ outputs }: Composite): object =>
  Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));

const describedOf = ({ outputs }: Composite): object =>
  Object.fromEntries(
    Object.entries(outputs).map(([name, { description }]) => [
      name,
      { description, value: `\${{ jobs.release.outputs.${name} }}` },
    ]),
  );

const callOf = ({ id, uses }: Step): string => `${id} ${/actions\/([a-z-]+)(?:@main)?$/.exec(uses ?? '')?.[1]}`;

const givenOf = ({ with: given = {} }: Step): object =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([key]) => ![...ARTIFACTS, PASSWORD].includes(key))
      .map(([key, value]) => [key, OTHERWISE[value] ?? value]),
  );

const FLAGS = ['upload', 'bake', 'verify', 'publish', 'record'];
const GOOD = { 'steps.ova.outcome': 'success', 'steps.upload.outcome': 'success', 'steps.bake.outcome': 'success' };
const COURSES: readonly Readonly<Record<string, unknown>>[] = [
  GOOD,
  { ...GOOD, cancelled: true },
  ...['ova', 'upload', 'bake', 'publish'].map((id) => ({ ...GOOD, [`steps.${id}.outcome`]: 'failure' })),
  { ...GOOD, 'steps.ova.outcome': 'skipped' },
  { ...GOOD, 'steps.image.outputs.after-first-boot': 'stay' },
  {
    ...GOOD,
    'steps.image.outputs.bake-on': 'hyper-v',
    'steps.image.outputs.after-first-boot': 'stay',
    'steps.prebake.outputs.after-first-boot': 'seal',
  },
];

/**
 * For each step, whether it runs: with every choice of what is left out, in every course. `==` of GitHub and of JavaScript make numbers of what is
 * not of one type (docs.github.com, "Evaluate expressions"): true is not equal to 'true' in either.
 */
function truthsOf(steps: readonly Step[]): readonly string[] {
  return steps.map(({ if: condition = 'true' }) => {
    const bare = condition.trim().replace(/^\$\{\{(.*)\}\}$/, '$1');
    const asked = bare
      .replaceAll('cancelled()', "get('cancelled')")
      .replaceAll(/\b(?:inputs|steps)(?:\.[a-z-]+)+/g, "get('$&')");
    const runs = runInNewContext(`(get) => Boolean(${asked})`) as (get: (name: string) => unknown) => boolean;
    const choices = Array.from({ length: 2 ** FLAGS.length }, (_, bits) =>
      Object.fromEntries(FLAGS.map((name, bit) => [`steps.asked.outputs.${name}`, String(((bits >> bit) & 1) === 1)])),
    );
    return COURSES.flatMap((course) =>
      choices.map((choice) => (runs((name) => ({ ...course, ...choice })[name] ?? '') ? '1' : '0')),
    ).join('');
  });
}
