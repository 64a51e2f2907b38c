import { expect, it } from 'vitest';
import { lacksTable } from '../../../scripts/docs/vcsim-lacks.ts';

it('has a row for each, with the words that show it, and a dash where nothing is added', () => {
  const lack = { what: '`A`', answer: 'does nothing', seen: 'it did nothing' };
  expect(
    lacksTable([
      { ...lack, double: 'does it' },
      { ...lack, double: '' },
    ]).split('\n'),
  ).toEqual([
    '| method | the plain simulator | seen by | the double |',
    '| --- | --- | --- | --- |',
    '| `A` | does nothing | `it did nothing` | does it |',
    '| `A` | does nothing | `it did nothing` | – |',
  ]);
});
