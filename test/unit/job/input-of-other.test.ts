import { expect, it } from 'vitest';
import { inputOfOther } from '../../../src/job/input-of-other.ts';

const UNTOUCHED = { server: undefined, insecure: false, network: 'disconnected' };

it.each<[string | undefined, Partial<Record<keyof typeof UNTOUCHED, unknown>>]>([
  [undefined, {}],
  ['server', { server: 'vc' }],
  ['insecure', { insecure: true }],
  ['network', { network: 'lab' }],
  ['server', { server: 'vc', network: 'lab' }],
])('finds %s in %j', (name, given) => {
  expect(inputOfOther({ ...UNTOUCHED, ...given }, UNTOUCHED)).toBe(name);
});
