/** What a test asks of the guests of the vSphere double, and of the account. */

/** How guests behave from now on, beside what their disks say. */
export interface VspherePlan {
  /** Exit codes of a step by its name, one for each attempt; the last goes on. */
  readonly codes?: Readonly<Record<string, readonly number[]>>;
  /** A step that does not end while this is so. */
  readonly hangs?: string;
  /** What they do when it is over, in place of what their disks say. */
  readonly after?: 'stay' | 'shut-down' | 'generalize';
  /** They end when their first boot is over, whether the host has answered or not. */
  readonly endsUnseen?: boolean;
  /** They do not end, though they should. */
  readonly neverEnds?: boolean;
  /** What they publish is seen by who asks, and nobody is told. */
  readonly quiet?: boolean;
  /** They say nothing of themselves. */
  readonly silent?: boolean;
  /** What they say of themselves in place of what is so. */
  readonly build?: string;
  readonly imageState?: string;
  /** Said besides those that are left. */
  readonly answerFiles?: readonly string[];
  /** How a customization ends, in place of well: sysprep fails, it fails otherwise, or nothing is said of it. */
  readonly customization?: 'stumbles' | 'fails' | 'silent';
  /** What becomes of linked clones, in place of well. */
  readonly restored?: 'dead' | 'dirty' | 'errors';
  /** Services that do not start in linked clones. */
  readonly stopped?: readonly string[];
  /**
   * How scripts of VMware Tools go wrong: they are not run, the thaw comes before the snapshot, the freeze after it, no thaw comes, or they do
   * not stay where they are put.
   */
  readonly scripts?: 'silent' | 'early' | 'late' | 'stuck' | 'taken';
  /** Somebody connects the network cards of machines once they run. */
  readonly connected?: boolean;
  /** Milliseconds that making an item of a content library takes, and copying one. */
  readonly exportMs?: number;
  readonly copyMs?: number;
  /** Added to the log by each step. */
  readonly logBytes?: number;
  /** Exit codes of programs by their names, such as `diskpart.exe`, in place of what they do. */
  readonly programs?: Readonly<Record<string, number>>;
  /** Programs that end well and do nothing. */
  readonly idle?: readonly string[];
  /** Programs that do what they do, and never end. */
  readonly endless?: readonly string[];
  /** They restart when this program is started. */
  readonly restartsAt?: string;
  /** They are asked to shut down, and go on running. */
  readonly staysOn?: boolean;
  /** The account is no administrator; the file system of Windows is marked dirty. */
  readonly limited?: boolean;
  readonly dirty?: boolean;
  /** What they say when they are asked after a failure. */
  readonly evidence?: {
    /** In place of what is so, by the names of the facts. */
    readonly facts?: Readonly<Record<string, unknown>>;
    /** States of VSS writers; those that are not named are stable. */
    readonly writers?: readonly { readonly name: string; readonly state: number }[];
    /** Milliseconds that their clocks are ahead. */
    readonly aheadMs?: number;
    /** The words of their Windows. */
    readonly language?: 'en' | 'de' | 'ja';
  };
  /** What removing a snapshot leaves of its disks is merged when that is asked for, or never. */
  readonly unmerged?: 'once' | 'always';
  /** Members of the manifests of their snapshots by name, in place of what the settings come to. */
  readonly manifest?: Readonly<Record<string, string>>;
  /** Milliseconds that the disks of a VM take that is deployed from a library item. */
  readonly deployMs?: number;
  /** Files of a library change on their way, or cannot be stored; a deployment fails, or has a warning. */
  readonly libraryFault?: 'corrupt' | 'pipe-closed' | 'deploy-fails' | 'deploy-warns';
}

/** Ways in which a machine differs from a sound one; what each does to a snapshot is the double's. */
export type VsphereTrait =
  | 'nvme'
  | 'sata'
  | 'floppy'
  | 'iso'
  | 'vtpm'
  | 'encrypted'
  | 'independent'
  | 'full-controller'
  | 'cbt'
  | 'old-tools'
  | 'other-guest'
  | 'no-uuid'
  /** Its Windows says that it is Server 2022 of the build that quiesces NVMe. */
  | 'build-2022'
  | 'build-2022-old'
  | 'build-2025'
  | 'bios';

/** What whoever logs in may do: everything, but for this. */
export interface VsphereAccount {
  /** Privileges that it has nowhere but on `only`, objects by their names, and below. */
  readonly withheld?: readonly string[];
  readonly only?: readonly string[];
  /** The server says of all that they are granted: then only the call itself is refused. */
  readonly blind?: boolean;
  /** The server does not say what is granted. */
  readonly mute?: boolean;
}
