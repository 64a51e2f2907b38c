import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';
import { GREET } from './sample-action.ts';

const parse = (...args: string[]): object => Object.fromEntries(parseArguments(GREET, args));

describe('parseArguments', () => {
  it.each([
    [[], {}],
    [['--name', 'you'], { name: 'you' }],
    [['--name=you'], { name: 'you' }],
    [['--name='], { name: '' }],
    [['--name=a=b\nc'], { name: 'a=b\nc' }],
    [['--name', ''], { name: '' }],
    [['--name', '-x'], { name: '-x' }],
    [['--loud'], { loud: 'true' }],
    [['--loud', '--name', 'you'], { loud: 'true', name: 'you' }],
    [['--name=you', '--loud', 'no', '--report', 'r.json'], { name: 'you', loud: 'no', report: 'r.json' }],
    [['--name', 'a', '--name', 'b'], { name: 'b' }],
  ])('%j', (args, given) => {
    expect(parse(...args)).toEqual(given);
  });

  it.each([
    ['--nam', 'Did you mean --name? stillframe greet --help lists its inputs.'],
    ['nam', 'Did you mean --name? stillframe greet --help lists its inputs.'],
    ['--zzzzzzzzzz', 'stillframe greet --help lists its inputs.'],
    ['-name', 'Did you mean --name? stillframe greet --help lists its inputs.'],
    ['x--name', 'Did you mean --name? stillframe greet --help lists its inputs.'],
    ['--Name', 'Did you mean --name? stillframe greet --help lists its inputs.'],
    ['--name x', 'Did you mean --name? stillframe greet --help lists its inputs.'],
  ])('refuses %s', (argument, hint) => {
    expect(() => parse(argument)).toThrow(
      expect.objectContaining({ code: 'input-invalid', message: `greet has no input "${argument}"`, hint }),
    );
  });

  it.each([['--api-token=x'], ['--api-token', 'x'], ['--api-token']])('takes no secret: %s %s', (...args) => {
    expect(() => parse(...args)).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: '--api-token is a secret, and command lines can be read by everybody on the machine',
        hint: 'Put it into the environment variable STILLFRAME_API_TOKEN.',
      }),
    );
  });
});
