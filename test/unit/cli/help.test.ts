import { expect, it } from 'vitest';
import { actionCommand } from '../../../src/cli/action-command.ts';
import { describeCommand, listCommands } from '../../../src/cli/help.ts';
import { createPaint } from '../../../src/cli/paint.ts';
import { input } from '../../../src/job/input.ts';
import { choice, choices, pathOrUrl } from '../../../src/job/input-types.ts';
import { GREET } from './sample-action.ts';

const greet = actionCommand(GREET);
const page = { paint: createPaint(false), columns: 40 };

it('lists the commands by groups, their descriptions below each other', () => {
  const build = { ...greet, name: 'build-vhd', description: 'Builds a disk from what is given' };
  expect(
    listCommands(
      [
        { title: 'One', commands: [greet] },
        { title: 'Two', commands: [build] },
      ],
      page,
    ),
  ).toEqual([
    'stillframe <command> [--template FILE] [--input VALUE] …',
    '',
    'One',
    '  greet      Greets somebody.',
    '',
    'Two',
    '  build-vhd  Builds a disk from what is',
    '             given',
    '',
    'stillframe <command> --help shows what it takes. With --json it prints its report for programs.',
    'The exit code is 0 when it went well, 1 when it failed or found a fault, 2 for a command line that is none.',
  ]);
});

it('describes the inputs of a command, secrets as variables', () => {
  const lines = describeCommand(greet, page);
  expect(lines.slice(0, 10)).toEqual([
    'greet: Greets somebody..',
    '',
    'stillframe greet [--input VALUE] …',
    '',
    '  --name TEXT',
    '      Whom. Required.',
    '  --loud',
    '      Loudly. Default: false.',
    '  STILLFRAME_API_TOKEN (environment)',
    '      A secret.',
  ]);
  expect(lines).toContain('  --template PATH');
  expect(lines.slice(-2)).toEqual(['  --json', '      Print the report as JSON.']);
});

it('says what words and values are', () => {
  const words = { name: 'DISK', description: 'A disk.', type: {}, count: 'one' } as const;
  const inputs = {
    disk: input(pathOrUrl, { description: 'A disk.', required: true, template: { key: 'd', read: () => 'x' } }),
    kind: input(choice(['a', 'b']), { description: 'A kind.', otherwise: 'that of `disk`' }),
    kinds: input(choices(['a', 'b']), { description: 'Kinds.' }),
  };
  expect(describeCommand({ ...greet, inputs, words }, page).slice(2, -2)).toEqual([
    'stillframe greet DISK [--input VALUE] …',
    '',
    '  DISK',
    '      A disk.',
    '  --disk PATH',
    '      A disk. Required, or d of the',
    '      template file.',
    '  --kind a|b',
    '      A kind. Default: that of disk.',
    '  --kinds a|b',
    '      Kinds.',
  ]);
  expect(describeCommand({ ...greet, inputs: {}, words: { ...words, count: 'any' } }, page)[2]).toBe(
    'stillframe greet [DISK …]',
  );
});
