import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runInTerminal } from '../../../src/cli/run-in-terminal.ts';
import { defineAction } from '../../../src/job/action.ts';
import { input } from '../../../src/job/input.ts';
import { boolean, secret, text } from '../../../src/job/input-types.ts';
import type { ToolRunner } from '../../../src/tools/tool-runner.ts';

const greet = defineAction({
  name: 'greet',
  description: 'Greets somebody.',
  branding: { icon: 'x', color: 'blue' },
  inputs: {
    name: input(text, { description: 'Whom.', required: true }),
    loud: input(boolean, { description: 'Loudly.', default: 'false' }),
    password: input(secret, { description: 'A secret.' }),
  },
  outputs: { greeting: { description: 'What was said.', value: (said: string) => said } },
  prepare: ({ values }) => values,
  main: async ({ name, loud, password }, { log }) => {
    log.info(`with ${password}`);
    return loud ? `HELLO ${name}` : `hello ${name}`;
  },
  findings: () => [],
  summary: () => '',
});

let work = '';
let printed: string[];
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'stillframe-cli-'));
  printed = [];
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const run = (...args: string[]): Promise<number> =>
  runInTerminal([greet], args, {
    env: { RUNNER_TEMP: work, STILLFRAME_PASSWORD: 's3cret' },
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
    [['greet', '--password', 'x'], 'Put it into the environment variable STILLFRAME_PASSWORD.'],
  ])('ends with 2 for %j', async (args, says) => {
    expect(await run(...args)).toBe(2);
    expect(printed.join('\n')).toContain(says);
  });

  it('shows what there is', async () => {
    expect(await run()).toBe(0);
    expect(printed.join('\n')).toContain('  greet  Greets somebody.');
    expect(await run('greet', '--help')).toBe(0);
    const help = printed.join('\n');
    expect(help).toContain('  --name  Text. Default: **required**\n      Whom.');
    expect(help).toContain('  --loud  Boolean. Default: `false`');
    expect(help).toContain('  STILLFRAME_PASSWORD (environment)  Text, secret.');
    expect(help).toContain('  --report  Path.');
  });
});
