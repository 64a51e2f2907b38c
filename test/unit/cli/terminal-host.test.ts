import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { secretVariable, type TerminalHostOptions, terminalHost } from '../../../src/cli/terminal-host.ts';
import type { Host } from '../../../src/job/host.ts';
import { input } from '../../../src/job/input.ts';
import { secret, text } from '../../../src/job/input-types.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';
import { type PlayedScreen, playScreen } from './played-screen.ts';
import { GREET } from './sample-action.ts';

const TOOLS = {} as ToolRunner;
const createTools = (): ToolRunner => TOOLS;
const endProgram = (): Promise<boolean> => Promise.resolve(true);
let played: PlayedScreen;
let outputs: string[];
beforeEach(() => {
  outputs = [];
});

function host(
  env: Readonly<Record<string, string>> = {},
  more: Partial<TerminalHostOptions> = {},
  columns?: number,
): Host {
  played = playScreen(columns);
  return terminalHost({
    action: GREET,
    given: new Map([
      ['name', 'you'],
      ['api-token', 'from the command line'],
    ]),
    env,
    screen: played.screen,
    onOutput: (name, value) => outputs.push(`${name}=${value}`),
    createTools,
    endProgram,
    ...more,
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

it('says how to give what is missing', () => {
  const { howToSet } = host();
  const template = { key: 'disk.size', read: () => 'x' };
  expect(howToSet?.('size', input(text, { description: '' }))).toBe('Give --size.');
  expect(howToSet?.('size', input(text, { description: '', template }))).toBe(
    'Give --size, or --template with a file that has disk.size.',
  );
  expect(howToSet?.('a-key', input(secret, { description: '' }))).toBe(
    'Put it into the environment variable STILLFRAME_A_KEY.',
  );
});

it('tells what happens, faults at their place as compilers do', async () => {
  const { log, setOutput, writeSummary } = host();
  log.info('an info');
  log.warning('a warning');
  expect(await log.group('a group', async () => 7)).toBe(7);
  log.annotate('error', 'It is there');
  log.annotate('warning', 'It is there', { file: 'x.yml', line: 1, column: 2 });
  log.annotate('error', 'x.yml:1:2: It is there', { file: 'x.yml', line: 1, column: 2 });
  setOutput('ova', '/a.ova');
  await writeSummary('# not shown');
  expect(played.err).toEqual([
    'an info\n',
    'warning: a warning\n',
    'a group\n',
    'error: It is there\n',
    'x.yml:1:2: warning: It is there\n',
    'x.yml:1:2: error: It is there\n',
  ]);
  expect(played.out).toEqual([]);
  expect(outputs).toEqual(['ova=/a.ova']);
});

it('keeps to faults when it is quiet', async () => {
  const { log } = host({}, { quiet: true });
  log.info('an info');
  expect(await log.group('a group', async () => 7)).toBe(7);
  log.warning('a warning');
  log.annotate('error', 'It is there');
  expect(played.err).toEqual(['warning: a warning\n', 'error: It is there\n']);
});

it('tells details to those alone who ask', () => {
  host().log.debug('a detail');
  expect(played.err).toEqual([]);
  host({ STILLFRAME_DEBUG: '' }).log.debug('a detail');
  expect(played.err).toEqual([]);
  host({ STILLFRAME_DEBUG: '1' }).log.debug('a detail');
  expect(played.err).toEqual(['debug: a detail\n']);
});

it('moves a line where the screen can, without what is masked', () => {
  expect(host().log.progress).toBeUndefined();
  const { log, mask } = host({}, {}, 80);
  mask('s3cret');
  log.progress?.('of s3cret sent', 0.5);
  expect(played.err.join('')).toMatch(/ 50 % of \*\*\* sent$/);
});

it('hides what is masked, wherever it stands, in what is printed from then on', () => {
  const { log, mask, setOutput } = host();
  log.info('one');
  mask('one');
  mask('two');
  log.info('one and two and one');
  setOutput('x', 'two');
  expect(played.err).toEqual(['one\n', '*** and *** and ***\n']);
  expect(outputs).toEqual(['x=***']);
});

it('leaves no end of a secret that begins like another', () => {
  const { log, mask } = host();
  mask('abc');
  mask('abcdef');
  log.info('it is abcdef, not abc');
  expect(played.err).toEqual(['it is ***, not ***\n']);
});

it('hands on what it was given, and has no post step', () => {
  const { createTools: create, endProgram: end, place, saveState } = host({ RUNNER_TEMP: '/t' });
  expect(create).toBe(createTools);
  expect(end).toBe(endProgram);
  expect(place().temp).toBe('/t');
  expect(place().records).toBe(join('/t', 'stillframe-held'));
  expect(saveState).toBeUndefined();
});
