import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkoutPin, enterpriseServerWorkflow } from '../../../scripts/docs/enterprise-server-workflow.ts';
import { ROOT } from '../../../scripts/root.ts';
import { type Composite, differences, SECRETS, type Step, type Workflow } from './enterprise-server-differences.ts';

/** The workflow for GitHub Enterprise Server does what release-template does: both are read as YAML here, whatever wrote the one from the other. */

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const COMPOSITE = read('actions/release-template/action.yml');
const WORKFLOW = read('examples/workflows/release-on-enterprise-server.yml');
const PIN = checkoutPin(read('examples/workflows/build-templates.yml'));

describe('the workflow for GitHub Enterprise Server', () => {
  it('is the one that release-template gives', () => {
    expect(WORKFLOW).toBe(enterpriseServerWorkflow(COMPOSITE, PIN));
    expect(() => enterpriseServerWorkflow('inputs: {}\n', PIN)).toThrow('release-template/action.yml has no steps');
    expect(() => checkoutPin('uses: actions/checkout@v7\n')).toThrow('pins no actions/checkout');
  });

  it('has the steps of release-template, with the same inputs, values, outputs and conditions', () => {
    expect(parse(COMPOSITE).runs.steps).toHaveLength(12);
    expect(differences(COMPOSITE, WORKFLOW)).toEqual([]);
  });

  const step = (text: string, id: string): string =>
    new RegExp(` +- id: ${id}\n[\\s\\S]*?(?= +(?:#|- ))`).exec(text)?.[0] ?? '?';
  const both: readonly (readonly [string, string, (text: string) => string])[] = [
    [
      'an input less',
      'inputs',
      (text) => text.replace(/^ +bake-switch:\n(?:.*description: .*\n)(?: +type: .*\n)?/m, ''),
    ],
    ['another default', 'inputs', (text) => text.replace(/default: disconnected/, 'default: as-it-is')],
    [
      'an input that is required',
      'inputs',
      (text) => text.replace(/^( +)(description: Datacenter, .*)$/m, '$1$2\n$1required: true'),
    ],
    [
      'an output of another step',
      'outputs',
      (text) => text.replace(/steps\.image\.outputs\.vhd \}\}$/m, 'steps.ova.outputs.vhd }}'),
    ],
    ['a step less', 'steps', (text) => text.replace(step(text, 'drivers'), '')],
    [
      'two steps the other way round',
      'steps',
      (text) => text.replace(step(text, 'drivers'), '').replace(/^ +- id: updates\n/m, `${step(text, 'drivers')}$&`),
    ],
    ['another action', 'steps', (text) => text.replace('actions/publish-template', 'actions/audit-templates')],
    [
      'a value less',
      'values',
      (text) => text.replace(/^ +network-map: .*\n/m, '').replace(/^ +tools-version: .*\n/m, ''),
    ],
    [
      'another value',
      'values',
      (text) =>
        text
          .replace('steps.verify.outputs.report }}\n          folder', '')
          .replace(/verification: .*$/m, 'verification: x'),
    ],
    ['a condition less', 'conditions', (text) => text.replace(/ && steps\.asked\.outputs\.publish == 'true'$/m, '')],
    [
      'a condition turned round',
      'conditions',
      (text) => text.replace("steps.bake.outcome != 'failure'", "steps.bake.outcome == 'failure'"),
    ],
    ['a bake of what stays', 'conditions', (text) => text.replace(/\n +&& \(steps\.prebake.*$/m, '')],
  ];

  it.each(both)('is another with %s, on either side', (_what, name, change) => {
    expect(change(COMPOSITE)).not.toBe(COMPOSITE);
    expect(change(WORKFLOW)).not.toBe(WORKFLOW);
    expect(differences(change(COMPOSITE), WORKFLOW)).toContain(name);
    expect(differences(COMPOSITE, change(WORKFLOW))).toContain(name);
  });

  it('is another where it asks an input itself, of which it has truth values and no texts: nothing would be uploaded', () => {
    const asked = "if: steps.asked.outputs.upload == 'true'\n";
    expect(WORKFLOW).toContain(asked);
    expect(differences(COMPOSITE, WORKFLOW.replace(asked, "if: inputs.upload == 'true'\n"))).toEqual(['conditions']);
  });
});

