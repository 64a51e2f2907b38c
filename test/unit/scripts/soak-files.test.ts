import { expect, it } from 'vitest';
import { soakFiles } from '../../../scripts/test/soak-files.ts';

it('has the tests that run by night alone, and those that take a slice by day', () => {
  expect(soakFiles('integration')).toContain('test/integration/ova/matrix.soak.itg.test.ts');
  expect(soakFiles('integration')).toContain('test/integration/chain/cancel.itg.test.ts');
  expect(soakFiles('integration')).not.toContain('test/integration/chain/kill.itg.test.ts');
});

it('has those of Windows', () => {
  expect(soakFiles('windows')).toContain('test/windows/products.soak.win.test.ts');
  expect(soakFiles('windows')).toContain('test/windows/faults.win.test.ts');
  expect(soakFiles('windows')).not.toContain('test/windows/chain.win.test.ts');
  expect(soakFiles('windows').filter((file) => !file.startsWith('test/windows/'))).toEqual([]);
});
