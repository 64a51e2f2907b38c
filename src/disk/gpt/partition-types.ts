/** Partition type GUIDs and attributes of a Windows GPT disk (Microsoft, PARTITION_INFORMATION_GPT; UEFI 2.10, 5.3.3). */

export const ESP_TYPE = 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b';
export const MSR_TYPE = 'e3c9e316-0b5c-4db8-817d-f92df00215ae';
export const BASIC_DATA_TYPE = 'ebd0a0a2-b9e5-4433-87c0-68b6b72699c7';
export const RECOVERY_TYPE = 'de94bba4-06d1-4d40-a16a-bfd50179d6ac';

/** What Logical Disk Manager makes of a table: a dynamic disk. */
export const LDM_METADATA_TYPE = '5808c8aa-7e8f-42e0-85d2-e1e90434cfb3';
export const LDM_DATA_TYPE = 'af9b60a0-1431-4f62-bc68-3311714a69ad';

/** The machine cannot do without the partition; Windows refuses to delete it ("protected"). */
export const ATTRIBUTE_REQUIRED = 1n << 0n;
export const ATTRIBUTE_NO_DRIVE_LETTER = 1n << 63n;

const NAMES: Readonly<Record<string, string>> = {
  [ESP_TYPE]: 'EFI system partition',
  [MSR_TYPE]: 'Microsoft reserved',
  [BASIC_DATA_TYPE]: 'basic data',
  [RECOVERY_TYPE]: 'Windows recovery',
  [LDM_METADATA_TYPE]: 'LDM metadata',
  [LDM_DATA_TYPE]: 'LDM data',
  'e75caf8f-f680-4cee-afa3-b001e56efc2d': 'Storage Spaces',
  '0fc63daf-8483-4772-8e79-3d69d8477de4': 'Linux filesystem',
};

/** What people call the type, or the GUID itself. */
export function partitionTypeName(typeGuid: string): string {
  return NAMES[typeGuid] ?? typeGuid;
}
