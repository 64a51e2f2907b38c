/** The SYSTEM hive of a freshly applied, generalised Windows Server (a small but true-to-shape part of it). */

import { ExpandString, type KeyNotation } from '../registry/registry-key.ts';
import { type DatabaseEntry, databaseOf } from './driver-database.ts';
import { SERVER_2019, type WindowsRelease } from './releases.ts';

/** Service start types, [MS-SCMR] 3.1.4.11. */
const BOOT = 0;
const SYSTEM = 1;
const AUTO = 2;
const DEMAND = 3;

const KERNEL_DRIVER = 1;
const FILE_SYSTEM_DRIVER = 2;
const OWN_PROCESS = 0x10;
const SHARED_PROCESS = 0x20;

const SCSI_CLASS = '{4d36e97b-e325-11ce-bfc1-08002be10318}';
const DISK_CLASS = '{4d36e967-e325-11ce-bfc1-08002be10318}';

/** In-box storage drivers: part of the DriverDatabase, by which the boot driver for a disk controller is found. */
const INBOX_STORAGE: readonly DatabaseEntry[] = [
  { inf: 'lsi_sas.inf', service: 'LSI_SAS', ids: ['PCI\\VEN_1000&DEV_0054', 'PCI\\VEN_1000&DEV_0058'] },
  { inf: 'stornvme.inf', service: 'stornvme', ids: ['PCI\\CC_010802'] },
  { inf: 'mshdc.inf', service: 'storahci', ids: ['PCI\\CC_010601'] },
];

/** What Windows Server 2022 and later bring for VMware's devices. */
const VMWARE_DRIVERS: readonly DatabaseEntry[] = [
  { inf: 'pvscsii.inf', service: 'pvscsi', ids: ['PCI\\VEN_15AD&DEV_07C0'], version: '1.3.15.0', date: '2020-01-10' },
  {
    inf: 'vmxnet3.inf',
    service: 'vmxnet3ndis6',
    ids: ['PCI\\VEN_15AD&DEV_07B0'],
    version: '1.8.17.0',
    date: '2021-02-01',
  },
];

function inBoxDrivers({ hasVmwareDrivers, version }: WindowsRelease): readonly DatabaseEntry[] {
  const own = INBOX_STORAGE.map((entry) => ({ ...entry, version: `10.0.${version.build}.1` }));
  return hasVmwareDrivers ? [...own, ...VMWARE_DRIVERS] : own;
}

export function systemHive(release: WindowsRelease = SERVER_2019): KeyNotation {
  return {
    Select: { Current: 1, Default: 1, Failed: 0, LastKnownGood: 1 },
    ControlSet001: { Control: control(), Enum: {}, 'Hardware Profiles': {}, Policies: {}, Services: services() },
    ...databaseOf(inBoxDrivers(release)),
    HardwareConfig: {},
    MountedDevices: {},
    Setup: {
      CmdLine: 'oobe\\windeploy.exe',
      OOBEInProgress: 1,
      RestartSetup: 0,
      SetupPhase: 4,
      SetupSupported: 1,
      SetupType: 2,
      SystemSetupInProgress: 1,
      WorkingDirectory: 'C:\\Windows\\Panther',
      Status: { SysprepStatus: { CleanupState: 2, GeneralizationState: 7 } },
    },
    WPA: {},
  };
}

function control(): KeyNotation {
  return {
    CurrentUser: 'USERNAME',
    WaitToKillServiceTimeout: '5000',
    SystemBootDevice: 'multi(0)disk(0)rdisk(0)partition(3)',
    'ComputerName\\ComputerName': { ComputerName: 'MINWINPC' },
    CrashControl: { AutoReboot: 1, CrashDumpEnabled: 7, DumpFile: new ExpandString('%SystemRoot%\\MEMORY.DMP') },
    Class: {
      [SCSI_CLASS]: { '@': 'Storage controllers', Class: 'SCSIAdapter' },
      [DISK_CLASS]: { '@': 'Disk drives', Class: 'DiskDrive' },
    },
    'Nls\\Language': { Default: '0409', InstallLanguage: '0409', InstallLanguageFallback: ['en-US'] },
    ProductOptions: { ProductType: 'ServerNT', ProductSuite: ['Terminal Server'] },
    SafeBoot: { AlternateShell: 'cmd.exe' },
    'Session Manager': {
      BootExecute: ['autocheck autochk *'],
      Environment: {
        ComSpec: new ExpandString('%SystemRoot%\\system32\\cmd.exe'),
        OS: 'Windows_NT',
        Path: new ExpandString('%SystemRoot%\\system32;%SystemRoot%'),
        PROCESSOR_ARCHITECTURE: 'AMD64',
      },
      'Memory Management': { PagingFiles: ['?:\\pagefile.sys'] },
    },
    'Terminal Server': {
      fDenyTSConnections: 1,
      TSUserEnabled: 0,
      'WinStations\\RDP-Tcp': { PortNumber: 3389, SecurityLayer: 2, UserAuthentication: 1 },
    },
    TimeZoneInformation: { Bias: 480, TimeZoneKeyName: 'Pacific Standard Time' },
    Windows: { CSDVersion: 0, Directory: new ExpandString('%SystemRoot%') },
  };
}

