import { expect, it } from 'vitest';
import { HELD_BAKE } from '../../../src/bake/held-bake.ts';
import type { UndoContext } from '../../../src/context.ts';

it.each([
  ['prepared', 'was not started yet: run bake-template on it again to begin its first boot'],
  ['started', 'goes on with its first boot: run bake-template on it again to go on watching'],
  ['over', 'is done with its first boot, which was not written down yet: run bake-template on it again to do so'],
] as const)('undoes nothing, and says how to go on: %s', async (stage, words) => {
  const said: string[] = [];
  const log = { warning: (text: string) => void said.push(text) } as UndoContext['log'];
  const held = { path: '/DC/vm/c', vm: 'vm-1', stage };
  await HELD_BAKE.undo(held, { log } as UndoContext);
  expect(said).toEqual([`/DC/vm/c (vm-1) ${words}, or delete it when nobody needs it`]);
  expect(HELD_BAKE.what(held)).toBe('the watch over the first boot of /DC/vm/c');
});
