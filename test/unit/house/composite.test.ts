import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTIONS } from '../../../actions/all.ts';
import { checkRelease } from '../../../actions/check-release/action.ts';
import { allOutputs } from '../../../src/job/action-metadata.ts';
import { allInputs } from '../../../src/job/shared-inputs.ts';

const ROOT = join(import.meta.dirname, '../../..');

interface Step {
  readonly id: string;
  readonly uses: string;
  readonly if?: string;
  readonly with: Readonly<Record<string, string>>;
}

interface Composite {
  readonly description: string;
  readonly inputs: Readonly<Record<string, { description: string; required?: boolean; default?: string }>>;
  readonly outputs: Readonly<Record<string, { description: string; value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const text = readFileSync(join(ROOT, 'actions/release-template/action.yml'), 'utf8');
const { description, inputs, outputs, runs } = parse(text) as Composite;
const sibling = (step: Step) => ACTIONS.find(({ name }) => `$/actions/${name}` === step.uses);

const expression = (inside: string): string => `\${{ ${inside} }}`;

describe('release-template', () => {
  it('calls actions that stand beside it, in the order of the flow, each step by a name of its own', () => {
    expect(runs.using).toBe('composite');
    expect(description.length).toBeLessThanOrEqual(125);
    for (const step of runs.steps) {
      expect(existsSync(join(ROOT, step.uses.replace('$/', ''), 'action.yml')), step.uses).toBe(true);
      expect(sibling(step), step.uses).toBeDefined();
    }
    expect(new Set(runs.steps.map(({ id }) => id)).size).toBe(runs.steps.length);
    const order = runs.steps.map((step) => ACTIONS.findIndex(({ name }) => step.uses.endsWith(`/${name}`)));
    // The offline check of an OVA that is not uploaded stands where the upload would; Hyper-V starts an image before it is one.
    const chain = order.filter((_, index) => !['check', 'prebake'].includes(runs.steps[index]?.id ?? ''));
    expect(chain).toEqual(chain.toSorted((a, b) => a - b));
  });

  it.each(runs.steps.map((step) => [step.id, step] as const))('gives the step %s what it takes', (_id, step) => {
    const action = sibling(step);
    const known = Object.entries(action ? allInputs(action) : {});
    expect(Object.keys(step.with).filter((key) => !known.some(([name]) => name === key))).toEqual([]);
    expect(step.with.template).toBe(expression('inputs.template'));
    const needed = known.filter(([, { required, template, default: constant }]) => required && !template && !constant);
    expect(needed.map(([name]) => name).filter((name) => !(name in step.with))).toEqual([]);
  });

  it('hands each of its inputs to every step that takes one of that name, such as via-library to the upload', () => {
    // Neither speaks to a server: one starts an image on Hyper-V, the other looks at an OVA.
    const offline = ['prebake', 'check'];
    const others: readonly string[] = [
      'ova engine: undefined', // That of convert-ova is another one.
      // Empty it has no default here, and would be missed when the disk is made.
      `ova ova: ${expression("inputs.ova || format('{0}/stillframe/release-template/template.ova', runner.temp)")}`,
      `upload ova: ${expression('steps.ova.outputs.ova')}`,
      'bake guest-password: undefined', // For scripts, which are no input here.
    ];
    const left = runs.steps.flatMap(({ id, uses, with: given }) => {
      const action = sibling({ id, uses, with: given });
      const taken = Object.keys(inputs).filter((name) => action && name in allInputs(action));
      const differing = taken.filter((name) => given[name] !== expression(`inputs.${name}`));
      return offline.includes(id) ? [] : differing.map((name) => `${id} ${name}: ${given[name]}`);
    });
    expect(left).toEqual(others);
    const direct = runs.steps.filter((step) => step.with['via-library'] === expression('inputs.via-library'));
    expect(direct.map(({ uses }) => uses)).toEqual(['$/actions/upload-esxi']);
  });

  it('names outputs that the steps before give, and inputs that it has', () => {
    for (const [index, step] of runs.steps.entries()) {
      const before = runs.steps.slice(0, index);
      for (const value of [...Object.values(step.with), step.if ?? '']) checkNames(value, before);
    }
    for (const { value } of Object.values(outputs)) checkNames(value, runs.steps);
  });

  it('uses each of its inputs, and says something of each input and output', () => {
    const used = [...text.matchAll(/inputs\.([a-z0-9-]+)/g)].map(([, name]) => name);
    expect(Object.keys(inputs).filter((name) => !used.includes(name))).toEqual([]);
    for (const entry of [...Object.values(inputs), ...Object.values(outputs)]) {
      expect(entry.description).toMatch(/^.{10,}\.$/);
    }
  });

  it('records the report of each step, of which none takes the place of another', () => {
    const record = runs.steps.findIndex(({ id }) => id === 'record');
    // What was asked for is what the others did.
    const before = runs.steps.slice(0, record).filter(({ id }) => id !== 'asked');
    const reports = (runs.steps[record]?.with.reports ?? '').trim().split(/\s*\n\s*/);
    const recorded = before.filter(({ id }) => reports.includes(expression(`steps.${id}.outputs.report`)));
    expect(recorded).toHaveLength(reports.length);
    const left = before.filter((step) => !recorded.includes(step)).map(({ id }) => id);
    expect(left).toEqual([]);
    const places = recorded.map(({ uses, with: given }) => given.report ?? uses);
    // An OVA is checked where it is not uploaded, and a candidate is proven where it is.
    const twice = places.filter((place, index) => places.indexOf(place) !== index);
    expect(twice).toEqual(['$/actions/verify-quiesce']);
  });

  it('asks first of all which stages there are, and nobody else what a flag means: a wrong or an empty word would leave a stage out', () => {
    const [first, ...others] = runs.steps;
    expect(first).toMatchObject({ id: 'asked', uses: '$/actions/check-release' });
    expect(first?.if).toBeUndefined();
    expect(others.filter(({ if: condition = '' }) => condition.includes('inputs.')).map(({ id }) => id)).toEqual([]);
    const stages = ['upload', 'bake', 'verify', 'publish', 'record'];
    for (const stage of stages) {
      expect(inputs[stage]?.default, stage).toBe(allInputs(checkRelease)[stage]?.default);
      expect(first?.with[stage]).toBe(expression(`inputs.${stage}`));
    }
  });

  it('publishes only what was uploaded and proven', () => {
    const conditions = Object.fromEntries(runs.steps.map((step) => [step.id, step.if]));
    const asked = (...stages: readonly string[]) =>
      stages.map((stage) => `steps.asked.outputs.${stage} == 'true'`).join(' && ');
    expect(conditions.publish).toBe(asked('upload', 'verify', 'publish'));
    expect(conditions.verify).toBe(asked('upload', 'verify'));
    const publish = runs.steps.find(({ id }) => id === 'publish');
    expect(publish?.with).toMatchObject({
      vm: expression('steps.upload.outputs.vm'),
      verification: expression('steps.verify.outputs.report'),
    });
  });
});

function checkNames(value: string, before: readonly Step[]): void {
  for (const [, id, output] of value.matchAll(/steps\.([a-z]+)\.outputs\.([a-z0-9-]+)/g)) {
    const action = before.filter((step) => step.id === id).map(sibling)[0];
    expect(action, `steps.${id}`).toBeDefined();
    expect(Object.keys(action ? allOutputs(action) : {}), `steps.${id}`).toContain(output);
  }
  for (const [, name] of value.matchAll(/inputs\.([a-z0-9-]+)/g)) expect(Object.keys(inputs)).toContain(name);
}
