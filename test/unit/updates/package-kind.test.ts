import { expect, it } from 'vitest';
import { packageKind } from '../../../src/updates/package-kind.ts';

type Opened = Parameters<typeof packageKind>[0];
const named = (name: string): Opened => ({ container: 'cab', identity: { name, version: '1.2.3.4' } });

it.each<[string, Opened, string, string | undefined]>([
  ['its identity', named('Package_for_RollupFix'), 'x-ndp48.msu', 'cumulative'],
  ['its identity', named('Package_for_DotNetRollup'), 'ssu-x.msu', 'dotnet'],
  ['its identity', named('Package_for_ServicingStack_1'), 'x.msu', 'servicing-stack'],
  ['a stack inside', { ...named('Package_for_KB1'), stack: '17763.1' }, 'x-ndp48.msu', 'cumulative'],
  ['its name', { container: 'wim' }, 'windows11.0-kb1-x64-ndp481.msu', 'dotnet'],
  ['its container', { container: 'wim' }, 'x.msu', 'cumulative'],
  ['its name', { container: 'cab' }, 'SSU-17763.1-x64.cab', 'servicing-stack'],
  ['its name', { container: 'cab' }, 'windows-ServicingStack.msu', 'servicing-stack'],
  ['nothing', named('Package_for_KB1'), 'xssu-1.msu', undefined],
  ['nothing', { container: 'cab' }, 'x-ndp.msu', undefined],
])('is told by %s', (_, opened, name, kind) => {
  expect(packageKind(opened, name)).toBe(kind);
});
