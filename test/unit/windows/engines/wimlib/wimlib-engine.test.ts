import { expect, it } from 'vitest';
import { wimlibEngine } from '../../../../../src/windows/engines/wimlib/wimlib-engine.ts';

it('names every program it cannot do without, and says in its own words what it leaves to the first boot', () => {
  expect(wimlibEngine.name).toBe('wimlib');
  expect(wimlibEngine.tools).toEqual(
    expect.arrayContaining([
      '7zz',
      'wimlib-imagex',
      'mkntfs',
      'ntfscp',
      'ntfssecaudit',
      'mkfs.fat',
      'mmd',
      'mcopy',
      'hivexregedit',
      'faketime',
    ]),
  );
  const { registry, ...others } = wimlibEngine.offline;
  expect(registry).toEqual({ offline: true });
  expect(new Set(Object.keys(others))).toEqual(new Set(['packages', 'drivers', 'features', 'cleanup']));
  for (const ability of Object.values(others)) {
    expect(ability).toEqual({
      offline: false,
      because: expect.stringMatching(/^The engine wimlib .*[a-z]$/) as string,
    });
  }
  expect(others.packages).toMatchObject({ because: 'The engine wimlib cannot install updates offline' });
});
