import { expect, it } from 'vitest';
import { COMPONENTS, PASSES, PASSES_WITHOUT_EFFECT } from '../../../../src/windows/answer-file/components.ts';

/** Components in the answer files of public examples for Windows Server. */
const SEEN = [
  'Microsoft-Windows-DNS-Client',
  'Microsoft-Windows-Deployment',
  'Microsoft-Windows-IE-ESC',
  'Microsoft-Windows-International-Core',
  'Microsoft-Windows-International-Core-WinPE',
  'Microsoft-Windows-LUA-Settings',
  'Microsoft-Windows-OutOfBoxExperience',
  'Microsoft-Windows-PartitionManager',
  'Microsoft-Windows-PnPSysprep',
  'Microsoft-Windows-PnpCustomizationsNonWinPE',
  'Microsoft-Windows-PnpCustomizationsWinPE',
  'Microsoft-Windows-SQMApi',
  'Microsoft-Windows-Security-SPP',
  'Microsoft-Windows-Security-SPP-UX',
  'Microsoft-Windows-ServerManager-SvrMgrNc',
  'Microsoft-Windows-Setup',
  'Microsoft-Windows-Shell-Setup',
  'Microsoft-Windows-TCPIP',
  'Microsoft-Windows-TerminalServices-LocalSessionManager',
  'Microsoft-Windows-TerminalServices-RDP-WinStationExtensions',
  'Microsoft-Windows-UnattendedJoin',
  'Networking-MPSSVC-Svc',
];

it('knows the components of public answer files, each once', () => {
  expect(COMPONENTS).toEqual(expect.arrayContaining(SEEN));
  expect(new Set(COMPONENTS).size).toBe(COMPONENTS.length);
});

it('knows the seven passes, and which are over when an image is applied', () => {
  expect(PASSES).toEqual([
    'windowsPE',
    'offlineServicing',
    'generalize',
    'specialize',
    'auditSystem',
    'auditUser',
    'oobeSystem',
  ]);
  expect(PASSES_WITHOUT_EFFECT).toEqual(['windowsPE', 'offlineServicing']);
});
