import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTIONS } from '../../actions/all.ts';
import { inputsTable, outputsTable } from '../../scripts/docs/tables.ts';
import type { Action } from '../../src/job/action.ts';
import { renderMetadata } from '../../src/job/action-metadata.ts';
import type { Declarations } from '../../src/job/input.ts';
import type { Place } from '../../src/job/place.ts';
import type { Reading } from '../../src/job/read-inputs.ts';
import { allInputs, COMMON_INPUTS } from '../../src/job/shared-inputs.ts';
import { inputVariable } from '../../src/runner/input-variable.ts';
import { prepareInputs } from './actions/prepare-inputs.ts';

type Room = { INPUTS: Declarations; prepare(reading: Reading<Declarations>, place: Place): unknown };

const ROOMS: Readonly<Record<string, Room>> = Object.fromEntries(
  await Promise.all(
    ACTIONS.map(async ({ name }) => [name, (await import(`../../actions/${name}/inputs.ts`)) as Room] as const),
  ),
);

/** What makes an action read all of its inputs, beside those it cannot do without. */
const GIVEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'build-vhd': { iso: '/a.iso', vhd: '/a.vhd' },
  'convert-ova': { product: 'windows-server-2019', disk: '/a.vhd', ova: '/a.ova' },
  'bake-template': { image: 'x.vhd', scripts: 'a.ps1', 'guest-password': 'p' },
  'verify-quiesce': { server: 'vc', vm: 'ws', username: 'u', password: 'p', 'guest-password': 'x' },
  'record-release': { artifact: 'reports' },
  'repair-template': { server: 'vc', vm: 'ws', username: 'u', password: 'p', 'guest-password': 'x' },
};

function required({ inputs }: Action): Record<string, string> {
  const names = Object.entries(inputs).filter(([, { required: must }]) => must);
  return Object.fromEntries(names.map(([name]) => [name, name === 'product' ? 'windows-server-2019' : 'x']));
}

function never(): never {
  throw new Error('an action without inputs.ts');
}

const ROOT = join(import.meta.dirname, '../..');
const read = (action: string, file: string): string => readFileSync(join(ROOT, 'actions', action, file), 'utf8');

interface Metadata {
  description: string;
  inputs: Record<string, { description: string; required?: boolean; default?: string }>;
  runs: { using: string; main: string; post?: string };
}

describe.each(ACTIONS.map((action) => [action.name, action] as const))('%s', (name, action) => {
  it('has an action.yml and tables that its declarations give', () => {
    expect(read(name, 'action.yml')).toBe(renderMetadata(action));
    const readme = read(name, 'README.md');
    expect(readme).toContain(inputsTable(action));
    expect(readme).toContain(outputsTable(action));
  });

  it('reads every input it declares', async () => {
    const read = new Set<string>();
    const { INPUTS, prepare } = ROOMS[name] ?? never();
    const given = { ...required(action), ...GIVEN[name] };
    await prepareInputs(
      {
        INPUTS,
        prepare: (reading, place) => {
          const values = new Proxy(reading.values, {
            get: (target, key) => {
              read.add(String(key));
              return Reflect.get(target, key);
            },
          });
          return prepare({ ...reading, values }, place);
        },
      },
      given,
    );
    expect(Object.keys(action.inputs).filter((input) => !read.has(input))).toEqual([]);
  });

  it('gives a default to GitHub only where no template file could give another', () => {
    const metadata = parse(read(name, 'action.yml')) as Metadata;
    for (const [input, { template, default: constant, required }] of Object.entries(allInputs(action))) {
      expect(metadata.inputs[input]?.default, input).toBe(template ? undefined : constant);
      expect(metadata.inputs[input]?.required ?? false, input).toBe(required === true && !template);
      // A default is read like anything that a user writes.
      if (constant !== undefined) expect(() => action.inputs[input]?.type.parse(constant)).not.toThrow();
    }
  });

  it('runs its own bundle on the runner’s Node, also after the job', () => {
    const { runs, description } = parse(read(name, 'action.yml')) as Metadata;
    const bundle = `../../dist/${name}/index.js`;
    expect(runs).toEqual({ using: 'node24', main: bundle, post: bundle });
    expect(description.length).toBeLessThanOrEqual(125);
  });

  it('has an entry of a few lines, and says something about every input and output', () => {
    expect(read(name, 'index.ts').trimEnd().split('\n').length).toBeLessThanOrEqual(10);
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) {
      expect(description).toMatch(/^.{10,}[.)]$/s);
    }
  });
});

describe('all actions', () => {
  it('are those that have a folder', () => {
    const folders = readdirSync(join(ROOT, 'actions')).filter((name) =>
      existsSync(join(ROOT, 'actions', name, 'index.ts')),
    );
    expect(new Set(ACTIONS.map(({ name }) => name))).toEqual(new Set(folders));
  });

  it('mean the same by the same name, and leave to every action what it shares', () => {
    const types = new Map<string, string>();
    for (const { name: action, inputs } of ACTIONS) {
      for (const [name, { type }] of Object.entries(inputs)) {
        expect(Object.keys(COMMON_INPUTS)).not.toContain(name);
        // Lists of drivers and folders differ on purpose: what one action gives, another takes.
        if (['drivers', 'sha256', 'engine', 'directory', 'as'].includes(name)) continue;
        const known = types.get(name) ?? type.label;
        expect(type.label, `${action}: ${name}`).toBe(known);
        types.set(name, known);
      }
    }
  });

  it('have inputs whose variables do not collide', () => {
    for (const action of ACTIONS) {
      const names = Object.keys(allInputs(action)).map(inputVariable);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
