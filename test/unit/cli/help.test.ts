import { expect, it } from 'vitest';
import { describeAction, listActions } from '../../../src/cli/help.ts';
import { GREET } from './sample-action.ts';

it('lists the actions, their descriptions below each other', () => {
  expect(listActions([GREET, { ...GREET, name: 'build-vhd', description: 'Builds.' }])).toBe(
    [
      'stillframe <action> [--input value] …',
      '',
      '  greet      Greets somebody.',
      '  build-vhd  Builds.',
      '',
      'stillframe <action> --help shows its inputs.',
    ].join('\n'),
  );
});

it('describes the inputs of an action, secrets as variables', () => {
  expect(describeAction(GREET).split('\n').slice(0, 8)).toEqual([
    'stillframe greet: Greets somebody.',
    '',
    '  --name  Text. Default: **required**',
    '      Whom.',
    '  --loud  Boolean. Default: `false`',
    '      Loudly.',
    '  STILLFRAME_API_TOKEN (environment)  Text, secret. Default: none',
    '      A secret.',
  ]);
  expect(describeAction(GREET)).toContain('\n  --template  Path. ');
  expect(describeAction(GREET)).toContain('\n  --report  Path. ');
});
