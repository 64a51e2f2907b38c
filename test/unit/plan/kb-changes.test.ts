import { expect, it } from 'vitest';
import { describeChange, kbChanges } from '../../../src/plan/kb-changes.ts';

const cu = (kb: string) => ({ kb, kind: 'cumulative' }) as const;
const ssu = (kb: string) => ({ kb, kind: 'servicing-stack' }) as const;

it.each([
  [[cu('KB1')], [cu('KB1')], []],
  [[], [], []],
  [[cu('KB1'), ssu('KB5')], [ssu('KB5'), cu('KB2')], [{ kind: 'cumulative', from: 'KB1', to: 'KB2' }]],
  [[], [cu('KB2')], [{ kind: 'cumulative', to: 'KB2' }]],
  [[ssu('KB5'), cu('KB1')], [cu('KB1')], [{ kind: 'servicing-stack', from: 'KB5' }]],
  [
    [ssu('KB6'), ssu('KB5'), ssu('KB7')],
    [ssu('KB8'), ssu('KB7')],
    [
      { kind: 'servicing-stack', from: 'KB5', to: 'KB8' },
      { kind: 'servicing-stack', from: 'KB6' },
    ],
  ],
])('%j to %j', (before, after, changes) => {
  expect(kbChanges(before, after)).toEqual(changes);
});

it('says none where there is none', () => {
  expect(describeChange({ kind: 'cumulative', from: 'KB1', to: 'KB2' })).toBe('KB1 -> KB2');
  expect(describeChange({ kind: 'cumulative', to: 'KB2' })).toBe('none -> KB2');
  expect(describeChange({ kind: 'cumulative', from: 'KB1' })).toBe('KB1 -> none');
});
