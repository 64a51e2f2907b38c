import { expect, it } from 'vitest';
import type { Context } from '../../../src/context.ts';
import { type Action, type ActionDefinition, defineAction } from '../../../src/job/action.ts';
import { input } from '../../../src/job/input.ts';
import { text } from '../../../src/job/input-types.ts';
import { readPlace } from '../../../src/job/place.ts';
import { readInputs } from '../../../src/job/read-inputs.ts';

const INPUTS = { name: input(text, { description: 'A name.', required: true }) };

function greet(over: Partial<ActionDefinition<typeof INPUTS, string, { said: string }>> = {}): Action {
  return defineAction({
    name: 'greet',
    description: 'Greets.',
    branding: { icon: 'x', color: 'blue' },
    inputs: INPUTS,
    outputs: {
      text: { description: 'As it is.', value: ({ said }: { said: string }) => said },
      number: { description: 'As JSON.', value: () => 1.5 },
      list: { description: 'As JSON.', value: ({ said }: { said: string }) => [said] },
      nothing: { description: 'As empty text.', value: () => undefined },
      none: { description: 'As JSON.', value: () => null },
    },
    prepare: ({ values }) => values.name,
    main: async (name) => ({ said: `hello ${name}` }),
    findings: ({ said }) => [{ code: 'c', severity: 'info', seen: said, remedy: 'None.' }],
    summary: ({ said }, name) => `${name}: ${said}`,
    ...over,
  });
}
const run = (action: Action) =>
  action.run(readInputs(INPUTS, () => 'you', undefined) as never, readPlace({}), {} as Context);

it('runs what it was made of, and presents the result', async () => {
  expect(await run(greet())).toEqual({
    result: { said: 'hello you' },
    outputs: { text: 'hello you', number: '1.5', list: '["hello you"]', nothing: '', none: 'null' },
    findings: [{ code: 'c', severity: 'info', seen: 'hello you', remedy: 'None.' }],
    summary: 'you: hello you',
  });
});

it('gives its result although that is not good enough, with the reason', async () => {
  const failure = new Error('not good');
  const assertGood = (result: { said: string }, name: string): void => {
    expect([result.said, name]).toEqual(['hello you', 'you']);
    throw failure;
  };
  expect(await run(greet({ assertGood }))).toMatchObject({ result: { said: 'hello you' }, failure });
  expect(await run(greet({ assertGood: () => {} }))).not.toHaveProperty('failure');
});

it('passes on what preparing and main throw', async () => {
  const thrown = new Error('no');
  await expect(run(greet({ prepare: () => Promise.reject(thrown) }))).rejects.toBe(thrown);
  await expect(run(greet({ main: () => Promise.reject(thrown) }))).rejects.toBe(thrown);
});

it('holds nothing unless it says so', () => {
  const kind = { kind: 'x', what: () => 'x', undo: async () => {} };
  expect(greet().holds).toEqual([]);
  expect(greet({ holds: [kind] }).holds).toEqual([kind]);
});
