/** What the live check needs of a VM: the seam between the proof and the API that carries it out. */

import type { TargetFacts } from '../check/target-facts.ts';
import type { SnapshotRequest } from '../vsphere/vm/vm-snapshot.ts';
import type { GuestEvidence } from './guest-evidence.ts';
import type { MarkersRead } from './marker-findings.ts';
import type { RestoreProof } from './restore-snapshot.ts';

/** A fault of vSphere as evidence. */
export interface VmFault {
  /** Name of its type, such as ApplicationQuiesceFault. */
  readonly type: string;
  /** Keys of its messages and of those that caused it, the same in every language, such as msg.snapshot.error-QUIESCINGERROR. */
  readonly keys?: readonly string[];
  /** Its texts, the localised message and those of faultMessage, one per line. */
  readonly message: string;
}

interface QuiescedSnapshot {
  /** Identifies the snapshot for removal. */
  readonly id: string;
  readonly quiesced: boolean;
  /** Datastore path of the manifest, absolute or relative to the snapshot directory; empty when there is none. */
  readonly backupManifest: string;
}

export type SnapshotAttempt =
  | { readonly snapshot: QuiescedSnapshot; readonly fault?: undefined; readonly took?: undefined }
  | {
      readonly fault: VmFault;
      /** Milliseconds that the task took by the server's clock, where the server tells. */
      readonly took?: number | undefined;
      readonly snapshot?: undefined;
    };

export interface TargetEvent {
  /** ISO 8601. */
  readonly time: string;
  readonly message: string;
  /** Arguments of the message that the host passed on, the same in every language. */
  readonly parts?: readonly string[];
}

/** What the guest lets vSphere know while it starts. */
export interface TargetGuest {
  readonly toolsRunning: boolean;
  /** guestinfo.stillframe.first-boot, as the image's first boot publishes it. */
  readonly firstBoot: string | undefined;
}

/** One VM to be proven. Every method throws the errors of its API, but for what the signatures say. */
export interface VerifyTarget {
  facts(): Promise<TargetFacts>;
  powerOn(): Promise<void>;
  guest(): Promise<TargetGuest>;
  /** The server's clock. */
  now(): Promise<Date>;
  /**
   * Done in the guest right before the snapshot, for what is compared with it afterwards; there only where something is.
   * @throws UserError when the marker script cannot be put there
   */
  prepare?(): Promise<void>;
  /**
   * What the marker script shows after the snapshot, whether that failed or not; there only where it was asked for.
   * @param timeout milliseconds that the thaw may take
   */
  readMarkers?(timeout: number): Promise<MarkersRead>;
  /** Asks for application-consistent quiescing. Faults of the task are a result, not an error. */
  snapshot(request: SnapshotRequest): Promise<SnapshotAttempt>;
  removeSnapshot(id: string): Promise<void>;
  /** Starts what the snapshot holds, and leaves nothing of it; there only where that was asked for. */
  restore?(id: string): Promise<RestoreProof>;
  /** What the guest says of its VSS; there only where programs may be run in it. */
  askGuest?(): Promise<GuestEvidence>;
  /** vmware.log of the machine. */
  hostLog(): Promise<string>;
  /** Content of a manifest. */
  readManifest(path: string): Promise<Buffer>;
  /** Events of the VM since then by the server's clock, oldest first. */
  events(since: Date): Promise<readonly TargetEvent[]>;
}
