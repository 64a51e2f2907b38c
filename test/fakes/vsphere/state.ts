/** What the vSphere double tells of itself. */

/** What becomes of a machine that starts from its disk. */
export interface GuestOutcome {
  /** Windows does not come up. */
  readonly refused?: { readonly rule: string; readonly why: string };
  /** Windows is up, and waits for somebody at the console. */
  readonly waiting?: { readonly rule: string; readonly why: string };
  readonly tools: boolean;
  readonly firstBoot: boolean;
  readonly steps?: readonly { readonly id: string; readonly failure?: string }[];
  readonly build?: string;
  readonly buildAfter?: string;
  /** What it does when its first boot is over. */
  readonly after?: string;
  readonly toolsAfter: boolean;
  readonly providerAfter: boolean;
}

export interface VsphereStorage {
  /** By name of the VM: bytes of its disks that were sent, and requests for them. */
  readonly sent: Readonly<Record<string, { readonly bytes: number; readonly requests: number }>>;
  /** Exports under way. */
  readonly exports: readonly string[];
}

export interface VsphereState {
  readonly vms: readonly {
    readonly name: string;
    readonly powerState: string;
    readonly template: boolean;
    readonly firmware: string;
    readonly secureBoot: boolean;
    readonly guestId: string;
    readonly extraConfig: Readonly<Record<string, unknown>>;
    readonly snapshots: number;
    readonly disks:
      | readonly {
          readonly path: string;
          readonly size: number;
          readonly partitions:
            | readonly {
                readonly type: string;
                readonly name: string;
                readonly offset: number;
                readonly size: number;
              }[]
            | null;
        }[]
      | null;
    /** What its last start came to; null when it never started. */
    readonly guest: GuestOutcome | null;
    readonly nics: readonly {
      readonly network: string;
      readonly connected: boolean;
      readonly startConnected: boolean;
    }[];
    /** Paths of what programs of the host have put into its guest; null when there is nothing. */
    readonly files: readonly string[] | null;
  }[];
  readonly leases: readonly string[];
}

export interface VsphereCalls {
  /** Methods called so far, in order. */
  readonly calls: readonly string[];
  /** Verb and address of those of the REST API among them, in order. */
  readonly rest: readonly string[];
  /** How many are held. */
  readonly held: number;
  /** Troubles that have not come yet, since no call was theirs. */
  readonly pending: number;
  /** How many are logged in to the REST API. */
  readonly restSessions: number;
  /** What those logged in with whose sessions were ended by a fault; govc lists them still. */
  readonly forgotten: readonly string[];
  /** Calls, each named once, that told the password of the account in their text or address. */
  readonly told: readonly string[];
}
