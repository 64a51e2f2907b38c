/** An action that does what the test asks for in its input `mode`. */

import { existsSync, readFileSync } from 'node:fs';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, HoldKind } from '../../../src/context.ts';
import { FormatError, ToolError, UserError } from '../../../src/errors.ts';
import { type Action, defineAction } from '../../../src/job/action.ts';
import { input } from '../../../src/job/input.ts';
import { secret, text } from '../../../src/job/input-types.ts';
import type { Finding, Severity } from '../../../src/report/report.ts';

/** What the things were that have been undone in `work`, the first one first. */
export function undoneIn(work: string): string[] {
  const file = join(work, 'undone');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}

const finding = (severity: Severity, seen: string): Finding => ({ code: 'seen', severity, seen, remedy: 'Nothing.' });

const FINDINGS: Readonly<Record<string, readonly Finding[]>> = {
  many: [
    ...Array.from({ length: 12 }, (_, index) => finding('warning', `Warning ${index + 1}`)),
    finding('error', 'The error'),
    finding('info', 'Some info'),
  ],
  'many-errors': Array.from({ length: 12 }, (_, index) => finding('error', `Error ${index + 1}`)),
};

interface Inputs {
  readonly mode: string;
  readonly password: string;
}

/** @param work the folder in which it makes its things */
export function sampleAction(work: string): Action {
  /** A thing outside of the process; `stubborn` ones cannot be undone. */
  const thing: HoldKind<{ readonly path: string; readonly stubborn?: boolean }> = {
    kind: 'thing',
    what: ({ path }) => `the thing ${path}`,
    undo: async ({ path, stubborn }, { tools }) => {
      if (stubborn) throw new UserError('vsphere-refused', 'the server keeps it', 'Remove it by hand.');
      // A program started by the clean-up, also of a cancelled run.
      await tools.run(process.execPath, ['-e', '']);
      await rm(path, { force: true });
      await appendFile(join(work, 'undone'), `${path}\n`);
    },
  };
  return defineAction({
    name: 'sample',
    description: 'Does what a test asks for.',
    branding: { icon: 'x', color: 'blue' },
    inputs: {
      mode: input(text, { description: 'What to do.', required: true }),
      password: input(secret, { description: 'A secret.', required: true }),
    },
    secrets: (readRaw, template, env) => [env.ALSO_SECRET, readRaw('also'), template && `of ${template.file}`],
    outputs: {
      list: { description: 'A list.', value: () => [{ a: 1 }] },
      nothing: { description: 'Nothing.', value: () => undefined },
    },
    holds: [thing],
    prepare: ({ values }): Inputs => values,
    main: async ({ mode, password }: Inputs, context: Context): Promise<{ mode: string; answer: number }> => {
      context.log.info(`the password is ${password}`);
      const path = join(work, 'half-made');
      const release = context.hold(thing, { path });
      await writeFile(path, 'half');
      await writeFile(join(context.temp, 'scratch'), '');
      context.onCleanup('the second thing', async () => {
        await writeFile(join(work, 'second'), 'put away');
      });
      if (mode === 'stubborn') context.hold(thing, { path: 'vm-42', stubborn: true });
      await MODES[mode]?.(context);
      if (mode !== 'wait') release();
      return { mode, answer: 42 };
    },
    findings: ({ mode }) => FINDINGS[mode] ?? [finding('info', 'Something')],
    summary: ({ mode }) => (mode === 'long' ? `${'line of text\n'.repeat(100_000)}` : '### Summary\n'),
    assertGood: ({ mode }) => {
      if (mode === 'bad') throw new UserError('quiesce-failed', 'It is <Recovery> bad', 'Do better.');
      if (mode === 'many-errors') throw new UserError('quiesce-failed', 'It is bad', 'Do better.');
    },
  });
}

const MODES: Readonly<Record<string, (context: Context) => Promise<unknown>>> = {
  user: async () => {
    throw new UserError('file-exists', 'It is there', 'Remove it.', {
      location: { file: 'templates/x.yml', line: 3, column: 7 },
    });
  },
  stubborn: async () => {
    throw new UserError('file-exists', 'It is there', 'Remove it.');
  },
  tool: async () => {
    throw new ToolError('node', 7, 'line of tool');
  },
  format: async () => {
    throw new FormatError('disk.vhd', 512, 'a footer', 'zeros');
  },
  bug: async () => {
    throw new TypeError('x is not a function', { cause: new Error('deeper') });
  },
  // An error that nobody can catch, while main waits for something else.
  stray: ({ signal }) => {
    setImmediate(() => {
      throw new RangeError('thrown beside main');
    });
    return new Promise((_, reject) => signal.addEventListener('abort', reject));
  },
  // Nothing is left that could ever settle it.
  never: () => new Promise(() => {}),
  // A program that would run for ever ends with the action.
  wait,
  // Comes to its end although the run has been told to end.
  deaf: (context) => wait(context).catch(() => {}),
  undeclared: async ({ hold }) => {
    hold({ kind: 'other', what: () => 'x', undo: async () => {} }, {});
  },
};

function wait({ tools, log }: Context): Promise<unknown> {
  const script = 'console.log("waiting"); setInterval(() => {}, 1000)';
  return tools.run(process.execPath, ['-e', script], { onLine: (line) => log.info(line) });
}