describe('what it asks for', () => {
  const { on, jobs } = parse(WORKFLOW) as Workflow;
  const { inputs, secrets } = on.workflow_call;

  it('is a truth value where it is one, and a secret where it is one', () => {
    const composite = (parse(COMPOSITE) as Composite).inputs;
    for (const [name, { type, default: value }] of Object.entries(inputs)) {
      const truth = /^(true|false)$/.test(composite[name]?.default?.toString() ?? '');
      expect(type, name).toBe(truth ? 'boolean' : 'string');
      if (truth) expect(typeof value, name).toBe('boolean');
    }
    const secret = Object.entries(composite).filter(
      ([name, { description = '' }]) => /password|username/.test(name) || description.includes('from a secret'),
    );
    expect(new Set(secret.map(([name]) => name))).toEqual(new Set([...SECRETS, 'administrator-password']));
  });

  it('is what it uses, and the other way round', () => {
    const text = JSON.stringify(jobs);
    const used = (context: string): ReadonlySet<string | undefined> =>
      new Set([...text.matchAll(new RegExp(`\\b${context}\\.([a-z0-9-]+)`, 'g'))].map(([, name]) => name));
    expect(used('inputs')).toEqual(new Set(Object.keys(inputs)));
    expect(used('secrets')).toEqual(new Set(Object.keys(secrets)));
  });

  it('is nothing that Enterprise Server lacks', () => {
    const uses = jobs.release.steps.flatMap((step) => step.uses ?? []);
    expect(uses.filter((one) => !/^stillframe\/stillframe\/actions\/[a-z-]+@main$/.test(one))).toEqual([
      PIN.split(' ')[0],
    ]);
    expect(JSON.stringify(parse(WORKFLOW))).not.toMatch(
      /\$\/|queue|artifact-name|retention|id-token|attestations|"uses":"\.\//,
    );
  });
});

describe('a step of its own', () => {
  const { steps } = (parse(WORKFLOW) as Workflow).jobs.release;
  const named = (name: string): Step => steps.find((step) => step.name === name) ?? {};
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stillframe-enterprise-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const play = (name: string, env: Readonly<Record<string, string>>) => {
    const { run = 'exit 9', env: asked = {} } = named(name);
    for (const key of Object.keys(env)) expect([...Object.keys(asked), 'RUNNER_TEMP', 'GITHUB_OUTPUT']).toContain(key);
    // As a runner calls it for `shell: bash`.
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    });
  };
  it('has the password of the image where an answer file is read, and nowhere else', () => {
    const has = steps.filter(({ env }) => env?.ADMINISTRATOR_PASSWORD !== undefined);
    expect(has.map(({ id, env }) => [id, env])).toEqual(
      ['asked', 'image'].map((id) => [id, { ADMINISTRATOR_PASSWORD: `\${{ secrets.administrator-password }}` }]),
    );
    for (const step of has) expect(step.with?.unattend).toBe(`\${{ inputs.unattend }}`);
  });

  it('puts the lock into the directory, once the release went well', () => {
    writeFileSync(join(folder, 'ws.lock.json'), '{}');
    const { status } = play('Put the lock beside the OVA', {
      LOCK: join(folder, 'ws.lock.json'),
      DIRECTORY: join(folder, 'share/ws'),
    });
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'share/ws/ws.lock.json'), 'utf8')).toBe('{}');
    expect(named('Put the lock beside the OVA').if).toBe(
      "inputs.directory != '' && steps.updates.outputs.changed == 'true'",
    );
  });
});
