import { expect, it } from 'vitest';
import { soakFiles } from '../../../scripts/test/soak-files.ts';

it('has the tests that run by night alone, and those that take a slice by day', () => {
  expect(soakFiles()).toContain('test/integration/ova/matrix.soak.itg.test.ts');
  expect(soakFiles()).toContain('test/integration/chain/cancel.itg.test.ts');
  expect(soakFiles()).not.toContain('test/integration/chain/kill.itg.test.ts');
});
