/**
 * Names that stand in answer files. Source: Microsoft Learn, "Unattended Windows Setup Reference": configuration passes, and the
 * components of Windows Server that people set.
 */

/** In the order in which Setup runs them. */
export const PASSES = [
  'windowsPE',
  'offlineServicing',
  'generalize',
  'specialize',
  'auditSystem',
  'auditUser',
  'oobeSystem',
] as const;

/**
 * Passes that are over when an image is applied instead of set up: Setup in Windows PE never runs, and offlineServicing is what DISM
 * does with an answer file that it is given, not with one that lies in the image.
 */
export const PASSES_WITHOUT_EFFECT: readonly string[] = ['windowsPE', 'offlineServicing'];

/** Components of Windows PE alone. */
export const WINDOWS_PE_COMPONENTS: readonly string[] = [
  'Microsoft-Windows-Setup',
  'Microsoft-Windows-International-Core-WinPE',
  'Microsoft-Windows-PnpCustomizationsWinPE',
];

export const SHELL_SETUP = 'Microsoft-Windows-Shell-Setup';

export const COMPONENTS: readonly string[] = [
  ...WINDOWS_PE_COMPONENTS,
  SHELL_SETUP,
  'Microsoft-Windows-BrowserService',
  'Microsoft-Windows-DNS-Client',
  'Microsoft-Windows-Deployment',
  'Microsoft-Windows-DeviceGuard-Unattend',
  'Microsoft-Windows-ErrorReportingCore',
  'Microsoft-Windows-HTTP',
  'Microsoft-Windows-IE-ESC',
  'Microsoft-Windows-IE-InternetExplorer',
  'Microsoft-Windows-International-Core',
  'Microsoft-Windows-LUA-Settings',
  'Microsoft-Windows-MSDTC',
  'Microsoft-Windows-NetBT',
  'Microsoft-Windows-NetworkLoadBalancing-Core',
  'Microsoft-Windows-OutOfBoxExperience',
  'Microsoft-Windows-PartitionManager',
  'Microsoft-Windows-PnPSysprep',
  'Microsoft-Windows-PnpCustomizationsNonWinPE',
  'Microsoft-Windows-powercpl',
  'Microsoft-Windows-RasServer',
  'Microsoft-Windows-RemoteAssistance-Exe',
  'Microsoft-Windows-SQMApi',
  'Microsoft-Windows-Security-SPP',
  'Microsoft-Windows-Security-SPP-UX',
  'Microsoft-Windows-ServerManager-SvrMgrNc',
  'Microsoft-Windows-SystemRestore-Main',
  'Microsoft-Windows-TCPIP',
  'Microsoft-Windows-TapiSetup',
  'Microsoft-Windows-TerminalServices-LicenseServer',
  'Microsoft-Windows-TerminalServices-LocalSessionManager',
  'Microsoft-Windows-TerminalServices-RDP-WinStationExtensions',
  'Microsoft-Windows-TerminalServices-RemoteConnectionManager',
  'Microsoft-Windows-UnattendedJoin',
  'Microsoft-Windows-WinRE-RecoveryAgent',
  'Networking-MPSSVC-Svc',
  'Security-Malware-Windows-Defender',
];
