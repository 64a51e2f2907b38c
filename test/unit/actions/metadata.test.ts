import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTIONS } from '../../../actions/all.ts';
import { inputsTable, outputsTable } from '../../../scripts/docs/tables.ts';
import type { Action } from '../../../src/job/action.ts';
import { renderMetadata } from '../../../src/job/action-metadata.ts';
import type { Declarations } from '../../../src/job/input.ts';
import type { Place } from '../../../src/job/place.ts';
import type { Reading } from '../../../src/job/read-inputs.ts';
import { allInputs, COMMON_INPUTS } from '../../../src/job/shared-inputs.ts';
import { inputVariable } from '../../../src/runner/input-variable.ts';
import { prepareInputs } from './prepare-inputs.ts';

type Room = { INPUTS: Declarations; prepare(reading: Reading<Declarations>, place: Place): unknown };

const ROOMS: Readonly<Record<string, Room>> = Object.fromEntries(
  await Promise.all(
    ACTIONS.map(async ({ name }) => [name, (await import(`../../../actions/${name}/inputs.ts`)) as Room] as const),
  ),
);

const LIVE = { server: 'vc', vm: 'ws', username: 'u', password: 'p' };
/** What each action can do, by the inputs that it cannot do without: together these make it read all of them. */
const WAYS: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'build-vhd': [{ iso: '/a.iso', vhd: '/a.vhd' }],
  'convert-ova': [{ product: 'windows-server-2019', disk: '/a.vhd', ova: '/a.ova' }],
  'check-release': [{ server: 'vc', username: 'u', password: 'p' }, { upload: 'false' }],
  'plan-release': [{}, { offline: 'true' }],
  'bake-template': [{ image: 'x.vhd', scripts: 'a.ps1', 'guest-password': 'p' }, LIVE],
  'verify-quiesce': [{ image: 'x.vhd' }, { ...LIVE, 'guest-password': 'x' }, { ...LIVE, copy: 'false' }],
  'publish-template': [{}, { as: 'library-item', library: 'l' }],
  'record-release': [{ artifact: 'reports' }, {}],
  'repair-template': [{ image: 'x.vhd' }, { ...LIVE, 'guest-password': 'x' }],
};

/** A text that the input takes, and that is not its default. */
function sampleOf({ type, default: constant }: Declarations[string]): string {
  const texts = [
    'x',
    'false',
    'true',
    '7',
    '10 GiB',
    '7 min',
    'Europe/Berlin',
    'https://x.example',
    'template',
    'reports',
  ];
  const fits = texts.find((text) => {
    try {
      return constant === undefined || type.parse(text) !== type.parse(constant) ? [type.parse(text)] : undefined;
    } catch {
      return undefined;
    }
  });
  return fits ?? never();
}

function required({ inputs }: Action): Record<string, string> {
  const names = Object.entries(inputs).filter(([, { required: must }]) => must);
  return Object.fromEntries(names.map(([name]) => [name, name === 'product' ? 'windows-server-2019' : 'x']));
}

function never(): never {
  throw new Error('an action without inputs.ts');
}

const ROOT = join(import.meta.dirname, '../../..');
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

  const { INPUTS, prepare } = ROOMS[name] ?? never();
  const ways = (WAYS[name] ?? [{}]).map((way) => ({ ...required(action), ...way }));
  /** Names of the inputs that are looked at. */
  const readIn = async (way: Readonly<Record<string, string>>): Promise<ReadonlySet<string>> => {
    const read = new Set<string>();
    const watched = (reading: Reading<Declarations>, place: Place): unknown => {
      const get = (target: Readonly<Record<string, unknown>>, key: string): unknown => {
        read.add(key);
        return target[key];
      };
      return prepare(
        {
          ...reading,
          values: new Proxy(reading.values, { get: (target, key) => get(target, String(key)) }),
          needed: (...names) => {
            for (const name of names) read.add(name);
            return reading.needed(...names);
          },
        },
        place,
      );
    };
    await prepareInputs({ INPUTS, prepare: watched }, way);
    return read;
  };

  it('reads every input it declares', async () => {
    const read = await Promise.all(ways.map(readIn));
    expect(Object.keys(action.inputs).filter((input) => !read.some((some) => some.has(input)))).toEqual([]);
  });

  it.each(ways)('refuses of %o what would do nothing', async (way) => {
    const read = await readIn(way);
    const idle = Object.entries(action.inputs).filter(
      ([input, { only }]) =>
        !(input in way) &&
        (!read.has(input) ||
          (only && !only.some((one) => one.input in way || action.inputs[one.input]?.default !== undefined))),
    );
    for (const [input, declaration] of idle) {
      const given = { ...way, [input]: sampleOf(declaration) };
      await expect(prepareInputs({ INPUTS, prepare }, given), `${name} with ${input}`).rejects.toMatchObject({
        code: expect.stringMatching(/^input-(?:invalid|missing)$/) as string,
      });
    }
  });

  it('names with what each input is used, if not with all', () => {
    for (const [input, { only = [] }] of Object.entries(action.inputs)) {
      for (const { input: other, is } of only) {
        expect(Object.keys(action.inputs), input).toContain(other);
        for (const value of is ?? []) expect(action.inputs[other]?.type.parse(String(value)), input).toBe(value);
      }
    }
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
