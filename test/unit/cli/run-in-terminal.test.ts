import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionCommand, shortcutCommand } from '../../../src/cli/action-command.ts';
import { runInTerminal } from '../../../src/cli/run-in-terminal.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';
import { playScreen } from './played-screen.ts';
import { GREET } from './sample-action.ts';

let work = '';
let out: string[];
let err: string[];
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-cli-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const HAIL = shortcutCommand({
  name: 'hail',
  description: 'Greets loudly',
  action: GREET,
  preset: { loud: 'true' },
  words: { name: 'NAME', description: 'Whom.', type: {}, count: 'any' },
  wordsAs: 'name',
  result: (result) => [`hailed: ${result}`],
});
const PROGRAM = { version: () => '1.2.3', groups: [{ title: 'All', commands: [actionCommand(GREET), HAIL] }] };

function run(args: readonly string[], columns?: number): Promise<number> {
  const played = playScreen(columns);
  ({ out, err } = played);
  return runInTerminal(PROGRAM, args, {
    screen: played.screen,
    env: { RUNNER_TEMP: work, STILLFRAME_API_TOKEN: 's3cret' },
    createTools: () => ({}) as ToolRunner,
    endProgram: () => Promise.resolve(false),
  });
}

const REPORT = (): string => join(work, 'stillframe', 'greet.json');

describe('an action', () => {
  it('runs with inputs in any form; results and news go different ways', async () => {
    expect(await run(['greet', '--name=you', '--loud'])).toBe(0);
    expect(out).toEqual(['greeting: HELLO you\n', `report: ${REPORT()}\n`]);
    expect(err).toEqual(['with ***\n']);
    expect(await run(['greet', '--name', 'me', '--loud', 'false'])).toBe(0);
    expect(out[0]).toBe('greeting: hello me\n');
    expect(JSON.parse(readFileSync(REPORT(), 'utf8'))).toMatchObject({ ok: true, result: 'hello me' });
  });

  it('ends with 1 when it fails, and says how a terminal gives what is missing', async () => {
    expect(await run(['greet'])).toBe(1);
    expect(err.join('')).toBe('error: Input name is not set\nGive --name.\n[input-missing]\n');
    expect(out).toEqual([`report: ${REPORT()}\n`]);
  });

  it('prints its report and nothing else for programs', async () => {
    expect(await run(['greet', '--name', 'you', '--json'])).toBe(0);
    expect(out).toHaveLength(1);
    expect(JSON.parse(out[0] ?? '')).toEqual(JSON.parse(readFileSync(REPORT(), 'utf8')));
    expect(await run(['greet', '--json'])).toBe(1);
    expect(JSON.parse(out.join(''))).toMatchObject({ ok: false, error: { code: 'input-missing' } });
  });

  it('shortens on a screen what nobody reads there', async () => {
    const name = 'x'.repeat(300);
    expect(await run(['greet', `--name=${name}`], 80)).toBe(0);
    expect(out[0]).toBe('greeting: … (306 characters: see the report, or --json)\n');
    expect(await run(['greet', `--name=${name}`])).toBe(0);
    expect(out[0]).toBe(`greeting: hello ${name}\n`);
    expect(await run(['greet', `--name=${'x'.repeat(194)}`], 80)).toBe(0);
    expect(out[0]).toBe(`greeting: hello ${'x'.repeat(194)}\n`);
  });
});

describe('a shortcut', () => {
  it('sets inputs itself, takes words for one, and tells its result alone', async () => {
    expect(await run(['hail', 'you', 'all'])).toBe(0);
    expect([out, err]).toEqual([['hailed: HELLO you\nall\n'], []]);
    expect(await run(['hail', '--json', 'you'])).toBe(0);
    expect(JSON.parse(out.join(''))).toMatchObject({ action: 'greet', result: 'HELLO you' });
  });

  it('has no more inputs than it leaves open, and no result where it failed', async () => {
    expect(await run(['hail', '--loud'])).toBe(2);
    expect(err.join('')).toContain('hail has no input "--loud"');
    expect(await run(['hail'])).toBe(1);
    expect(out).toEqual([]);
    expect(err.join('')).toContain('Input name is not set');
  });
});

describe('the command line', () => {
  it.each([
    [['gret', '--name', 'x'], 'error: there is no command "gret". Did you mean greet?\n'],
    [['zzzzzzzzzzzz'], 'error: there is no command "zzzzzzzzzzzz". stillframe --help lists what there is.\n'],
    [['help', 'gret'], 'error: there is no command "gret". Did you mean greet?\n'],
    [['greet', '--nam', 'x'], 'error: greet has no input "--nam"\nDid you mean --name?'],
    [['greet', 'x'], 'error: greet has no input "x"'],
    [['greet', '--api-token', 'x'], 'Put it into the environment variable STILLFRAME_API_TOKEN.'],
    [['completion', 'fish'], 'error: There is no completion for fish\nWrite one of: bash, zsh, powershell.'],
  ])('that nobody can act on ends with 2: %j', async (args, says) => {
    expect(await run(args)).toBe(2);
    expect(err.join('')).toContain(says);
    expect(out).toEqual([]);
  });

  it.each([[[]], [['--help']], [['-h']], [['help']], [['--help', '--help']]])(
    '%j shows what there is',
    async (args) => {
      expect(await run(args)).toBe(0);
      expect(out).toContain('  hail        Greets loudly\n');
      expect(out.join('')).toContain('\nThe shell\n  completion  Prints what makes a shell');
    },
  );

  it.each([[['greet', '--help']], [['greet', '--name', 'x', '-h']], [['help', 'greet']]])(
    '%j shows the inputs',
    async (args) => {
      expect(await run(args)).toBe(0);
      expect(out.slice(2, 6)).toEqual([
        'stillframe greet [--input VALUE] …\n',
        '\n',
        '  --name TEXT\n',
        '      Whom. Required.\n',
      ]);
    },
  );

  it('tells the version', async () => {
    expect(await run(['--version'])).toBe(0);
    expect(out).toEqual(['1.2.3\n']);
  });

  it.each([
    ['bash', 'complete -F _stillframe stillframe'],
    ['zsh', '#compdef stillframe'],
    ['powershell', 'Register-ArgumentCompleter'],
  ])('completes itself in %s', async (shell, says) => {
    expect(await run(['completion', shell])).toBe(0);
    expect(out.join('')).toContain(says);
    for (const word of ['greet', 'hail', 'completion', '--loud', '--json']) expect(out.join('')).toContain(word);
    expect(out.join('')).not.toContain('--api-token');
  });
});
