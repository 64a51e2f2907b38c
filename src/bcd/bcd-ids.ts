/**
 * Identifiers of a boot configuration store (BCD). Sources: Microsoft, "BcdLibraryElementTypes", "BcdBootMgrElementTypes",
 * "BcdOSLoaderElementTypes", "BCD objects"; stores written by Windows 10 and Windows' own BCD-Template.
 */

/** An element's identifier; names as bcdedit prints them. The second hexadecimal digit is the kind: 1 device … 7 list of integers. */
export const ELEMENT = {
  applicationDevice: 0x11000001,
  applicationPath: 0x12000002,
  description: 0x12000004,
  preferredLocale: 0x12000005,
  inherit: 0x14000006,
  recoverySequence: 0x14000008,
  debuggerType: 0x15000011,
  recoveryEnabled: 0x16000009,
  badMemoryAccess: 0x1600000b,
  emsEnabled: 0x16000020,
  isolatedContext: 0x16000060,
  allowedInMemorySettings: 0x17000077,
  osDevice: 0x21000001,
  systemRoot: 0x22000002,
  resumeObject: 0x23000003,
  bootmgrDefault: 0x23000003,
  bootmgrResume: 0x23000006,
  displayOrder: 0x24000001,
  toolsDisplayOrder: 0x24000010,
  timeout: 0x25000004,
  resumeBootMenuPolicy: 0x25000008,
  nxPolicy: 0x25000020,
  winPeMode: 0x26000022,
  bootMenuPolicy: 0x250000c2,
  hypervisorDebuggerType: 0x250000f3,
  hypervisorDebuggerPort: 0x250000f4,
  hypervisorDebuggerBaud: 0x250000f5,
} as const;

/** Well-known objects; GUIDs with braces, as the keys are named. */
export const BCD_OBJECT = {
  bootmgr: '{9dea862c-5cdd-4e70-acc1-f32b344d4795}',
  memdiag: '{b2721d73-1db4-4c62-bf78-c548a880142d}',
  globalSettings: '{7ea2e1ac-2e61-4728-aaa3-896d9d0a9f0e}',
  debuggerSettings: '{4636856e-540f-4170-a130-a84776f4c654}',
  emsSettings: '{0ce4991b-e6b3-4b16-b23c-5e0d9250e5d9}',
  badMemory: '{5189b25c-5558-4bf2-bca4-289b11bd29e2}',
  bootLoaderSettings: '{6efb52bf-1766-41db-a6b3-0ee5eff72bd7}',
  hypervisorSettings: '{7ff607e0-4395-11db-b0de-0800200c9a66}',
  resumeLoaderSettings: '{1afa9c49-16ab-4a5c-901b-212802da9460}',
  /** Only in BCD-Template: what the loader of a Windows on EFI is made from. */
  loaderTemplate: '{b012b84d-c47c-4ed5-b722-c0c42163e569}',
} as const;

/** What an object is: application (1), inherited settings (2) or options of a device (3), and of which kind. */
export const BCD_TYPE = {
  bootmgr: 0x10100002,
  osLoader: 0x10200003,
  resume: 0x10200004,
  memoryTester: 0x10200005,
  settings: 0x20100000,
  loaderSettings: 0x20200003,
  resumeSettings: 0x20200004,
  deviceOptions: 0x30000000,
} as const;

/** The key name of an element: eight lower-case hexadecimal digits. */
export function elementKey(id: number): string {
  return id.toString(16).padStart(8, '0');
}
