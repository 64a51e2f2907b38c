/** An action that does what the test asks for in INPUT_MODE; started as a process of its own, and as its own post step. */

import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, HoldKind } from '../../../src/context.ts';
import { FormatError, ToolError, UserError } from '../../../src/errors.ts';
import { defineAction } from '../../../src/job/action.ts';
import { input } from '../../../src/job/input.ts';
import { secret, text } from '../../../src/job/input-types.ts';
import type { Finding, Severity } from '../../../src/report/report.ts';
import { runOnGithub } from '../../../src/runner/run-on-github.ts';

const WORK = process.env.WORK ?? '';

/** A thing outside of the process; `stubborn` ones cannot be undone. */
const THING: HoldKind<{ readonly path: string; readonly stubborn?: boolean }> = {
  kind: 'thing',
  what: ({ path }) => `the thing ${path}`,
  undo: async ({ path, stubborn }, { tools }) => {
    if (stubborn) throw new UserError('vsphere-refused', 'the server keeps it', 'Remove it by hand.');
    // A program started by the clean-up, also of a cancelled run.
    await tools.run(process.execPath, ['-e', `require("fs").rmSync(${JSON.stringify(path)}, { force: true })`]);
    await appendFile(join(WORK, 'undone'), `${path}\n`);
  },
};

interface Inputs {
  readonly mode: string;
  readonly password: string;
}

const finding = (severity: Severity, seen: string): Finding => ({ code: 'seen', severity, seen, remedy: 'Nothing.' });

const FINDINGS: Readonly<Record<string, readonly Finding[]>> = {
  many: [
    ...Array.from({ length: 12 }, (_, index) => finding('warning', `Warning ${index + 1}`)),
    finding('error', 'The error'),
    finding('info', 'Some info'),
  ],
};

const MODES: Readonly<Record<string, (context: Context) => Promise<void>>> = {
  user: async () => {
    throw new UserError('file-exists', 'It is there', 'Remove it.', {
      location: { file: 'templates/x.yml', line: 3, column: 7 },
    });
  },
  tool: async ({ tools }) => {
    await tools.run(process.execPath, ['-e', 'console.error("line of tool"); process.exit(7)']);
  },
  'known-tool': async () => {
    throw new ToolError('dism', 2, 'tail', 'It means this.');
  },
  format: async () => {
    throw new FormatError('disk.vhd', 512, 'a footer', 'zeros');
  },
  bug: async () => {
    throw new TypeError('x is not a function');
  },
  full: async () => {
    throw new Error('write failed', { cause: Object.assign(new Error('no space'), { code: 'ENOSPC' }) });
  },
  // What a careless library throws.
  text: async () => {
    throw 'only text';
  },
  // An error that nobody can catch, while main waits for something that never comes.
  stray: () => {
    setImmediate(() => {
      throw new RangeError('thrown beside main');
    });
    return new Promise(() => {});
  },
  rejection: () => {
    void Promise.reject(new RangeError('rejected beside main'));
    return new Promise(() => {});
  },
  // Nothing is left that could ever settle it.
  never: () => new Promise(() => {}),
  stubborn: async ({ hold }) => {
    hold(THING, { path: 'vm-42', stubborn: true });
    throw new UserError('file-exists', 'It is there', 'Remove it.');
  },
  wait: async ({ tools, log }) => {
    // A child that would run for ever ends with the action.
    await tools.run(process.execPath, ['-e', 'console.log("waiting"); setInterval(() => {}, 1000)'], {
      onLine: (line) => log.info(line),
    });
  },
  undeclared: async ({ hold }) => {
    hold({ kind: 'other', what: () => 'x', undo: () => rm(WORK) }, {});
  },
};

await runOnGithub(
  defineAction({
    name: 'sample',
    description: 'Does what a test asks for.',
    branding: { icon: 'x', color: 'blue' },
    inputs: {
      mode: input(text, { description: 'What to do.', required: true }),
      password: input(secret, { description: 'A secret.', required: true }),
    },
    outputs: {
      list: { description: 'A list.', value: () => [{ a: 1 }] },
      nothing: { description: 'Nothing.', value: () => undefined },
    },
    holds: [THING],
    prepare: ({ values }): Inputs => values,
    main,
    findings: ({ mode }) => FINDINGS[mode] ?? [finding('info', 'Something')],
    summary: ({ mode }) => (mode === 'long' ? `${'line of text\n'.repeat(100_000)}` : '### Summary\n'),
    assertGood: ({ mode }) => {
      if (mode === 'bad') throw new UserError('quiesce-failed', 'It is <Recovery> bad', 'Do better.');
    },
  }),
);

async function main({ mode, password }: Inputs, context: Context): Promise<{ mode: string; answer: number }> {
  context.log.info(`the password is ${password}`);
  const path = join(WORK, 'half-made');
  const release = context.hold(THING, { path });
  await writeFile(path, 'half');
  const second = join(WORK, 'second');
  context.onCleanup('the second thing', async () => {
    await writeFile(second, 'put away');
  });
  await (MODES[mode] ?? (async () => {}))(context);
  if (mode === 'ok' || mode === 'bad') release();
  return { mode, answer: 42 };
}
