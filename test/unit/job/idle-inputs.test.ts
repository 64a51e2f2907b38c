import { expect, it } from 'vitest';
import { idleInputs } from '../../../src/job/idle-inputs.ts';
import { input } from '../../../src/job/input.ts';
import { boolean, choice, size, text } from '../../../src/job/input-types.ts';
import { readInputs } from '../../../src/job/read-inputs.ts';
import type { Template } from '../../../src/template/template.ts';

const INPUTS = {
  vm: input(text, { description: 'A VM.' }),
  copy: input(boolean, { description: 'A copy.', default: 'true', only: [{ input: 'vm' }] }),
  network: input(text, { description: 'Its network.', only: [{ input: 'copy', is: [true] }] }),
  memory: input(size, {
    description: 'Memory.',
    default: '4 GiB',
    template: { key: 'vm.memory', read: ({ vm }) => vm.memory },
    only: [{ input: 'image' }],
  }),
  image: input(text, { description: 'An image.' }),
  pool: input(text, { description: 'A pool.', only: [{ input: 'image' }, { input: 'as', is: ['vm', 'template'] }] }),
  as: input(choice(['vm', 'template', 'item']), { description: 'What.', default: 'item' }),
  list: input(text, { description: 'A list.', only: [{ input: 'image' }] }),
  lock: input(text, { description: 'A lock.', without: [{ input: 'list' }, { input: 'as', is: ['vm', 'template'] }] }),
  key: input(text, { description: 'Of the lock.', only: [{ input: 'lock' }] }),
};

const reading = (given: Readonly<Record<string, string>>, memory?: number) =>
  readInputs(
    INPUTS,
    (name) => given[name],
    memory === undefined
      ? undefined
      : {
          template: { file: 't.yml', vm: { memory } } as unknown as Template,
          locate: () => undefined,
        },
  );
const idle = (given: Readonly<Record<string, string>>, memory?: number) =>
  idleInputs(INPUTS, reading(given, memory).values, (name) => given[name]);

it.each<[Record<string, string>, readonly string[]]>([
  [{}, []],
  [{ vm: 'v', copy: 'false' }, []],
  [{ vm: 'v', network: 'n' }, []],
  [{ image: 'i', memory: '8 GiB', pool: 'p' }, []],
  [{ as: 'vm', pool: 'p' }, []],
  [{ as: 'template', pool: 'p' }, []],
  // GitHub hands a default over as if somebody had written it, in these words or in others.
  [{ vm: 'v', memory: '4 GiB' }, []],
  [{ vm: 'v', memory: '4096 MiB' }, []],
  [{ vm: 'v', memory: '8 GiB' }, ['memory']],
  [{ vm: 'v', copy: 'false', network: 'n' }, ['network']],
  // A copy by default, but of nothing.
  [{ network: 'n' }, ['network']],
  [{ copy: 'false' }, ['copy']],
  [{ as: 'item', pool: 'p' }, ['pool']],
  [{ image: 'i', list: 'l' }, []],
  [{ lock: 'k', key: 'y' }, []],
  [{ lock: 'k', as: 'item' }, []],
  [{ image: 'i', list: 'l', lock: 'k' }, ['lock']],
  [{ as: 'template', lock: 'k' }, ['lock']],
  // A list of nothing stands in nobody's way.
  [{ list: 'l', lock: 'k' }, ['list']],
  // A lock that does nothing is no company.
  [{ as: 'vm', lock: 'k', key: 'y' }, ['lock', 'key']],
])('finds in %j what would do nothing', (given, names) => {
  expect(idle(given).map(({ name }) => name)).toEqual(names);
});

it('leaves alone what a template file gives: other steps read it too', () => {
  expect(idle({ vm: 'v' }, 7)).toEqual([]);
});

it('says what they are used with, all at once', () => {
  expect(idle({ pool: 'p', network: 'n' })).toEqual([
    { name: 'network', hint: 'It is used with copy: true: leave it out, or set that.' },
    { name: 'pool', hint: 'It is used with image, or as: vm or template: leave it out, or set that.' },
  ]);
  expect(idle({ as: 'vm', lock: 'k' })).toEqual([
    { name: 'lock', hint: 'It is used without as: vm or template: leave one of the two out.' },
  ]);
  expect(idle({ image: 'i', list: 'l', as: 'vm', lock: 'k' })).toEqual([
    { name: 'lock', hint: 'It is used without list, or as: vm or template: leave one of the two out.' },
  ]);
  expect(() => reading({ vm: 'v', memory: '8 GiB' }).assertUsed()).toThrow(
    expect.objectContaining({
      code: 'input-invalid',
      message: 'Input memory is set, and does nothing here',
      hint: 'It is used with image: leave it out, or set that.',
    }) as Error,
  );
  expect(() => reading({ pool: 'p', network: 'n' }).assertUsed()).toThrow(
    /^2 inputs are wrong:\n- Input network .*\n- Input pool/,
  );
  expect(() => reading({ vm: 'v' }).assertUsed()).not.toThrow();
});
