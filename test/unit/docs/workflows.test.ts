import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTIONS } from '../../../actions/all.ts';
import { yamlBlocks } from '../../../scripts/docs/yaml-blocks.ts';
import { allOutputs } from '../../../src/job/action-metadata.ts';
import { allInputs } from '../../../src/job/shared-inputs.ts';

/** YAML that users copy: what it calls is there, takes what it is given and gives what is asked of it. */

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const list = (folder: string, end: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`);

interface Metadata {
  readonly inputs: object;
  readonly outputs: object;
}

const composite = parse(read('actions/release-template/action.yml')) as Metadata;
const KNOWN = new Map<string, Metadata>([
  ...ACTIONS.map((action) => [action.name, { inputs: allInputs(action), outputs: allOutputs(action) }] as const),
  ['release-template', composite],
]);

const blocks = yamlBlocks(ROOT).map(({ page, index, text }) => [`${page} ${index}`, text] as const);
const workflows = list('examples/workflows', '.yml').filter((path) => !path.endsWith('zizmor.yml'));
const texts = [...blocks, ...workflows.map((path) => [path, read(path)] as const)];

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Every step in a piece of YAML, however deep. */
function stepsOf(value: unknown): readonly Step[] {
  if (Array.isArray(value)) return value.flatMap(stepsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = typeof (value as Step).uses === 'string' ? [value as Step] : [];
  return [...own, ...Object.values(value).flatMap(stepsOf)];
}

it('is found', () => {
  expect(blocks.length).toBeGreaterThan(8);
  expect(workflows.length).toBe(8);
});

describe.each(texts)('%s', (_name, text) => {
  // Pieces may show two ways beside each other.
  const steps = stepsOf(parse(text, { uniqueKeys: false }));
  const ours = steps.filter(({ uses }) => uses?.startsWith('stillframe/'));

  it('calls what is there, at a ref that exists, with inputs that it has', () => {
    for (const { uses, with: given } of ours) {
      const [, name = ''] = /^stillframe\/stillframe\/actions\/([a-z-]+)@main$/.exec(uses ?? '') ?? [];
      expect([...KNOWN.keys()], uses).toContain(name);
      const inputs = Object.keys(KNOWN.get(name)?.inputs ?? {});
      expect(
        Object.keys(given ?? {}).filter((key) => !inputs.includes(key)),
        uses,
      ).toEqual([]);
    }
  });

  // Few runners trust who signed the certificate of a vCenter.
  it('pins the certificate of every server that a variable names', () => {
    const given = ours.map((step) => step.with ?? {}).filter(({ server }) => String(server).includes('VSPHERE_SERVER'));
    for (const { thumbprint } of given) expect(thumbprint).toBe(`\${{ vars.VSPHERE_THUMBPRINT }}`);
  });

  it('asks for outputs that its steps give', () => {
    for (const [, id, output = ''] of text.matchAll(/steps\.([a-z-]+)\.outputs\.([a-z0-9-]+)/g)) {
      const step = ours.find((one) => one.id === id);
      const name = /actions\/([a-z-]+)@/.exec(step?.uses ?? '')?.[1] ?? '';
      if (step) expect(Object.keys(KNOWN.get(name)?.outputs ?? {}), `${id}.${output}`).toContain(output);
    }
  });

  it('pins the actions of others', () => {
    for (const { uses = '' } of steps) {
      if (uses.startsWith('stillframe/') || uses.startsWith('./') || uses.startsWith('$/')) continue;
      expect(uses).toMatch(/@[0-9a-f]{40}$/);
    }
  });
});

it('are without what Enterprise Server lacks after the command of the page on limits', () => {
  const [, script = ''] = /^sed -i '(.*)' \.github\/workflows\/\*\.yml$/m.exec(read('docs/limits.md')) ?? [];
  expect(script).not.toBe('');
  for (const path of workflows) {
    const text = execFileSync('sed', [script], { input: read(path), encoding: 'utf8' });
    expect(text).not.toMatch(/^ *(queue|id-token|attestations):/m);
    expect(Object.keys((parse(text) as { jobs: object }).jobs)).toEqual(
      Object.keys((parse(read(path)) as { jobs: object }).jobs),
    );
    for (const [, key] of text.matchAll(/^ {4}(permissions|concurrency):\n(?! {6})/gm)) expect(key).toBeUndefined();
  }
});

// The event of a schedule is not told the repository (docker/metadata-action#184).
it('know the default branch in a run that a schedule began', () => {
  const asked = workflows.flatMap((path) => read(path).match(/\{\{[^}]*github\.event\.repository[^}]*\}\}/g) ?? []);
  expect(asked).toEqual(['{{ github.event.repository.default_branch || github.ref_name }}']);
});

describe.each(workflows)('%s', (path) => {
  interface On {
    readonly workflow_dispatch?: { readonly inputs?: object } | null;
  }
  interface Job {
    readonly uses?: string;
    readonly with?: object;
    readonly secrets?: object;
    readonly permissions?: Readonly<Record<string, string>>;
    readonly 'timeout-minutes'?: number;
    readonly if?: string;
  }
  const workflow = parse(read(path)) as { on: On; permissions: object; jobs: Record<string, Job> };

  // The action knows which of them fit each other, and refuses the rest.
  it('tells every job that runs by the choice of somebody all that was chosen', () => {
    const inputs = Object.keys(workflow.on.workflow_dispatch?.inputs ?? {});
    for (const job of Object.values(workflow.jobs)) {
      const deaf = inputs.filter((name) => !JSON.stringify(job).includes(`inputs.${name}`));
      expect(deaf, job.if).toEqual([]);
    }
  });

  it('begins by itself or is called, with no more rights than its jobs name, and ends', () => {
    expect(Object.keys(workflow.on).length).toBeGreaterThan(0);
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) {
      expect(job.permissions).toBeDefined();
      if (job.uses === undefined) expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  });

  it('gives a workflow that it calls what that takes', () => {
    for (const { uses, with: given = {}, secrets = {} } of Object.values(workflow.jobs)) {
      if (uses === undefined) continue;
      const called = uses.replace('./.github/workflows/', 'examples/workflows/');
      expect(existsSync(join(ROOT, called)), uses).toBe(true);
      const { on } = parse(read(called)) as { on: { workflow_call: { inputs: object; secrets: object } } };
      expect(Object.keys(on.workflow_call.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      expect(Object.keys(on.workflow_call.secrets)).toEqual(expect.arrayContaining(Object.keys(secrets)));
    }
  });

  // GitHub starts no run otherwise.
  it('gives a workflow that it calls every right that the jobs there ask for, and no other', () => {
    for (const { uses, permissions = {} } of Object.values(workflow.jobs)) {
      if (uses === undefined) continue;
      const { jobs } = parse(read(uses.replace('./.github/workflows/', 'examples/workflows/'))) as {
        jobs: Record<string, Job>;
      };
      const asked: Record<string, string> = {};
      for (const [right, level] of Object.values(jobs).flatMap((job) => Object.entries(job.permissions ?? {}))) {
        if (asked[right] !== 'write') asked[right] = level;
      }
      expect(permissions).toEqual(asked);
    }
  });
});
