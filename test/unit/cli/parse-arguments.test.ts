import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../src/cli/parse-arguments.ts';
import { allInputs } from '../../../src/job/shared-inputs.ts';
import { GREET } from './sample-action.ts';

const command = { name: 'greet', inputs: allInputs(GREET) };
const parse = (...args: string[]): object => Object.fromEntries(parseArguments(command, args).given);

describe('inputs', () => {
  it.each([
    [[], {}],
    [['--name', 'you'], { name: 'you' }],
    [['--name=you'], { name: 'you' }],
    [['--name='], { name: '' }],
    [['--name=a=b\nc'], { name: 'a=b\nc' }],
    [['--name', ''], { name: '' }],
    [['--name', '-x'], { name: '-x' }],
    [['--name', 'true'], { name: 'true' }],
    [['--loud'], { loud: 'true' }],
    [['--loud', 'Yes'], { loud: 'Yes' }],
    [['--loud=maybe'], { loud: 'maybe' }],
    [['--loud', '--name', 'you'], { loud: 'true', name: 'you' }],
    [['--name=you', '--loud', 'no', '--report', 'r.json'], { name: 'you', loud: 'no', report: 'r.json' }],
    [['--name', 'a', '--name', 'b'], { name: 'b' }],
  ])('%j', (args, given) => {
    expect(parse(...args)).toEqual(given);
  });

  it.each([
    ['--nam', 'Did you mean --name? stillframe greet --help lists its inputs.'],
    ['nam', 'Did you mean --name? stillframe greet --help lists its inputs.'],
    ['--jso', 'Did you mean --json? stillframe greet --help lists its inputs.'],
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

  it.each<[string[], string]>([
    [['--name'], 'nothing'],
    [['--name', '--loud'], '"--loud"'],
    [['--loud', '--report', '--name', 'x'], '"--name"'],
  ])('refuses what has no value, and takes nothing for it: %j', (args, next) => {
    const [name = ''] = args.filter((arg) => arg !== '--loud');
    expect(() => parse(...args)).toThrow(
      expect.objectContaining({
        code: 'input-invalid',
        message: `${name} has no value: ${next} comes after it`,
        hint: `Write ${name} VALUE, or ${name}=VALUE where the value begins with "--"; stillframe greet --help explains it.`,
      }),
    );
  });

  it('says what a switch takes', () => {
    expect(() => parse('--loud', 'ture')).toThrow(
      expect.objectContaining({ message: '--loud does not take "ture"', hint: 'Write --loud true or --loud false.' }),
    );
    expect(() => parse('--loud', '-x')).toThrow('greet has no input "-x"');
    expect(() => parse('--name', 'a', 'ture')).toThrow('greet has no input "ture"');
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

describe('words', () => {
  const words = { name: 'DISK', description: 'A disk.', type: {}, count: 'one' } as const;
  const one = (...args: string[]) => parseArguments({ ...command, words }, args);
  const any = (...args: string[]) => parseArguments({ ...command, words: { ...words, count: 'any' } }, args);

  it('stand anywhere, also behind a switch', () => {
    expect(one('a.vhd')).toEqual({ given: new Map(), words: ['a.vhd'], json: false });
    expect(one('--json', 'a.vhd')).toEqual({ given: new Map(), words: ['a.vhd'], json: true });
    expect(one('--loud', 'a.vhd', '--name', 'x').words).toEqual(['a.vhd']);
    expect(any('a', '--loud', 'no', 'b')).toEqual({ given: new Map([['loud', 'no']]), words: ['a', 'b'], json: false });
    expect(any().words).toEqual([]);
    expect(() => any('-x')).toThrow('greet has no input "-x"');
  });

  it('are as many as are taken', () => {
    const refusal = (message: string) =>
      expect.objectContaining({ code: 'input-invalid', message, hint: 'Write: stillframe greet DISK' });
    expect(() => one()).toThrow(refusal('greet takes one DISK, and none was given'));
    expect(() => one('a', 'b')).toThrow(refusal('greet takes one DISK, and 2 were given: a, b'));
  });
});
