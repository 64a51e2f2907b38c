import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { secretVariable, terminalHost } from '../../../src/cli/terminal-host.ts';
import type { Host } from '../../../src/job/host.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';
import { GREET } from './sample-action.ts';

const TOOLS = {} as ToolRunner;
const createTools = (): ToolRunner => TOOLS;
const endProgram = (): Promise<boolean> => Promise.resolve(true);
let printed: string[];
beforeEach(() => {
  printed = [];
});

function host(env: Readonly<Record<string, string>> = {}): Host {
  return terminalHost({
    action: GREET,
    given: new Map([
      ['name', 'you'],
      ['api-token', 'from the command line'],
    ]),
    env,
    print: (line) => printed.push(line),
    createTools,
    endProgram,
  });
}

it('reads inputs from the command line, secrets from the environment alone', () => {
  expect(secretVariable('api-token-2')).toBe('STILLFRAME_API_TOKEN_2');
  const { readRaw } = host({ STILLFRAME_API_TOKEN: 's3cret', STILLFRAME_NAME: 'not this' });
  expect([readRaw('name'), readRaw('api-token'), readRaw('loud'), readRaw('template')]).toEqual([
    'you',
    's3cret',
    undefined,
    undefined,
  ]);
  expect(host().readRaw('api-token')).toBeUndefined();
});

it('prints plainly', async () => {
  const { log, setOutput, writeSummary } = host();
  log.info('an info');
  log.warning('a warning');
  expect(await log.group('a group', async () => 7)).toBe(7);
  log.annotate('error', 'It is there');
  log.annotate('warning', 'It is there', { file: 'x.yml', line: 1, column: 2 });
  log.annotate('error', 'x.yml:1:2: It is there', { file: 'x.yml', line: 1, column: 2 });
  setOutput('ova', '/a.ova');
  await writeSummary('# not shown');
  expect(printed).toEqual([
    'an info',
    'warning: a warning',
    'a group',
    'error: It is there',
    'warning: x.yml:1:2: It is there',
    'error: x.yml:1:2: It is there',
    'ova: /a.ova',
  ]);
});

it('tells details to those alone who ask', () => {
  host().log.debug('a detail');
  host({ STILLFRAME_DEBUG: '' }).log.debug('a detail');
  expect(printed).toEqual([]);
  host({ STILLFRAME_DEBUG: '1' }).log.debug('a detail');
  expect(printed).toEqual(['debug: a detail']);
});

it('hides what is masked, wherever it stands, in what is printed from then on', () => {
  const { log, mask, setOutput } = host();
  log.info('one');
  mask('one');
  mask('two');
  log.info('one and two and one');
  setOutput('x', 'two');
  expect(printed).toEqual(['one', '*** and *** and ***', 'x: ***']);
});

it('hands on what it was given, and has no post step', () => {
  const { createTools: create, endProgram: end, place, saveState } = host({ RUNNER_TEMP: '/t' });
  expect(create).toBe(createTools);
  expect(end).toBe(endProgram);
  expect(place().temp).toBe('/t');
  expect(place().records).toBe(join('/t', 'stillframe-held'));
  expect(saveState).toBeUndefined();
});
