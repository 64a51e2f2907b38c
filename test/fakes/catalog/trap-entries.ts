/** Rows that trap careless clients: they read like what is wanted, and are for something else. */

import type { UpdatePackageSpec } from '../../media/updates/update-package.ts';
import type { Draft } from './catalog-entry.ts';

export function traps(): Draft[] {
  const file = (
    kb: string,
    kind: UpdatePackageSpec['kind'],
    more: Partial<UpdatePackageSpec> = {},
  ): UpdatePackageSpec[] => [{ kb, kind, build: '20348.5417', container: 'cab', ...more }];
  const server22 = ['Microsoft Server operating system-21H2'];
  const server25 = ['Microsoft Server Operating System-24H2'];
  return [
    {
      kb: 'KB5098901',
      date: '2026-11-10',
      title:
        '2026-11 Dynamic Update for Microsoft server operating system version 21H2 for x64-based Systems (KB5098901)',
      products: ['Windows 10 and later Dynamic Update', 'Windows Safe OS Dynamic Update'],
      files: file('KB5098901', 'dynamic'),
    },
    {
      kb: 'KB5098902',
      date: '2026-11-10',
      title:
        '2026-11 Safe OS Dynamic Update for Microsoft server operating system version 24H2 for x64-based Systems (KB5098902)',
      products: ['Windows Safe OS Dynamic Update'],
      files: file('KB5098902', 'dynamic'),
    },
    {
      kb: 'KB5098903',
      date: '2026-11-10',
      title:
        '2026-11 Setup Dynamic Update for Microsoft server operating system version 24H2 for x64-based Systems (KB5098903)',
      products: ['Windows 10 and later Dynamic Update'],
      files: file('KB5098903', 'dynamic'),
    },
    {
      kb: 'KB5098910',
      date: '2026-11-10',
      title:
        '2026-11 Hotpatch Cumulative Update for Microsoft server operating system version 24H2 for x64-based Systems (KB5098910) (26100.33790)',
      products: server25,
      files: file('KB5098910', 'cumulative', { build: '26100.33790', container: 'wim', hotpatch: true }),
    },
    {
      kb: 'KB5098911',
      date: '2026-11-10',
      title:
        '2026-11 Hotpatch Cumulative Update for Microsoft server operating system version 21H2 for x64-based Systems (KB5098911)',
      products: server22,
      files: file('KB5098911', 'cumulative', { hotpatch: true }),
    },
    {
      kb: 'KB5098920',
      date: '2026-11-10',
      title: '2026-11 Cumulative Update for Azure Stack HCI, version 22H2 for x64-based Systems (KB5098920)',
      products: ['Azure Stack HCI'],
      files: file('KB5098920', 'cumulative'),
    },
    {
      kb: 'KB5098921',
      date: '2026-11-10',
      title:
        '2026-11 Cumulative Update for Microsoft server operating system version 23H2 for x64-based Systems (KB5098921)',
      products: ['Microsoft Server operating system-23H2'],
      files: file('KB5098921', 'cumulative', { build: '25398.2200' }),
    },
    {
      kb: 'KB5098922',
      date: '2026-11-10',
      title: '2026-11 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5098922) (26100.9712)',
      products: ['Windows 11'],
      files: file('KB5098922', 'cumulative', { build: '26100.9712', container: 'wim' }),
    },
    {
      kb: 'KB5033018',
      date: '2023-12-12',
      title: '2023-12 Delta Update for Windows Server 2019 for x64-based Systems (KB5033018)',
      products: ['Windows Server 2019'],
      files: file('KB5033018', 'cumulative', { build: '17763.5206' }),
    },
    {
      kb: 'KB890830',
      date: '2026-11-10',
      title: 'Windows Malicious Software Removal Tool x64 - v5.137 (KB890830)',
      products: ['Windows Server 2016', 'Windows Server 2019', ...server22, ...server25],
      classification: 'Update Rollups',
      files: file('KB890830', 'dotnet'),
    },
  ];
}
