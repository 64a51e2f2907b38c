/** The settings of a virtual machine that decide about quiescing, whether an OVF descriptor or vSphere told them. */

export type ControllerKind = 'pvscsi' | 'lsilogicsas' | 'lsilogic' | 'buslogic' | 'sata' | 'nvme' | 'ide' | 'other';

export interface ControllerSettings {
  readonly kind: ControllerKind;
  /** How it is called where it was read, for the message. */
  readonly label: string;
  /** Hard disks on it. */
  readonly disks: number;
  /** All devices on it, disks included. */
  readonly devices: number;
}

export interface MachineSettings {
  /** "the OVF descriptor" or "the VM", for the message. */
  readonly from: string;
  readonly firmware: 'efi' | 'bios' | undefined;
  /** disk.EnableUUID; undefined when nothing sets it, so that the guest id's default decides. */
  readonly diskUuidEnabled: boolean | undefined;
  readonly controllers: readonly ControllerSettings[];
  readonly floppies: number;
  readonly vtpm: boolean;
  readonly encrypted: boolean;
  /** vSphere's guest id, such as windows2019srv_64Guest. */
  readonly guestId: string | undefined;
  /** What the guest says it is, once Tools run. */
  readonly guestReportedId?: string | undefined;
  /** Build and revision of its Windows, such as 20348.2582; undefined where nobody has said. */
  readonly build?: string | undefined;
  /** CD and floppy drives with a file in them: each as "CD/DVD drive 1 ([ds] iso/ws.iso)". */
  readonly media?: readonly string[];
  /** vSphere notes which blocks of its disks change. */
  readonly changeTracking?: boolean;
}

export function isScsi(kind: ControllerKind): boolean {
  return kind === 'pvscsi' || kind === 'lsilogicsas' || kind === 'lsilogic' || kind === 'buslogic';
}

/** Places for devices on one controller: PVSCSI 64 from hardware version 14 on (we count the 15 that every version has), the others 15. */
export const SCSI_SLOTS = 15;
