import { expect, it } from 'vitest';
import { kbOf, normalise, readTitle } from '../../../src/updates/update-title.ts';

const NOTHING = {
  kind: 'other',
  month: undefined,
  kb: undefined,
  system: undefined,
  architecture: undefined,
  mentioned: undefined,
  build: undefined,
  runtimes: [],
  preview: false,
  hotpatch: false,
  delta: false,
};
const CUMULATIVE = {
  ...NOTHING,
  kind: 'cumulative',
  month: '2026-09',
  kb: 'KB5122871',
  system: 'windows server 2019',
  architecture: 'x64',
  mentioned: 'x64',
};

it.each([
  ['', NOTHING],
  ['2026-09 Cumulative Update for Windows Server 2019 for x64-based Systems (KB5122871)', CUMULATIVE],
  ['2026-09 Cumulative Security Update for Windows Server 2019 for x64-based Systems (KB5122871)', CUMULATIVE],
  [
    '2026-09 Cumulative Update Preview for Windows Server 2019 for x64-based Systems (KB5122871)',
    { ...CUMULATIVE, preview: true },
  ],
  [
    '2026-09 Cumulative Update for Windows Server 2019 (1809) for ARM64-based Systems (KB5122871) (17763.5)',
    {
      ...CUMULATIVE,
      system: 'windows server 2019 (1809)',
      architecture: 'arm64',
      mentioned: 'arm64',
      build: '17763.5',
    },
  ],
  [
    '2026-09 Cumulative Update for Microsoft server operating system, version 21H2 for x64-based Systems (KB5122871)',
    { ...CUMULATIVE, system: 'microsoft server operating system version 21h2' },
  ],
  [
    '2026-09 Servicing Stack Update for Windows Server 2016 for x86-based Systems (KB5122871)',
    { ...CUMULATIVE, kind: 'servicing-stack', system: 'windows server 2016', architecture: 'x86', mentioned: 'x86' },
  ],
  [
    '2026-09 Cumulative Update for .NET Framework 3.5, 4.7.2 and 4.8 for Windows Server 2019 for x64 (KB5122871)',
    { ...CUMULATIVE, kind: 'dotnet', runtimes: ['3.5', '4.7.2', '4.8'] },
  ],
  [
    '2026-09 Cumulative Update for Azure Stack HCI, version 22H2 for x64-based Systems (KB5122871)',
    { ...CUMULATIVE, system: 'azure stack hci version 22h2' },
  ],
  [
    '2026-09 Dynamic Cumulative Update for Windows Server 2019 (KB5122871)',
    { ...CUMULATIVE, kind: 'dynamic', architecture: undefined, mentioned: undefined },
  ],
  [
    '2026-09 Setup Dynamic Update for Windows Server 2019 for x64-based Systems (KB5122871)',
    { ...CUMULATIVE, kind: 'dynamic' },
  ],
  [
    '2026-09 Delta Update for Windows Server 2019 for x64-based Systems (KB5122871)',
    { ...CUMULATIVE, kind: 'other', delta: true },
  ],
  ['2026-09 Hotpatch (KB5122871)', { ...NOTHING, month: '2026-09', kb: 'KB5122871', hotpatch: true }],
  ['Update 2026-09 of x64', { ...NOTHING, mentioned: 'x64' }],
  ['2026-13 Update', NOTHING],
  ['2026-091 Update (26100.1) of deltas', NOTHING],
  ['Cumulative Update for Windows Server 2019', { ...NOTHING, kind: 'cumulative', system: 'windows server 2019' }],
])('%s', (title, facts) => {
  expect(readTitle(title)).toEqual(facts);
});

it('a KB number stands alone and has six to eight digits', () => {
  expect(['kb890830', 'x-KB12345678.msu', '(Kb5122871)'].map(kbOf)).toEqual(['KB890830', 'KB12345678', 'KB5122871']);
  expect(['kb12345', 'KB123456789', 'xkb5122871', 'KB5122871x', '5122871'].map(kbOf)).toEqual(Array(5).fill(undefined));
});

it('normalise lets case, commas and white space go', () => {
  expect(normalise('  Windows\n Server,2019,, (X) ')).toBe('windows server 2019 (x)');
});
