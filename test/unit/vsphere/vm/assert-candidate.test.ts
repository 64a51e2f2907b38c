import { expect, it } from 'vitest';
import { assertCandidate } from '../../../../src/vsphere/vm/assert-candidate.ts';

const MARK = { name: 'ws', run: '7', ova: '0'.repeat(64), expires: new Date(0) };
const called = (name: string): { path: string; name: string } => ({ path: `/DC/vm/${name}`, name });

it('takes what is called as its mark says', () => {
  expect(assertCandidate(called('WS.candidate-7'), MARK)).toBe(MARK);
});

it.each([
  ['ws', MARK, 'is no candidate any more: it was published before'],
  ['ws.previous-8', MARK, 'is no candidate any more: it was published before'],
  ['ws.candidate-7', undefined, 'was not uploaded as a candidate'],
  ['mine', MARK, 'bears the mark of the candidate ws.candidate-7, but has another name'],
])('refuses %s with %o', (name, mark, message) => {
  expect(() => assertCandidate(called(name), mark)).toThrow(
    expect.objectContaining({ code: 'input-invalid', message: `/DC/vm/${name} ${message}` }),
  );
});
