import { expect, it } from 'vitest';
import { HELD_BAKE } from '../../../src/bake/held-bake.ts';
import type { UndoContext } from '../../../src/context.ts';

it('undoes nothing, and says how to go on', async () => {
  const said: string[] = [];
  const log = { warning: (text: string) => void said.push(text) } as UndoContext['log'];
  await HELD_BAKE.undo({ path: '/DC/vm/c', vm: 'vm-1' }, { log } as UndoContext);
  expect(said).toEqual([
    '/DC/vm/c (vm-1) goes on with its first boot: run bake-template on it again to go on watching, or delete it when nobody needs it',
  ]);
  expect(HELD_BAKE.what({ path: '/DC/vm/c', vm: 'vm-1' })).toBe('the watch over the first boot of /DC/vm/c');
});