function services(): KeyNotation {
  return {
    disk: driver('disk', BOOT, 'SCSI Class', '@disk.inf,%disk_ServiceDesc%;Disk Driver'),
    EventLog: service('svchost.exe -k LocalServiceNetworkRestricted -p', AUTO, 'NT AUTHORITY\\LocalService'),
    FltMgr: { ...driver('fltmgr', BOOT, 'FSFilter Infrastructure', 'FltMgr'), Type: FILE_SYSTEM_DRIVER },
    FsDepends: {
      ...driver('FsDepends', DEMAND, 'Pnp Filter', 'FsDepends'),
      Parameters: { VirtualDiskExpandOnMount: 0 },
    },
    // Present for machines that need it: Start says boot, StartOverride that this installation does not.
    LSI_SAS: {
      ...driver('lsi_sas', BOOT, 'SCSI Miniport', 'LSI_SAS'),
      Owners: ['lsi_sas.inf'],
      Parameters: { BusType: 10, PnpInterface: { '5': 1 } },
      StartOverride: { '0': 3 },
    },
    mountmgr: driver('mountmgr', BOOT, 'System Bus Extender', 'Mount Point Manager'),
    NDIS: driver('ndis', BOOT, 'NDIS Wrapper', 'NDIS System Driver'),
    Ntfs: { ...driver('ntfs', SYSTEM, 'Boot File System', 'Ntfs'), Type: FILE_SYSTEM_DRIVER },
    partmgr: driver('partmgr', BOOT, 'System Bus Extender', 'Partition driver'),
    pci: driver('pci', BOOT, 'Boot Bus Extender', 'PCI Bus Driver'),
    PlugPlay: service('svchost.exe -k DcomLaunch -p', DEMAND, 'LocalSystem'),
    storahci: {
      ...driver('storahci', BOOT, 'SCSI Miniport', 'Microsoft Standard SATA AHCI Driver'),
      Owners: ['mshdc.inf'],
      Parameters: { BusType: 11 },
      StartOverride: { '0': 3 },
    },
    stornvme: {
      ...driver('stornvme', BOOT, 'SCSI Miniport', 'Microsoft Standard NVM Express Driver'),
      Owners: ['stornvme.inf'],
      Parameters: { BusType: 17 },
      StartOverride: { '0': 3 },
    },
    swprv: service('svchost.exe -k swprv', DEMAND, 'LocalSystem'),
    Tcpip: driver('tcpip', BOOT, 'PNP_TDI', 'TCP/IP Protocol Driver'),
    TermService: service('svchost.exe -k NetworkService', DEMAND, 'NT AUTHORITY\\NetworkService'),
    TrustedInstaller: {
      ...service('', DEMAND, 'LocalSystem'),
      ImagePath: new ExpandString('%SystemRoot%\\servicing\\TrustedInstaller.exe'),
    },
    volmgr: driver('volmgr', BOOT, 'System Bus Extender', 'Volume Manager Driver'),
    volsnap: driver('volsnap', BOOT, 'System Bus Extender', 'Volume Shadow Copy driver'),
    volume: driver('volume', BOOT, 'System Bus Extender', 'Volume driver'),
    VSS: { ...service('vssvc.exe', DEMAND, 'LocalSystem'), Type: OWN_PROCESS, Diag: {}, Providers: {}, Settings: {} },
  };
}

function driver(file: string, start: number, group: string, displayName: string): KeyNotation {
  return {
    Type: KERNEL_DRIVER,
    Start: start,
    ErrorControl: start === BOOT ? 3 : 1,
    Group: group,
    DisplayName: displayName,
    ImagePath: new ExpandString(`System32\\drivers\\${file}.sys`),
  };
}

function service(command: string, start: number, account: string): KeyNotation {
  return {
    Type: SHARED_PROCESS,
    Start: start,
    ErrorControl: 1,
    ObjectName: account,
    ImagePath: new ExpandString(`%SystemRoot%\\System32\\${command}`),
  };
}
