import { describe, expect, it } from 'vitest';
import { input } from '../../../src/job/input.ts';
import { choice, integer, secret, size, text } from '../../../src/job/input-types.ts';
import type { LoadedTemplate } from '../../../src/job/load-template-input.ts';
import { readInputs } from '../../../src/job/read-inputs.ts';
import type { Template } from '../../../src/template/template.ts';

const INPUTS = {
  disk: input(text, { description: 'The disk.', required: true }),
  size: input(size, {
    description: 'Its size.',
    template: { key: 'disk.size', read: ({ disk }) => disk.size },
    default: '40 GiB',
  }),
  name: input(text, { description: 'A name.', template: { key: 'name', read: ({ name }) => name }, required: true }),
  level: input(integer(1, 9), { description: 'A level.', default: '1' }),
  kind: input(choice(['a', 'b']), { description: 'A kind.' }),
  password: input(secret, { description: 'A password.' }),
};

const template: LoadedTemplate = {
  template: { file: '/t/x.yml', name: 'ws', disk: { size: 7 } } as unknown as Template,
  locate: (key) => (key === 'name' ? { file: 'x.yml', line: 2, column: 7 } : undefined),
};

const read = (given: Readonly<Record<string, string>>, loaded?: LoadedTemplate) =>
  readInputs(INPUTS, (name) => given[name], loaded);

describe('readInputs', () => {
  it('takes the input before the template, the template before the default', () => {
    const { values } = read({ disk: ' d ', size: '1 KiB' }, template);
    expect(values).toEqual({ disk: 'd', size: 1024, name: 'ws', level: 1, kind: undefined, password: undefined });
    expect(read({ disk: 'd', level: '3' }, template).values).toMatchObject({ size: 7, level: 3 });
    expect(read({ disk: 'd', name: 'n' }).values).toMatchObject({ size: 40 * 2 ** 30, name: 'n' });
  });

  it('keeps the blanks of a secret, and takes blanks alone for nothing elsewhere', () => {
    const { values } = read({ disk: 'd', name: 'n', password: ' p ', kind: '  ' });
    expect(values.password).toBe(' p ');
    expect(values.kind).toBeUndefined();
  });

  it('knows what the step set itself', () => {
    const { isSet } = read({ disk: 'd', kind: ' ' }, template);
    expect([isSet('disk'), isSet('kind'), isSet('name')]).toEqual([true, false, false]);
  });

  it('tells what is not set from what is there and empty, and names where else it could stand', () => {
    expect(() => read({ name: 'n' })).toThrow(
      expect.objectContaining({ code: 'input-missing', message: 'Input disk is not set' }),
    );
    expect(() => read({ disk: '', name: 'n' })).toThrow('Input disk is empty or not set');
    expect(() => read({ disk: 'd' })).toThrow('Input name is not set, and no template file gives name');
    const nameless = { ...template, template: { file: '/t/x.yml', disk: { size: 7 } } as unknown as Template };
    expect(() => read({ disk: 'd' }, nameless)).toThrow('Input name is not set, nor is name in /t/x.yml');
    try {
      read({ disk: 'd' });
    } catch (error) {
      expect((error as { hint: string }).hint).toBe(
        'Add "name: …" under "with:" of this step, or "template: …" with a file that has name; if it is there, its expression is empty: did the step that gives it run, and is that step\'s id right?',
      );
    }
  });

  it('tells all that is wrong at once', () => {
    expect(() => read({ name: 'n', level: '0', kind: 'c' })).toThrow(
      /^3 inputs are wrong:\n- Input disk is not set\. .*\n- Input level: "0" is not valid\. Write a whole number from 1 to 9\.\n- Input kind: "c"/,
    );
  });

  it('names the input, or the place in the template that the value came from', () => {
    const { invalid } = read({ disk: 'd' }, template);
    expect(invalid('disk', 'd', 'Do.')).toMatchObject({
      code: 'input-invalid',
      message: 'Input disk: "d" is not valid',
      hint: 'Do.',
      location: undefined,
    });
    expect(invalid('name', 'ws', 'Do.')).toMatchObject({
      message: 'x.yml:2:7: name: "ws" is not valid',
      location: { file: 'x.yml', line: 2, column: 7 },
    });
    expect(invalid('size', 7, 'Do.').message).toBe('/t/x.yml: disk.size: "7" is not valid');
    expect(read({ disk: 'd', name: 'n' }, template).invalid('name', 'n', 'Do.').message).toBe(
      'Input name: "n" is not valid',
    );
    expect(read({ disk: 'd', name: 'n' }).missing('kind').message).toBe('Input kind is not set');
  });

  it('tells of all that is missing in the company of others at once', () => {
    const reading = read({ disk: 'd', name: 'n' });
    const { values, needed } = reading;
    expect(needed('disk', 'name')).toMatchObject({ disk: values.disk, name: 'n' });
    expect(() => needed('disk', 'kind')).toThrow(
      expect.objectContaining({ code: 'input-missing', message: 'Input kind is not set' }),
    );
    expect(() => needed('password', 'disk', 'kind')).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^2 inputs are wrong:\n- Input password .*\n- Input kind is not set/) as string,
      }),
    );
  });

  it('takes a default for no value of the template, and knows no place of it', () => {
    const bare = { ...template, template: { file: '/t/x.yml', name: 'ws', disk: {} } as unknown as Template };
    const reading = read({ disk: 'd' }, bare);
    expect(reading.values.size).toBe(40 * 2 ** 30);
    expect(reading.invalid('size', 7, 'Do.').message).toBe('Input size: "7" is not valid');
    expect(reading.template).toBe(bare.template);
    expect(read({ disk: 'd', name: 'n' }).template).toBeUndefined();
  });

  it('tells where to write what no template file can give', () => {
    expect(() => read({ name: 'n' })).toThrow(
      expect.objectContaining({
        hint: 'Add "disk: …" under "with:" of this step; if it is there, its expression is empty: did the step that gives it run, and is that step\'s id right?',
      }),
    );
  });

  it('keeps the first of several faults as their cause', () => {
    expect(() => read({ name: 'n', level: '0' })).toThrow(
      expect.objectContaining({
        code: 'input-missing',
        hint: 'Correct them all; nothing was begun.',
        cause: expect.objectContaining({ message: 'Input disk is not set' }),
      }),
    );
  });

  it('passes on what is no fault of an input', () => {
    const bug = new TypeError('x is no function');
    const inputs = {
      own: input(
        {
          label: 'X',
          parse: () => {
            throw bug;
          },
        },
        { description: 'x' },
      ),
    };
    expect(() => readInputs(inputs, () => 'x', undefined)).toThrow(bug);
  });

  it('never repeats a secret', () => {
    const inputs = { key: input({ ...secret, parse: integer(1, 2).parse }, { description: 'A key.' }) };
    expect(() => readInputs(inputs, () => 's3cret', undefined)).toThrow('Input key: its value is not valid');
  });
});
