import { expect, it } from 'vitest';
import { setupOnlyFindings } from '../../../../src/windows/media/setup-only.ts';

it('says of what the ISO brings for Windows Setup that it does nothing', () => {
  expect(setupOnlyFindings({ iso: 'w.iso', setupMembers: [] })).toEqual([]);
  expect(setupOnlyFindings({ iso: 'w.iso', setupMembers: ['autounattend.xml', 'sources/$OEM$'] })).toMatchObject([
    {
      code: 'no-effect',
      severity: 'warning',
      seen: expect.stringContaining(
        'The ISO w.iso brings autounattend.xml, sources/$OEM$ for Windows Setup.',
      ) as string,
    },
  ]);
});
