import { expect, it } from 'vitest';
import {
  COMPONENTS,
  PASSES,
  PASSES_WITHOUT_EFFECT,
  WINDOWS_PE_COMPONENTS,
} from '../../../../src/windows/answer-file/components.ts';

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

it('is a list of these, which Windows Setup stops at when the image lacks one', () => {
  expect(new Set(COMPONENTS)).toEqual(
    new Set([
      'Microsoft-Windows-BrowserService',
      'Microsoft-Windows-DNS-Client',
      'Microsoft-Windows-Deployment',
      'Microsoft-Windows-DeviceGuard-Unattend',
      'Microsoft-Windows-ErrorReportingCore',
      'Microsoft-Windows-HTTP',
      'Microsoft-Windows-IE-ESC',
      'Microsoft-Windows-IE-InternetExplorer',
      'Microsoft-Windows-International-Core',
      'Microsoft-Windows-International-Core-WinPE',
      'Microsoft-Windows-LUA-Settings',
      'Microsoft-Windows-MSDTC',
      'Microsoft-Windows-NetBT',
      'Microsoft-Windows-NetworkLoadBalancing-Core',
      'Microsoft-Windows-OutOfBoxExperience',
      'Microsoft-Windows-PartitionManager',
      'Microsoft-Windows-PnPSysprep',
      'Microsoft-Windows-PnpCustomizationsNonWinPE',
      'Microsoft-Windows-PnpCustomizationsWinPE',
      'Microsoft-Windows-RasServer',
      'Microsoft-Windows-RemoteAssistance-Exe',
      'Microsoft-Windows-SQMApi',
      'Microsoft-Windows-Security-SPP',
      'Microsoft-Windows-Security-SPP-UX',
      'Microsoft-Windows-ServerManager-SvrMgrNc',
      'Microsoft-Windows-Setup',
      'Microsoft-Windows-Shell-Setup',
      'Microsoft-Windows-SystemRestore-Main',
      'Microsoft-Windows-TCPIP',
      'Microsoft-Windows-TapiSetup',
      'Microsoft-Windows-TerminalServices-LicenseServer',
      'Microsoft-Windows-TerminalServices-LocalSessionManager',
      'Microsoft-Windows-TerminalServices-RDP-WinStationExtensions',
      'Microsoft-Windows-TerminalServices-RemoteConnectionManager',
      'Microsoft-Windows-UnattendedJoin',
      'Microsoft-Windows-WinRE-RecoveryAgent',
      'Microsoft-Windows-powercpl',
      'Networking-MPSSVC-Svc',
      'Security-Malware-Windows-Defender',
    ]),
  );
  expect(WINDOWS_PE_COMPONENTS).toEqual([
    'Microsoft-Windows-Setup',
    'Microsoft-Windows-International-Core-WinPE',
    'Microsoft-Windows-PnpCustomizationsWinPE',
  ]);
});
