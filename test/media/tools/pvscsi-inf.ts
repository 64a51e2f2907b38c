/**
 * pvscsi.inf as far as an installer reads it. The structure (decorations, section names' habits, comments after values) follows the
 * vendor's file of Tools 12; the text is ours.
 */

export interface PvscsiInfFacts {
  /** MM/DD/YYYY */
  readonly date: string;
  readonly version: string;
  /** Decorated models sections, in order; an empty one tells builds from there on to use their own driver. */
  readonly models: readonly { readonly decoration: string; readonly empty?: boolean }[];
}

export function pvscsiInf({ date, version, models }: PvscsiInfFacts): string {
  return [
    '',
    '; Driver for the VMware paravirtual SCSI controller (sample: same structure, no driver behind it)',
    '',
    '[Version]',
    'Signature   = "$WINDOWS NT$"',
    'Class       = SCSIAdapter',
    'ClassGuid   = {4D36E97B-E325-11CE-BFC1-08002BE10318}',
    'Provider    = %VMWARE%',
    'CatalogFile = pvscsi.cat',
    `DriverVer   = ${date},${version} ; month/day/year`,
    'PnpLockdown = 1',
    '',
    '',
    '[Manufacturer]',
    `%VMWARE%=pvscsi,${models.map(({ decoration }) => decoration).join(',')}`,
    '',
    ...models.flatMap(({ decoration, empty }) => [
      `[pvscsi.${decoration}]`,
      ...(empty
        ? ['']
        : ['%PVSCSI_DEVICE%=PVSCSI_Install, PCI\\VEN_15AD&DEV_07C0&SUBSYS_07C015AD, \\', '   PCI\\VEN_15AD&DEV_07C0']),
      '',
    ]),
    '',
    '[SourceDisksNames]',
    '1 = %DISK%,,,""',
    '',
    '[SourceDisksFiles]',
    'pvscsi.sys = 1',
    '',
    '[DestinationDirs]',
    'DefaultDestDir = 12 ; %%SystemRoot%%\\System32\\drivers',
    '',
    '[PVSCSI_Install]',
    'CopyFiles = Pvscsi_Files',
    '',
    '[pvscsi_files]',
    'pvscsi.sys,,,1',
    '',
    '[PVSCSI_Install.Services]',
    'AddService = pvscsi, %SPSVCINST_ASSOCSERVICE%, Pvscsi_Service, Pvscsi_Events',
    '',
    '[PVSCSI_Install.HW]',
    'Include = machine.inf',
    'Needs   = PciIoSpaceNotRequired',
    'AddReg  = Pvscsi_Interrupts',
    '',
    '[Pvscsi_Interrupts]',
    'HKR,"Interrupt Management",,0x00000010',
    'HKR,"Interrupt Management\\MessageSignaledInterruptProperties",,0x00000010',
    'HKR,"Interrupt Management\\MessageSignaledInterruptProperties",MSISupported,%REG_DWORD%,1',
    '',
    '[Pvscsi_Service]',
    'DisplayName    = %PVSCSI_DEVICE%',
    'ServiceType    = %SERVICE_KERNEL_DRIVER%',
    'StartType      = 0 ; boot',
    'ErrorControl   = 1',
    'ServiceBinary  = %12%\\pvscsi.sys',
    'LoadOrderGroup = SCSI Miniport',
    'AddReg         = Pvscsi_Parameters',
    '',
    '[pvscsi_parameters]',
    'HKR,Parameters,BusType,%REG_DWORD%,10 ; SAS',
    'HKR,Parameters\\PnpInterface,5,%REG_DWORD%,1',
    'HKR,Parameters\\Device,DriverParameter,%REG_SZ%,""',
    '',
    '[Pvscsi_Events]',
    'AddReg = Pvscsi_Event_Source',
    '',
    '[Pvscsi_Event_Source]',
    'HKR,,EventMessageFile,%REG_EXPAND_SZ%,"%%SystemRoot%%\\System32\\IoLogMsg.dll;%%SystemRoot%%\\System32\\drivers\\pvscsi.sys"',
    'HKR,,TypesSupported,%REG_DWORD%,7',
    '',
    '[Strings]',
    'VMWARE        = "VMware, Inc."',
    'DISK          = "VMware PVSCSI Controller Disk"',
    'PVSCSI_DEVICE = "VMware PVSCSI Controller"',
    'SPSVCINST_ASSOCSERVICE = 0x00000002',
    'SERVICE_KERNEL_DRIVER  = 1',
    'REG_SZ        = 0x00000000',
    'REG_EXPAND_SZ = 0x00020000',
    'REG_DWORD     = 0x00010001',
    '',
  ].join('\r\n');
}

/** What Setup of Windows up to 2003 asked for on a floppy; still lying beside the driver. */
export function pvscsiTxtSetup(): string {
  return [
    '[Disks]',
    'd1 = "VMware PVSCSI Controller Disk", \\pvscsi.sys, \\',
    '[Defaults]',
    'SCSI = PVSCSI64',
    '[SCSI]',
    'PVSCSI64 = "VMware PVSCSI Controller (64 bits)", pvscsi',
    '[Files.SCSI.PVSCSI64]',
    'driver  = d1, pvscsi.sys, PVSCSI',
    'inf     = d1, pvscsi.inf',
    'catalog = d1, pvscsi.cat',
    '[HardwareIds.scsi.PVSCSI64]',
    'id = "PCI\\VEN_15AD&DEV_07C0", "pvscsi"',
    '[Config.PVSCSI]',
    '',
  ].join('\r\n');
}
