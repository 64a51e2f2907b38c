import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeAction, listActions } from '../../../src/cli/help.ts';
import { runInTerminal } from '../../../src/cli/run-in-terminal.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';
import { GREET } from './sample-action.ts';

let work = '';
let printed: string[];
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-cli-'));
  printed = [];
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const run = (...args: string[]): Promise<number> =>
  runInTerminal([GREET], args, {
    env: { RUNNER_TEMP: work, STILLFRAME_API_TOKEN: 's3cret' },
    print: (line) => printed.push(line),
    createTools: () => ({}) as ToolRunner,
    endProgram: () => Promise.resolve(false),
  });

describe('the terminal', () => {
  it('runs an action with inputs in any form, and shows its outputs', async () => {
    expect(await run('greet', '--name=you', '--loud')).toBe(0);
    expect(printed).toContain('greeting: HELLO you');
    expect(printed).toContain('with ***');
    expect(await run('greet', '--name', 'me', '--loud', 'false')).toBe(0);
    expect(printed).toContain('greeting: hello me');
    const report = readFileSync(join(work, 'stillframe', 'greet.json'), 'utf8');
    expect(JSON.parse(report)).toMatchObject({ ok: true, result: 'hello me' });
  });

  it('ends with 1 when the action fails', async () => {
    expect(await run('greet')).toBe(1);
    expect(printed.join('\n')).toContain('error: Input name is not set');
  });

  it.each([
    [['gret', '--name', 'x'], 'There is no action "gret". Did you mean greet?'],
    [['greet', '--nam', 'x'], 'greet has no input "--nam"\nDid you mean --name?'],
    [['greet', 'x'], 'greet has no input "x"'],
    [['greet', '--api-token', 'x'], 'Put it into the environment variable STILLFRAME_API_TOKEN.'],
  ])('ends with 2 for %j', async (args, says) => {
    expect(await run(...args)).toBe(2);
    expect(printed.join('\n')).toContain(says);
  });

  it('knows no action by a part of its name, and guesses none that is far away', async () => {
    expect(await run('zzzzzzzz')).toBe(2);
    expect(printed[0]).toBe('There is no action "zzzzzzzz".');
    expect(printed[1]).toBe(listActions([GREET]));
    expect(printed).toHaveLength(2);
  });

  it.each([[], ['--help'], ['-h'], ['help']])('shows what there is for [%s]', async (...args) => {
    expect(await run(...args)).toBe(0);
    expect(printed).toEqual([listActions([GREET])]);
  });

  it.each([
    ['greet', '--help'],
    ['greet', '--name', 'x', '-h'],
  ])('shows the inputs of an action for [%s %s]', async (...args) => {
    expect(await run(...args)).toBe(0);
    expect(printed).toEqual([describeAction(GREET)]);
  });
});
